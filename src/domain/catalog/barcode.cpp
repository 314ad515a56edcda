#include "domain/catalog/barcode.h"

#include "base/text.h"
#include "domain/catalog/barcode_reading.h"

namespace till {
namespace {

constexpr std::size_t kAimPrefixBytes = 3;

/// C0, DEL, C1 and the two line separators of Unicode.
bool hasControls(std::string_view utf8)
{
    for (std::size_t i = 0; i < utf8.size(); ++i) {
        const auto byte = static_cast<unsigned char>(utf8[i]);
        if (byte < 0x20 || byte == 0x7F) return true;
        if (byte == 0xC2 && static_cast<unsigned char>(utf8[i + 1]) < 0xA0) return true;
        if (byte == 0xE2 && (utf8.substr(i, 3) == "\u2028" || utf8.substr(i, 3) == "\u2029")) return true;
    }
    return false;
}

void readPlain(Barcode& barcode)
{
    const char carrier = barcode.aim ? barcode.aim->symbol : '\0';
    if (carrier == 'C') barcode.symbology = Symbology::Code128;
    const std::string_view code = barcode.code;
    const bool digitsWanted = carrier == 'E' || carrier == 'I';
    if (!isUtf8(code) || hasControls(code) || (digitsWanted && !isDigits(code))) {
        barcode.error = Error{ErrorCode::BarcodeCharacters};
    } else if (countCharacters(code) > kMaxPlainCharacters) {
        barcode.error = Error{ErrorCode::BarcodeLength};
    }
}

} // namespace

Barcode classify(std::string_view scan, const BarcodeContext& context)
{
    Barcode barcode;
    barcode.aim = aimPrefixOf(scan);
    if (barcode.aim) scan.remove_prefix(kAimPrefixBytes);
    if (scan.empty() || scan.size() > kMaxScanBytes) {
        barcode.error = Error{ErrorCode::BarcodeLength, std::to_string(scan.size())};
        return barcode;
    }
    barcode.code = scan;
    const bool saysGs1 = barcode.aim && barcode.aim->saysGs1();
    if (!saysGs1 && isDigits(scan) && reading::readDigits(barcode, context)) return barcode;
    if (reading::readGs1(barcode, context.currentYear)) return barcode;
    if (reading::readPrintedIsbn(barcode)) return barcode;
    readPlain(barcode);
    return barcode;
}

} // namespace till
