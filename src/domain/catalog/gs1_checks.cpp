#include "domain/catalog/gs1_checks.h"

#include "domain/catalog/gs1_codes.h"
#include "domain/catalog/gtin.h"

#include <algorithm>

namespace till {
namespace {

/// In the order of their values in a check pair.
constexpr std::string_view kSet82 =
    "!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";
constexpr std::string_view kSet39 = "#-/0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
constexpr std::string_view kBase64 = "-0123456789=ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";
constexpr std::string_view kPairCharacters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

int numberOf(std::string_view digits)
{
    int value = 0;
    for (const char c : digits) value = value * 10 + (c - '0');
    return value;
}

bool onlyOf(std::string_view allowed, std::string_view text)
{
    return text.find_first_not_of(allowed) == std::string_view::npos;
}

bool isBelow(int limit, std::string_view digits)
{
    return isDigits(digits) && digits.size() <= 4 && numberOf(digits) < limit;
}

bool hasCheckPair(std::string_view text)
{
    if (text.size() < 2) return false;
    const auto pair = checkPairFor(text.substr(0, text.size() - 2));
    return pair && text.substr(text.size() - 2) == std::string_view{pair->data(), 2};
}

/// A company prefix begins with at least four digits.
bool hasCompanyPrefix(std::string_view text)
{
    return text.size() >= 4 && isDigits(text.substr(0, 4));
}

bool isLongDate(std::string_view text)
{
    using namespace std::chrono;
    if (text.size() != 8 || !isDigits(text)) return false;
    const year_month_day date{year{numberOf(text.substr(0, 4))},
        month{static_cast<unsigned>(numberOf(text.substr(4, 2)))},
        day{static_cast<unsigned>(numberOf(text.substr(6, 2)))}};
    return date.ok();
}

bool isPercentEncoded(std::string_view text)
{
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') continue;
        if (text.size() - i < 3 || !onlyOf("0123456789ABCDEFabcdef", text.substr(i + 1, 2))) return false;
    }
    return true;
}

bool isPieceOfTotal(std::string_view text)
{
    const auto piece = text.substr(0, text.size() / 2);
    const auto total = text.substr(text.size() / 2);
    return piece.size() == total.size() && numberOf(piece) > 0 && numberOf(piece) <= numberOf(total);
}

/// "1/3": both without leading zeros.
bool isPositionInSequence(std::string_view text)
{
    const auto slash = text.find('/');
    if (slash == std::string_view::npos) return false;
    const auto position = text.substr(0, slash);
    const auto end = text.substr(slash + 1);
    if (!isDigits(position) || !isDigits(end) || position.size() > 4 || end.size() > 4) return false;
    return position.front() != '0' && end.front() != '0' && numberOf(position) <= numberOf(end);
}

/// ISO 13616: country and check digits moved behind the rest, letters read as 10 to 35, remainder 1 by 97.
bool isIban(std::string_view text)
{
    if (text.size() < 5 || !gs1::isCountryLetters(text.substr(0, 2)) || !isDigits(text.substr(2, 2)))
        return false;
    int remainder = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[(i + 4) % text.size()];
        if (c >= '0' && c <= '9')
            remainder = (remainder * 10 + (c - '0')) % 97;
        else if (c >= 'A' && c <= 'Z')
            remainder = (remainder * 100 + (c - 'A' + 10)) % 97;
        else
            return false;
    }
    return remainder == 1;
}

bool isMediaType(std::string_view text)
{
    const int type = numberOf(text);
    return (type >= 1 && type <= 10) || (type >= 80 && type <= 99);
}

bool atMost(std::string_view limit, std::string_view text)
{
    return text.size() == limit.size() && text <= limit;
}

} // namespace

bool fits(Gs1Characters characters, std::string_view text)
{
    switch (characters) {
    case Gs1Characters::Digits: return isDigits(text);
    case Gs1Characters::Set82: return onlyOf(kSet82, text);
    case Gs1Characters::Set39: return onlyOf(kSet39, text);
    case Gs1Characters::Base64: return onlyOf(kBase64, text);
    }
    return false;
}

