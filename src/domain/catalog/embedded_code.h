#pragma once

#include "base/numbers.h"
#include "base/result.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace till {

/// How a shop's own codes are built; data that the shop changes. One sign per digit of the code:
///   0-9  this very digit                     I  the item's number
///   W    quantity of the product's unit      P  price            Q  count
///   V    a value nothing is known about      K  price verifier   C  check digit, last
/// "21IIIIIWWWWWC" is prefix 21, five digits item, five digits of grams. Weight, price, count and V exclude
/// each other; a pattern may have none of them. K needs four or five value digits.
struct EmbeddedCodeFormat {
    std::string pattern;
    /// Decimals in the value. Nothing: three of a weight (grams of a kilogram), all of the currency, none of
    /// a count.
    std::optional<int> decimals{};
};

enum class EmbeddedKind { None, Unknown, Weight, Price, Count };

/// What such a code says.
struct EmbeddedCode {
    EmbeddedKind kind{};
    std::string item;        ///< the item's digits: "12345"
    std::string lookupCode;  ///< the whole code with a value of zero and its check digit set right: what a
                             ///< product is filed under
    std::string valueDigits; ///< as encoded
    std::optional<Quantity> quantity{}; ///< of Weight and Count
    std::optional<Money> price{};       ///< of Price
};

/// A format made ready to read codes.
class EmbeddedCodeRule {
public:
    /// SettingInvalid (detail: the pattern) for other signs, values of two kinds or more than nine digits, no
    /// item, a K without its price, a C that is not last, more decimals than the shop's currency or a
    /// quantity holds.
    static Result<EmbeddedCodeRule> make(const EmbeddedCodeFormat& format, int currencyDecimals);

    bool matches(std::string_view digits) const; ///< same length, same fixed digits
    /// Of a code that matches. BarcodeCheckDigit: the check digit, or with detail "price" its verifier, is
    /// wrong.
    Result<EmbeddedCode> read(std::string_view digits) const;

private:
    std::string m_pattern;
    EmbeddedKind m_kind = EmbeddedKind::None;
    std::int64_t m_scale = 1; ///< from the value's digits to thousandths or minor units
};

using EmbeddedCodeRules = std::vector<EmbeddedCodeRule>;
Result<EmbeddedCodeRules> makeEmbeddedCodeRules(
    std::span<const EmbeddedCodeFormat> formats, int currencyDecimals);

/// The verifier of a price of four or five digits (GS1 General Specifications 7.9.2 to 7.9.4); 0 for other
/// lengths.
char priceVerifierFor(std::string_view digits);

} // namespace till
