#include "domain/catalog/barcode_reading.h"

#include <algorithm>
#include <iterator>

namespace till::reading {
namespace {

bool isRestricted(std::string_view thirteen)
{
    return thirteen[0] == '2' || (thirteen[0] == '0' && (thirteen[1] == '2' || thirteen[1] == '4'));
}

Symbology ean13Kind(std::string_view thirteen)
{
    if (isRestricted(thirteen)) return Symbology::InStore;
    const bool book = thirteen.starts_with("978") || (thirteen.starts_with("979") && thirteen[3] != '0');
    return book ? Symbology::Isbn : Symbology::Ean13;
}

/// UPC-E may start with 1 too; there EAN-8 is the likelier reading, and comes first.
Symbology eightDigitKind(const Barcode& barcode)
{
    const bool ean8Said = barcode.aim && barcode.aim->symbol == 'E' && barcode.aim->modifier == '4';
    if (ean8Said) return Symbology::Ean8;
    const bool upcE = expandUpcE(barcode.code).has_value();
    if (upcE && (barcode.code.front() == '0' || !hasValidCheckDigit(barcode.code))) return Symbology::UpcE;
    return Symbology::Ean8;
}

std::optional<Symbology> kindByLength(const Barcode& barcode)
{
    const std::string_view digits = barcode.code;
    switch (digits.size()) {
    case 8: return eightDigitKind(barcode);
    case 12: return digits[0] == '2' || digits[0] == '4' ? Symbology::InStore : Symbology::UpcA;
    case 13: return ean13Kind(digits);
    case 14: return Symbology::Itf14;
    default: return std::nullopt;
    }
}

std::optional<std::int64_t> gtinOf(Symbology kind, std::string_view digits)
{
    if (kind == Symbology::UpcE) return gtin14(*expandUpcE(digits));
    if (kind == Symbology::Ean8) return gtin14(std::string(6, '0').append(digits));
    return gtin14(digits);
}

Symbology symbologyOf(EmbeddedKind kind)
{
    switch (kind) {
    case EmbeddedKind::Weight:
    case EmbeddedKind::Count: return Symbology::InStoreWeight;
    case EmbeddedKind::Price: return Symbology::InStorePrice;
    case EmbeddedKind::Unknown:
    case EmbeddedKind::None: break;
    }
    return Symbology::InStore;
}

bool readEmbedded(Barcode& barcode, std::span<const EmbeddedCodeRule> rules)
{
    const auto rule = std::find_if(
        rules.begin(), rules.end(), [&](const EmbeddedCodeRule& each) { return each.matches(barcode.code); });
    if (rule == rules.end()) return false;
    barcode.symbology = Symbology::InStore;
    auto code = rule->read(barcode.code);
    if (!code) {
        barcode.error = code.error();
        return true;
    }
    barcode.symbology = symbologyOf(code->kind);
    if (code->kind == EmbeddedKind::None) barcode.gtin14 = gtin14(barcode.code);
    barcode.embedded = *std::move(code);
    return true;
}

/// The digits of a QR code, a Data Matrix or an unchecked ITF are an article's number only if they check.
bool mayCarryAnything(const Barcode& barcode)
{
    if (!barcode.aim || barcode.aim->symbol == 'E') return false;
    return barcode.aim->symbol != 'I' || barcode.aim->modifier != '1';
}

bool readTradeNumber(Barcode& barcode)
{
    const auto kind = kindByLength(barcode);
    if (!kind) return false;
    barcode.gtin14 = gtinOf(*kind, barcode.code);
    if (!barcode.gtin14) {
        if (mayCarryAnything(barcode)) return false;
        barcode.error = Error{ErrorCode::BarcodeCheckDigit};
    }
    barcode.symbology = *kind;
    return true;
}

/// 15 or 18 digits whose first 13 are an EAN-13.
bool readWithAddOn(Barcode& barcode)
{
    const std::string_view code = barcode.code;
    if (code.size() != 15 && code.size() != 18) return false;
    const auto thirteen = code.substr(0, 13);
    if (!hasValidCheckDigit(thirteen)) return false;
    barcode.symbology = ean13Kind(thirteen);
    barcode.gtin14 = gtin14(thirteen);
    barcode.addOn = code.substr(13);
    return true;
}

/// The prefix of the EAN family goes with 8, 12 and 13 digits, add-ons, and both together.
bool isLengthOfEanFamily(std::size_t length)
{
    constexpr std::size_t kLengths[] = {2, 5, 8, 12, 13, 15, 18};
    return std::find(std::begin(kLengths), std::end(kLengths), length) != std::end(kLengths);
}

} // namespace

bool readDigits(Barcode& barcode, const BarcodeContext& context)
{
    if (readEmbedded(barcode, context.embeddedRules)) return true;
    const char carrier = barcode.aim ? barcode.aim->symbol : '\0';
    if (carrier == 'C') {
        barcode.symbology = Symbology::Code128;
        barcode.gtin14 = gtin14(barcode.code);
        return true;
    }
    if (carrier == 'E' && !isLengthOfEanFamily(barcode.code.size())) {
        barcode.error = Error{ErrorCode::BarcodeLength};
        return true;
    }
    return readTradeNumber(barcode) || readWithAddOn(barcode);
}

bool readPrintedIsbn(Barcode& barcode)
{
    const std::string_view code = barcode.code;
    if (code.size() < 10 || code.size() > 17) return false;
    std::string digits;
    std::copy_if(
        code.begin(), code.end(), std::back_inserter(digits), [](char c) { return c != '-' && c != ' '; });
    if (const auto isbn13 = isbn13FromIsbn10(digits)) digits = *isbn13;
    if (digits.size() != 13 || !hasValidCheckDigit(digits) || ean13Kind(digits) != Symbology::Isbn)
        return false;
    barcode.symbology = Symbology::Isbn;
    barcode.gtin14 = gtin14(digits);
    return true;
}

} // namespace till::reading
