#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace till {

/// Which characters a component may hold (GS1 General Specifications 7.11).
enum class Gs1Characters : std::uint8_t {
    Digits, ///< N
    Set82,  ///< X: letters, digits and 20 marks
    Set39,  ///< Y: capital letters, digits, '#', '-', '/'
    Base64, ///< Z: file-safe base 64
};

/// What a component must be beyond its characters; each named as in the GS1 Barcode Syntax Dictionary.
enum class Gs1Check : std::uint8_t {
    None,
    CheckDigit,
    CheckPair,
    CompanyPrefix,
    CompanyPrefixSecond,
    DateDayZero,
    Date,
    LongDate,
    Hour,
    Minute,
    Second,
    HourMinute,
    Currency,
    Country,
    CountryOr999,
    CountryLetters,
    PercentEncoded,
    Latitude,
    Longitude,
    YesNo,
    Hyphen,
    ImporterIndex,
    PackageType,
    MediaType,
    Sex,
    PositionInSequence,
    NonZero,
    Zero,
    Winding,
    PieceOfTotal,
    Iban,
    NoZeroPrefix,
    HasNonDigit,
    Coupon,
    CouponOffer,
};

struct Gs1Component {
    Gs1Characters characters{};
    std::uint8_t minLength{};
    std::uint8_t maxLength{};
    bool optional{};
    std::array<Gs1Check, 3> checks{};
};

/// One application identifier, or a range of them that differ in the last digit only.
struct Gs1Rule {
    std::string_view first;
    std::string_view last;
    bool endsItself{};       ///< of predefined length: no FNC1 needed behind it
    bool linkAttribute{};    ///< may stand behind the '?' of a Digital Link
    std::string_view format; ///< as published: "N14,csum,gcppos2"
    std::string_view title;
    std::array<Gs1Component, 5> components{};
    std::uint8_t componentCount{};

    std::span<const Gs1Component> parts() const { return {components.data(), componentCount}; }
    std::size_t maxLength() const;
};

/// Every application identifier, in order.
std::span<const Gs1Rule> gs1Rules();

/// The rule of the identifier that `text` begins with; null when there is none.
const Gs1Rule* gs1RuleAt(std::string_view text);
/// The rule of exactly this identifier.
const Gs1Rule* gs1RuleOf(std::string_view ai);

} // namespace till
