#pragma once

#include "base/result.h"
#include "exchange/header_row.h"
#include "exchange/product_file.h"
#include "exchange/product_presets.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace till {

/// Which column of a product list holds what.
class ProductColumns {
public:
    /// Errors as of ProductFile::open().
    static Result<ProductColumns> choose(HeaderRow header, const ProductFileOptions& options);

    struct TaxColumn {
        std::size_t column;
        TaxMention tax;
    };

    const HeaderRow& header() const { return m_header; }
    const ProductPreset& preset() const { return *m_preset; }
    /// More than one only for bar codes.
    const std::vector<std::size_t>& of(ProductField field) const
    {
        return m_columns[static_cast<std::size_t>(field)];
    }
    bool has(ProductField field) const { return !of(field).empty(); }
    const std::vector<TaxColumn>& taxColumns() const { return m_taxColumns; }
    const std::vector<ColumnMapping>& mapping() const { return m_mapping; }
    const std::vector<std::string>& locations() const { return m_locations; }

private:
    Result<> choosePreset(const std::string& name);
    Result<> applyMap(const ProductFileOptions& options);
    void applyRules(const std::string& location);
    bool fits(const HeaderRule& rule, std::size_t column, const std::string& location);
    void assign(ProductField field, std::size_t column);
    void listMapping();

    HeaderRow m_header;
    const ProductPreset* m_preset = nullptr;
    std::array<std::vector<std::size_t>, kProductFieldCount> m_columns{};
    std::array<bool, kProductFieldCount> m_isFixed{}; ///< by --map
    std::vector<bool> m_isUsed;
    std::vector<TaxColumn> m_taxColumns;
    std::vector<ColumnMapping> m_mapping;
    std::vector<std::string> m_locations;
};

} // namespace till
