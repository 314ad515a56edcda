#include "domain/cash/currency.h"

#include <algorithm>
#include <array>

namespace till {
namespace {

// ISO 4217 (list one): active codes by exponent. The two-decimal ones are the rule.
constexpr std::string_view kNoDecimals =
    "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF";
constexpr std::string_view kThreeDecimals = "BHD IQD JOD KWD LYD OMR TND";
constexpr std::string_view kTwoDecimals = "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND "
                                          "BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF "
                                          "CHW CNY COP COU CRC CUC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR "
                                          "FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HRK "
                                          "HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR "
                                          "LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR "
                                          "MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR "
                                          "PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP "
                                          "SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS "
                                          "UAH USD USN UYU UZS VED VES WST XCD YER ZAR ZMW "
                                          "ZWL";

bool lists(std::string_view codes, std::string_view code)
{
    const auto at = codes.find(code);
    return at != std::string_view::npos && at % 4 == 0;
}

struct Cash {
    std::string_view code;
    std::string_view symbol;
    std::array<std::int64_t, 7> notes; ///< minor units, 0 = none
    std::array<std::int64_t, 8> coins;
};

// Notes and coins in everyday use, from the issuing central banks' own lists.
constexpr std::array kCash{
    Cash{"EUR", "€", {500, 1000, 2000, 5000, 10000, 20000, 50000}, {1, 2, 5, 10, 20, 50, 100, 200}},
    Cash{"GBP", "£", {500, 1000, 2000, 5000}, {1, 2, 5, 10, 20, 50, 100, 200}},
    Cash{"USD", "$", {100, 500, 1000, 2000, 5000, 10000}, {1, 5, 10, 25}},
    Cash{"CAD", "$", {500, 1000, 2000, 5000, 10000}, {5, 10, 25, 100, 200}},
    Cash{"CHF", "CHF", {1000, 2000, 5000, 10000, 20000}, {5, 10, 20, 50, 100, 200, 500}},
    Cash{"AUD", "$", {500, 1000, 2000, 5000, 10000}, {5, 10, 20, 50, 100, 200}},
    Cash{"NZD", "$", {500, 1000, 2000, 5000, 10000}, {10, 20, 50, 100, 200}},
    Cash{"JPY", "¥", {1000, 2000, 5000, 10000}, {1, 5, 10, 50, 100, 500}},
    Cash{"SEK", "kr", {2000, 5000, 10000, 20000, 50000}, {100, 200, 500, 1000}},
    Cash{"NOK", "kr", {5000, 10000, 20000, 50000}, {100, 500, 1000, 2000}},
    Cash{"DKK", "kr", {5000, 10000, 20000, 50000}, {50, 100, 200, 500, 1000, 2000}},
    Cash{"PLN", "zł", {1000, 2000, 5000, 10000, 20000}, {1, 2, 5, 10, 20, 50, 100, 200}},
    Cash{"CZK", "Kč", {10000, 20000, 50000, 100000, 200000}, {100, 200, 500, 1000, 2000, 5000}},
};

} // namespace

std::optional<int> currencyDecimals(std::string_view code)
{
    if (code.size() != 3) return std::nullopt;
    if (lists(kTwoDecimals, code)) return 2;
    if (lists(kNoDecimals, code)) return 0;
    if (lists(kThreeDecimals, code)) return 3;
    return std::nullopt;
}

Currency currency(std::string_view code)
{
    Currency found{code, currencyDecimals(code).value_or(2), code, {}, {}};
    for (const auto& cash : kCash) {
        if (cash.code != code) continue;
        found.symbol = cash.symbol;
        for (const auto note : cash.notes) {
            if (note) found.notes.push_back(Money::fromMinor(note));
        }
        for (const auto coin : cash.coins) {
            if (coin) found.coins.push_back(Money::fromMinor(coin));
        }
        return found;
    }
    std::int64_t unit = 1;
    for (int i = 0; i < found.decimals; ++i) unit *= 10;
    for (const std::int64_t times : {5, 10, 20, 50, 100})
        found.notes.push_back(Money::fromMinor(times * unit));
    for (const std::int64_t times : {1, 2}) found.coins.push_back(Money::fromMinor(times * unit));
    return found;
}

std::vector<Money> likelyCash(const Currency& currency, Money due, std::size_t count)
{
    std::vector<Money> offers;
    if (!due.isPositive()) return offers;
    const auto consider = [&](std::int64_t step) {
        const auto amount = Money::fromMinor((due.minor() + step - 1) / step * step);
        if (amount > due) offers.push_back(amount);
    };
    std::int64_t major = 1;
    for (int i = 0; i < currency.decimals; ++i) major *= 10;
    consider(currency.decimals == 0 ? 100 : major / 2); // the small coins first, to get round change back
    for (const auto note : currency.notes) consider(note.minor());
    std::sort(offers.begin(), offers.end());
    offers.erase(std::unique(offers.begin(), offers.end()), offers.end());
    if (offers.size() > count) offers.resize(count);
    return offers;
}

std::vector<ChangePart> changeParts(const Currency& currency, Money change)
{
    std::vector<ChangePart> parts;
    auto left = change;
    const auto give = [&](const std::vector<Money>& values, bool notes) {
        for (auto value = values.rbegin(); value != values.rend(); ++value) {
            const auto count = left.minor() / value->minor();
            if (count <= 0) continue;
            parts.push_back({*value, count, notes});
            left -= *value * count;
        }
    };
    give(currency.notes, true);
    give(currency.coins, false);
    return parts;
}

} // namespace till
