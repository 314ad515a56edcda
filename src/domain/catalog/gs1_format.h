#pragma once

#include "domain/catalog/gs1_ai_table.h"

#include <string_view>
#include <utility>

namespace till::gs1 {

// Reads the published format texts while compiling: a slip in the table is a compile error, and a lookup
// at run time parses nothing.

consteval Gs1Check checkNamed(std::string_view name)
{
    using enum Gs1Check;
    constexpr std::pair<std::string_view, Gs1Check> kNames[] = {
        {"csum", CheckDigit},
        {"csumalpha", CheckPair},
        {"gcppos1", CompanyPrefix},
        {"gcppos2", CompanyPrefixSecond},
        {"yymmd0", DateDayZero},
        {"yymmdd", Date},
        {"yyyymmdd", LongDate},
        {"hh", Hour},
        {"mi", Minute},
        {"ss", Second},
        {"hhmi", HourMinute},
        {"iso4217", Currency},
        {"iso3166", Country},
        {"iso3166999", CountryOr999},
        {"iso3166alpha2", CountryLetters},
        {"pcenc", PercentEncoded},
        {"latitude", Latitude},
        {"longitude", Longitude},
        {"yesno", YesNo},
        {"hyphen", Hyphen},
        {"importeridx", ImporterIndex},
        {"packagetype", PackageType},
        {"mediatype", MediaType},
        {"iso5218", Sex},
        {"posinseqslash", PositionInSequence},
        {"nonzero", NonZero},
        {"zero", Zero},
        {"winding", Winding},
        {"pieceoftotal", PieceOfTotal},
        {"iban", Iban},
        {"nozeroprefix", NoZeroPrefix},
        {"hasnondigit", HasNonDigit},
        {"couponcode", Coupon},
        {"couponposoffer", CouponOffer},
    };
    for (const auto& [known, check] : kNames) {
        if (known == name) return check;
    }
    throw "unknown check in the table";
}

consteval Gs1Characters charactersNamed(char letter)
{
    switch (letter) {
    case 'N': return Gs1Characters::Digits;
    case 'X': return Gs1Characters::Set82;
    case 'Y': return Gs1Characters::Set39;
    case 'Z': return Gs1Characters::Base64;
    default: throw "unknown characters in the table";
    }
}

/// "N6", "X..20": letter, then a length or a greatest length.
consteval void readExtent(Gs1Component& component, std::string_view text)
{
    component.characters = charactersNamed(text.front());
    text.remove_prefix(1);
    const bool upTo = text.starts_with("..");
    if (upTo) text.remove_prefix(2);
    int length = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') throw "bad length in the table";
        length = length * 10 + (c - '0');
    }
    if (length < 1 || length > 99) throw "bad length in the table";
    component.maxLength = static_cast<std::uint8_t>(length);
    component.minLength = upTo ? std::uint8_t{1} : component.maxLength;
}

consteval std::string_view takeUntil(std::string_view& text, char separator)
{
    const auto end = text.find(separator);
    const auto part = text.substr(0, end);
    text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
    return part;
}

/// "[N4],hhmi": brackets make it optional, names behind the comma are checks.
consteval Gs1Component componentOf(std::string_view text)
{
    Gs1Component component;
    auto extent = takeUntil(text, ',');
    component.optional = extent.front() == '[';
    if (component.optional) extent = extent.substr(1, extent.size() - 2);
    readExtent(component, extent);
    for (std::size_t i = 0; !text.empty(); ++i) component.checks.at(i) = checkNamed(takeUntil(text, ','));
    return component;
}

/// `ais` is "01" or "3100-3105"; `flags` '*' ends itself, '?' may be an attribute of a link.
consteval Gs1Rule rule(
    std::string_view ais, std::string_view flags, std::string_view format, std::string_view title)
{
    Gs1Rule made;
    made.format = format;
    made.title = title;
    made.first = takeUntil(ais, '-');
    made.last = ais.empty() ? made.first : ais;
    made.endsItself = flags.find('*') != std::string_view::npos;
    made.linkAttribute = flags.find('?') != std::string_view::npos;
    while (!format.empty()) {
        made.components.at(made.componentCount) = componentOf(takeUntil(format, ' '));
        ++made.componentCount;
    }
    return made;
}

} // namespace till::gs1
