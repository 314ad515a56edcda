#pragma once

#include "base/numbers.h"
#include "base/result.h"

#include <string>
#include <string_view>

namespace till {

// Decimal text of machines: files, JSON, the command line. "12.30", "-0.5"; point only, no grouping,
// no exponent, no sign but a leading '-'. What people read and type is formatted by locale in ui/format.

/// Parses to an integer scaled by 10^scale ("1.25", 3 -> 1250). Refused: empty, letters, more than
/// `scale` decimals unless they are zeros (NumberInvalid), beyond int64 (NumberOutOfRange).
Result<std::int64_t> parseScaled(std::string_view text, int scale);
/// The shortest faithful form with at least `minDecimals` decimals (1250, 3, 0 -> "1.25").
std::string formatScaled(std::int64_t value, int scale, int minDecimals);

Result<Money> parseMoney(std::string_view text, int currencyDecimals);
std::string formatMoney(Money money, int currencyDecimals); ///< always all decimals: "12.30"
Result<UnitPrice> parseUnitPrice(std::string_view text, int currencyDecimals);
std::string formatUnitPrice(UnitPrice price, int currencyDecimals); ///< at least the currency's decimals
Result<Quantity> parseQuantity(std::string_view text);
std::string formatQuantity(Quantity quantity); ///< "3", "1.250": whole, or all three decimals
Result<Rate> parsePercent(std::string_view text);
std::string formatPercent(Rate rate); ///< "20", "5.5", "9.975"

} // namespace till
