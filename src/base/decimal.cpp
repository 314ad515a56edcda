#include "base/decimal.h"

#include "base/text.h"

#include <algorithm>

namespace till {

Result<std::int64_t> parseScaled(std::string_view text, int scale)
{
    const auto invalid = [&] { return Error{ErrorCode::NumberInvalid, clipped(text, 40)}; };
    std::string_view rest = text;
    const bool negative = !rest.empty() && rest.front() == '-';
    if (negative) rest.remove_prefix(1);
    const auto point = rest.find('.');
    const auto whole = rest.substr(0, point);
    auto decimals = point == std::string_view::npos ? std::string_view{} : rest.substr(point + 1);
    if (whole.empty() || (point != std::string_view::npos && decimals.empty())) return invalid();
    const auto allDigits = [](std::string_view part) {
        return std::all_of(part.begin(), part.end(), [](char c) { return c >= '0' && c <= '9'; });
    };
    if (!allDigits(whole) || !allDigits(decimals)) return invalid();
    while (decimals.size() > static_cast<std::size_t>(scale)) {
        if (decimals.back() != '0') return invalid();
        decimals.remove_suffix(1);
    }

    std::int64_t value = 0;
    const auto append = [&value, negative](int digit) { // counted on its own side: the lowest has no positive
        return !__builtin_mul_overflow(value, std::int64_t{10}, &value) &&
               !__builtin_add_overflow(value, std::int64_t{negative ? -digit : digit}, &value);
    };
    const auto outOfRange = [&] { return Error{ErrorCode::NumberOutOfRange, clipped(text, 40)}; };
    for (const char c : whole) {
        if (!append(c - '0')) return outOfRange();
    }
    for (int i = 0; i < scale; ++i) {
        const auto at = static_cast<std::size_t>(i);
        if (!append(at < decimals.size() ? decimals[at] - '0' : 0)) return outOfRange();
    }
    return value;
}

std::string formatScaled(std::int64_t value, int scale, int minDecimals)
{
    const bool negative = value < 0;
    auto magnitude =
        negative ? std::uint64_t{0} - static_cast<std::uint64_t>(value) : static_cast<std::uint64_t>(value);
    std::string digits = std::to_string(magnitude);
    const auto places = static_cast<std::size_t>(scale);
    if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
    std::string whole = digits.substr(0, digits.size() - places);
    std::string decimals = digits.substr(digits.size() - places);
    while (decimals.size() > static_cast<std::size_t>(minDecimals) && decimals.back() == '0')
        decimals.pop_back();
    std::string text = negative ? "-" : "";
    text += whole;
    if (!decimals.empty()) text += "." + decimals;
    return text;
}

Result<Money> parseMoney(std::string_view text, int currencyDecimals)
{
    const auto minor = parseScaled(text, currencyDecimals);
    if (!minor) return minor.error();
    return Money::fromMinor(*minor);
}

std::string formatMoney(Money money, int currencyDecimals)
{
    return formatScaled(money.minor(), currencyDecimals, currencyDecimals);
}

Result<UnitPrice> parseUnitPrice(std::string_view text, int currencyDecimals)
{
    const auto hundredths = parseScaled(text, currencyDecimals + 2);
    if (!hundredths) return hundredths.error();
    return UnitPrice::fromHundredths(*hundredths);
}

std::string formatUnitPrice(UnitPrice price, int currencyDecimals)
{
    return formatScaled(price.hundredths(), currencyDecimals + 2, currencyDecimals);
}

Result<Quantity> parseQuantity(std::string_view text)
{
    const auto thousandths = parseScaled(text, 3);
    if (!thousandths) return thousandths.error();
    return Quantity::fromThousandths(*thousandths);
}

std::string formatQuantity(Quantity quantity)
{
    return formatScaled(quantity.thousandths(), 3, quantity.isWhole() ? 0 : 3);
}

Result<Rate> parsePercent(std::string_view text)
{
    const auto ppm = parseScaled(text, 4);
    if (!ppm) return ppm.error();
    return Rate::fromPartsPerMillion(*ppm);
}

std::string formatPercent(Rate rate)
{
    return formatScaled(rate.partsPerMillion(), 4, 0);
}

} // namespace till
