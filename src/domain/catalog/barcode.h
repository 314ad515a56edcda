#pragma once

#include "base/error.h"
#include "domain/catalog/embedded_code.h"
#include "domain/catalog/gs1.h"
#include "domain/catalog/gtin.h"
#include "domain/catalog/symbology.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace till {

/// What a scanner or a person sent, understood. A code with an error may still be some product's code: shops
/// have codes of every kind, so look `code` up first and show the error only when nothing is found.
struct Barcode {
    Symbology symbology = Symbology::Plain;
    std::string code;    ///< as sent, without the symbology prefix; not one digit or letter altered
    std::string addOn{}; ///< the 2 or 5 digits behind an EAN-13 (issue number, price of a book)
    std::optional<AimPrefix> aim{}; ///< the symbology prefix, when the scanner sent one
    /// The article's number as read in 14 digits, for the second look-up (see gtin14()); from AI 01, else 02,
    /// of GS1 data. Nothing for a code whose digits hold a weight or price.
    std::optional<std::int64_t> gtin14{};
    Gs1Elements elements{};                 ///< of Gs1ElementString and Gs1DigitalLink, in the order sent
    std::optional<EmbeddedCode> embedded{}; ///< when one of the shop's rules matched
    std::optional<Error> error{}; ///< BarcodeCheckDigit, BarcodeLength, BarcodeCharacters, BarcodeElement
                                  ///< (detail "(17)261301")

    bool ok() const { return !error.has_value(); }
    /// The 13 digits under the bars without an add-on, and `code` for all else.
    std::string_view codeWithoutAddOn() const
    {
        return std::string_view{code}.substr(0, code.size() - addOn.size());
    }
};

struct BarcodeContext {
    std::span<const EmbeddedCodeRule> embeddedRules{}; ///< the first that matches wins
    int currentYear = 2025;                            ///< decides the century of two-digit years
};

inline constexpr std::size_t kMaxPlainCharacters = 200;
inline constexpr std::size_t kMaxScanBytes = 4296; ///< what the largest QR code holds

/// Says what a code is, and whether it is whole. Pure; never throws but for lack of memory. In this order:
/// - a symbology prefix (]E0, ]C1, ]d2, ]Q3 ...) is taken off, and believed;
/// - digits only: the shop's rules; EAN-13, EAN-8, UPC-A, UPC-E (8 digits that start with 0 and whose check
///   digit fits), 14 digits; 15 and 18 digits as EAN-13 with add-on; ISBN-10. EAN-13 of 02, 04 and 20 to 29,
///   and UPC-A of 2 and 4, are in-store codes. Other counts of digits are plain;
/// - an element string: said by the prefix, by FNC1 in front or inside (GS, or what a scanner types for it: ^
///   {GS} <GS> {FNC1} <FNC1>), by brackets, or, without any sign, when all of it from 00, 01 or 02 on fits
///   the table;
/// - a web address with an identification key is a Digital Link; another is plain;
/// - anything else is plain: 1 to 200 printable characters.
Barcode classify(std::string_view scan, const BarcodeContext& context = {});

} // namespace till
