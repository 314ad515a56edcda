#include "domain/cash/foreign_cash.h"

#include "base/decimal.h"
#include "base/rounding.h"
#include "domain/cash/currency.h"

namespace till {
namespace {

constexpr int kScale = 9;
constexpr std::int64_t kOne = 1'000'000'000;
constexpr std::int64_t kMostRate = 1'000'000 * kOne;
constexpr std::int64_t kMost = 10'000'000'000'000; // minor units: no purse holds so much

std::int64_t minorUnits(int decimals)
{
    std::int64_t units = 1;
    for (int i = 0; i < decimals; ++i) units *= 10;
    return units;
}

bool isTooMuch(std::int64_t value, std::int64_t numerator, std::int64_t denominator)
{
    const auto most = Wide{kMost} * denominator;
    const auto product = Wide{value} * numerator;
    return product > most || product < -most;
}

} // namespace

Result<ExchangeRate> parseExchangeRate(std::string_view text)
{
    const auto rate = parseScaled(text, kScale);
    if (!rate) return rate.error();
    if (*rate <= 0 || *rate > kMostRate)
        return Error{ErrorCode::NumberOutOfRange, std::string{text.substr(0, 40)}};
    return ExchangeRate{*rate};
}

std::string formatExchangeRate(ExchangeRate rate)
{
    return formatScaled(rate.billionths, kScale, 0);
}

Result<Money> valueOf(const ForeignCash& cash, int shopDecimals)
{
    const auto decimals = currencyDecimals(cash.currency);
    if (!decimals) return Error{ErrorCode::CurrencyUnknown, cash.currency};
    if (cash.rate.billionths <= 0) return Error{ErrorCode::ExchangeRateMissing, cash.currency};
    const auto numerator = kOne * minorUnits(shopDecimals);
    const auto denominator = cash.rate.billionths * minorUnits(*decimals);
    if (cash.minor > kMost || cash.minor < -kMost || isTooMuch(cash.minor, numerator, denominator))
        return Error{ErrorCode::NumberOutOfRange, cash.currency};
    return Money::fromMinor(multiplyAndRound(cash.minor, numerator, denominator));
}

Result<std::int64_t> foreignDue(Money due, std::string_view currency, ExchangeRate rate, int shopDecimals)
{
    const auto decimals = currencyDecimals(currency);
    if (!decimals) return Error{ErrorCode::CurrencyUnknown, std::string{currency}};
    const auto numerator = rate.billionths * minorUnits(*decimals);
    const auto denominator = kOne * minorUnits(shopDecimals);
    if (isTooMuch(due.minor(), numerator, denominator))
        return Error{ErrorCode::NumberOutOfRange, std::string{currency}};
    auto sum = multiplyAndRound(due.minor(), numerator, denominator);
    if (Wide{sum} * denominator < Wide{due.minor()} * numerator) ++sum;
    return sum;
}

} // namespace till
