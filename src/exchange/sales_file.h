#pragma once

#include "base/numbers.h"
#include "base/result.h"
#include "exchange/date_style.h"
#include "exchange/number_style.h"
#include "exchange/row_problem.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace till {

/// One line of another system's ticket. Texts are trimmed UTF-8, otherwise as written.
struct TicketLine {
    std::int64_t line{}; ///< physical line of the file on which the row begins
    WrittenTime at;
    std::string ticket;
    std::string item;
    std::string name;   ///< may be empty
    Quantity quantity;  ///< negative for returned goods; may be zero
    UnitPrice price;    ///< of one; never negative
    std::string tender; ///< may be empty
};

struct SalesFileOptions {
    /// --map: date, time, ticket, item, name, quantity, price, tender, and the file's column by its header
    /// or as "#3".
    std::vector<std::pair<std::string, std::string>> map{};
    int currencyDecimals = 2;
    std::optional<DecimalMark> decimalMark{};
    std::optional<DateOrder> dateOrder{};
};

using SalesEntry = std::variant<TicketLine, RowProblem>;

/// The sales of another system, streamed line by line in constant memory, in the file's order.
class SalesFile {
public:
    /// Reads the whole file once to decide encoding, number style and order of day and month. Errors of
    /// CsvReader; ImportFieldUnknown, ImportColumnUnknown (--map), ImportColumnMissing (detail = date,
    /// ticket, item, quantity or price).
    static Result<SalesFile> open(const std::filesystem::path& path, const SalesFileOptions& options = {});
    static Result<SalesFile> fromMemory(std::string bytes, const SalesFileOptions& options = {});

    SalesFile(SalesFile&&) noexcept;
    SalesFile& operator=(SalesFile&&) noexcept;
    ~SalesFile();

    /// The next line or refused row (PriceInvalid: a negative price; ImportValueMissing, ImportDateInvalid,
    /// ImportDateAmbiguous, Number...); nothing at the end. An error ends the file; detail = the line.
    Result<std::optional<SalesEntry>> next();
    Result<> rewind(); ///< to before the first line, for a second pass; FileNotReadable

    std::span<const std::string> columns() const;
    std::int64_t rows() const; ///< rows read so far without the header, blank ones not counted
    std::uint64_t position() const;
    std::uint64_t size() const;

private:
    struct State;
    explicit SalesFile(std::unique_ptr<State> state);
    static Result<SalesFile> start(std::unique_ptr<State> state, const SalesFileOptions& options);
    std::unique_ptr<State> m_state;
};

} // namespace till
