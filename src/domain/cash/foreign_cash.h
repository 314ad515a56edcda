#pragma once

#include "base/numbers.h"
#include "base/result.h"

#include <compare>
#include <string>
#include <string_view>

namespace till {

/// What one unit of the shop's currency is worth in another, in billionths: 1 EUR = 1.08 USD is
/// 1'080'000'000. As banks write it on the board, and fine enough for a strong currency beside a weak one.
struct ExchangeRate {
    std::int64_t billionths = 0;
    friend constexpr auto operator<=>(ExchangeRate, ExchangeRate) = default;
};

/// "1.08": above zero, at most a million and nine decimals. NumberInvalid, NumberOutOfRange.
Result<ExchangeRate> parseExchangeRate(std::string_view text);
std::string formatExchangeRate(ExchangeRate rate); ///< "1.08"

/// Cash of another country, as it was handed over.
struct ForeignCash {
    std::string currency;   ///< ISO 4217
    std::int64_t minor = 0; ///< in its own minor units
    ExchangeRate rate;      ///< that counted then
    friend bool operator==(const ForeignCash&, const ForeignCash&) = default;
};

/// What it is worth in the shop's currency, to the nearest minor unit, halves away from zero.
/// NumberOutOfRange beyond any purse; CurrencyUnknown.
Result<Money> valueOf(const ForeignCash& cash, int shopDecimals);

/// The smallest sum in the other currency, in its minor units, that is worth at least `due`: rounded up, so
/// that nobody pays short. NumberOutOfRange, CurrencyUnknown.
Result<std::int64_t> foreignDue(Money due, std::string_view currency, ExchangeRate rate, int shopDecimals);

} // namespace till
