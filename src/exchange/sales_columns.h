#pragma once

#include "base/result.h"
#include "exchange/header_row.h"
#include "exchange/sales_file.h"

#include <array>
#include <optional>

namespace till {

enum class SalesField { Date, Time, Ticket, Item, Name, Quantity, Price, Tender };
inline constexpr std::size_t kSalesFieldCount = static_cast<std::size_t>(SalesField::Tender) + 1;

/// Which column of a sales list holds what.
class SalesColumns {
public:
    static Result<SalesColumns> choose(
        HeaderRow header, const SalesFileOptions& options); ///< as SalesFile::open()

    const HeaderRow& header() const { return m_header; }
    std::optional<std::size_t> of(SalesField field) const
    {
        return m_columns[static_cast<std::size_t>(field)];
    }
    /// The file's own name of the field's column; "" if it has none.
    std::string_view headerOf(SalesField field) const;

private:
    void guess(SalesField field);

    HeaderRow m_header;
    std::array<std::optional<std::size_t>, kSalesFieldCount> m_columns{};
};

} // namespace till
