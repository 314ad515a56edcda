#pragma once

#include <optional>
#include <string_view>

namespace till {

/// What kind of code was read. Says what the data is; the symbol that carried it is AimPrefix.
enum class Symbology {
    Ean13,
    Ean8,
    UpcA,
    UpcE,
    Itf14,   ///< any 14 digits with a check digit: cases, with the packaging level in front
    Code128, ///< said by its prefix only (]C0); without prefix the same text is Plain
    Isbn,    ///< EAN-13 of 978 or 979 (but 979-0, which is sheet music), or an ISBN-10 as typed
    Gs1ElementString,
    Gs1DigitalLink,
    InStoreWeight, ///< in-store code whose value is a quantity: a weight, or a count
    InStorePrice,  ///< in-store code whose value is a price
    InStore,       ///< in-store code with no value, or with one whose meaning no rule tells
    Plain,
};

/// Stable lower-case name for files and the command line: "ean13", "price_embedded" ...
std::string_view toText(Symbology symbology);

/// The symbology identifier a scanner may send in front ("]E0": ISO/IEC 15424), without the bracket.
struct AimPrefix {
    char symbol{};
    char modifier{};
    bool saysGs1() const; ///< the data is a GS1 element string: FNC1 came first in the symbol
};

/// The identifier in front of `scan`, if it is one: it takes three bytes.
std::optional<AimPrefix> aimPrefixOf(std::string_view scan);

} // namespace till