bool passes(Gs1Check check, std::string_view text, int currentYear)
{
    switch (check) {
    case Gs1Check::None: return true;
    case Gs1Check::CheckDigit: return hasValidCheckDigit(text);
    case Gs1Check::CheckPair: return hasCheckPair(text);
    case Gs1Check::CompanyPrefix: return hasCompanyPrefix(text);
    case Gs1Check::CompanyPrefixSecond: return hasCompanyPrefix(text.substr(1));
    case Gs1Check::DateDayZero: return gs1Date(text, currentYear, true).has_value();
    case Gs1Check::Date: return gs1Date(text, currentYear, false).has_value();
    case Gs1Check::LongDate: return isLongDate(text);
    case Gs1Check::Hour: return isBelow(24, text);
    case Gs1Check::Minute:
    case Gs1Check::Second: return isBelow(60, text);
    case Gs1Check::HourMinute: return isBelow(24, text.substr(0, 2)) && isBelow(60, text.substr(2));
    case Gs1Check::Currency: return gs1::isCurrencyNumber(text);
    case Gs1Check::Country: return gs1::isCountryNumber(text);
    case Gs1Check::CountryOr999: return text == "999" || gs1::isCountryNumber(text);
    case Gs1Check::CountryLetters: return gs1::isCountryLetters(text);
    case Gs1Check::PercentEncoded: return isPercentEncoded(text);
    case Gs1Check::Latitude: return atMost("1800000000", text);
    case Gs1Check::Longitude: return atMost("3600000000", text);
    case Gs1Check::YesNo: return onlyOf("01", text);
    case Gs1Check::Hyphen: return onlyOf("-", text);
    case Gs1Check::ImporterIndex: return onlyOf(kBase64, text) && text != "=";
    case Gs1Check::PackageType: return gs1::isPackageType(text);
    case Gs1Check::MediaType: return isMediaType(text);
    case Gs1Check::Sex: return onlyOf("0129", text);
    case Gs1Check::PositionInSequence: return isPositionInSequence(text);
    case Gs1Check::NonZero: return !onlyOf("0", text);
    case Gs1Check::Zero: return onlyOf("0", text);
    case Gs1Check::Winding: return onlyOf("019", text);
    case Gs1Check::PieceOfTotal: return isPieceOfTotal(text);
    case Gs1Check::Iban: return isIban(text);
    case Gs1Check::NoZeroPrefix: return !text.starts_with('0');
    case Gs1Check::HasNonDigit: return !isDigits(text);
    case Gs1Check::Coupon: return gs1::isCoupon(text, currentYear);
    case Gs1Check::CouponOffer: return gs1::isCouponOffer(text);
    }
    return false;
}

std::optional<std::chrono::year_month_day> gs1Date(std::string_view yymmdd, int currentYear, bool dayZero)
{
    using namespace std::chrono;
    if (yymmdd.size() != 6 || !isDigits(yymmdd)) return std::nullopt;
    int fullYear = currentYear - currentYear % 100 + numberOf(yymmdd.substr(0, 2));
    if (fullYear - currentYear >= 51)
        fullYear -= 100;
    else if (fullYear - currentYear <= -50)
        fullYear += 100;
    const auto yearMonth = year{fullYear} / month{static_cast<unsigned>(numberOf(yymmdd.substr(2, 2)))};
    const auto dayNumber = static_cast<unsigned>(numberOf(yymmdd.substr(4, 2)));
    if (!yearMonth.ok()) return std::nullopt;
    if (dayNumber == 0 && dayZero) return year_month_day{yearMonth / last};
    const auto date = yearMonth / day{dayNumber};
    if (!date.ok()) return std::nullopt;
    return date;
}

std::optional<std::array<char, 2>> checkPairFor(std::string_view body)
{
    // The weight of a place, counted from the right, is the prime of that rank.
    constexpr std::array<unsigned, 23> kPrimes{
        2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83};
    if (body.size() > kPrimes.size()) return std::nullopt;
    std::size_t sum = 0;
    for (std::size_t i = 0; i < body.size(); ++i) {
        const auto value = kSet82.find(body[i]);
        if (value == std::string_view::npos) return std::nullopt;
        sum += value * kPrimes[body.size() - 1 - i];
    }
    sum %= 1021;
    return std::array{kPairCharacters[sum >> 5U], kPairCharacters[sum & 31U]};
}

} // namespace till
