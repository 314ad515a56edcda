#pragma once

#include "base/numbers.h"
#include "base/result.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace till {

// Numbers as people and spreadsheets write them: "£2.50", "5 €", "1.250,00", "1'234.56". Which mark is the
// decimal one is decided once per column by all its cells, never by the cell alone.

enum class DecimalMark { Point, Comma };

/// What one cell says about its column.
enum class NumberHint {
    Silent,    ///< no separator, or no number
    Point,     ///< "2.50", "1,234,567"
    Comma,     ///< "2,50", "1.250,00"
    Ambiguous, ///< "1,234": 1.234 or 1234
};

/// `maxDecimals`: how many decimals the column can have; below three, "1,234" can only be a thousand.
NumberHint numberHint(std::string_view cell, int maxDecimals);

/// The hints of a column, or of all number columns of a file.
struct NumberVotes {
    std::int64_t point{};
    std::int64_t comma{};
    std::int64_t ambiguous{};

    void add(NumberHint hint);
    void add(const NumberVotes& other);
};

/// How to read one column. `mark` is empty when nothing tells; `mixed` when cells contradict each other:
/// then the majority's mark holds, and a cell that could mean either is refused.
struct NumberStyle {
    std::optional<DecimalMark> mark{};
    bool mixed{};
};

/// A column that says nothing clear follows the rest of its file, if that speaks with one voice.
NumberStyle decideStyle(const NumberVotes& column, const NumberVotes& file);

/// The number times 10^scale. Strips a currency sign or code and the grouping of thousands; no exponent, no
/// hexadecimal, no digits but 0-9. NumberInvalid, NumberAmbiguous, NumberOutOfRange; detail = the text.
Result<std::int64_t> readScaled(std::string_view cell, const NumberStyle& style, int scale);

inline constexpr std::int64_t kMaxImportMinorUnits = 100'000'000'000; ///< a price beyond is a typing error

/// Up to the currency's decimals + 2; NumberOutOfRange beyond +-10^11 minor units.
Result<UnitPrice> readUnitPrice(std::string_view cell, const NumberStyle& style, int currencyDecimals);
/// Up to three decimals; NumberOutOfRange beyond +-10^9.
Result<Quantity> readQuantity(std::string_view cell, const NumberStyle& style);

} // namespace till
