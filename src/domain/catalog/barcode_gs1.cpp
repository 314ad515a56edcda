#include "domain/catalog/barcode_reading.h"

#include "domain/catalog/digital_link.h"

#include <optional>

namespace till::reading {
namespace {

/// What scanners are set up to type where FNC1 was. None of the bracketed ones begins a shop's own code.
constexpr std::string_view kWrittenSeparators[] = {"{GS}", "<GS>", "{FNC1}", "<FNC1>", "\u241D"};
constexpr char kCaret = '^';

std::size_t writtenSeparatorAt(std::string_view text)
{
    for (const auto written : kWrittenSeparators) {
        if (text.starts_with(written)) return written.size();
    }
    return 0;
}

/// With real separators in place of the written ones; nothing when there are none.
std::optional<std::string> withRealSeparators(std::string_view text)
{
    if (text.find_first_of("{<^\xE2") == std::string_view::npos) return std::nullopt;
    std::string real;
    bool replaced = false;
    while (!text.empty()) {
        const auto length = text.front() == kCaret ? 1 : writtenSeparatorAt(text);
        real += length > 0 ? kGroupSeparator : text.front();
        replaced = replaced || length > 0;
        text.remove_prefix(length > 0 ? length : 1);
    }
    if (!replaced) return std::nullopt;
    return real;
}

void take(Barcode& barcode, Symbology symbology, Result<Gs1Elements> elements)
{
    barcode.symbology = symbology;
    if (!elements) {
        barcode.error = elements.error();
        return;
    }
    barcode.elements = *std::move(elements);
    const auto* item = findElement(barcode.elements, "01");
    if (item == nullptr) item = findElement(barcode.elements, "02");
    if (item != nullptr) barcode.gtin14 = gtin14(item->value);
}

/// Some sign says that this is an element string, so what is wrong with it is an error.
bool readAnnounced(Barcode& barcode, int currentYear)
{
    const std::string_view code = barcode.code;
    const auto takeString = [&](std::string_view data) {
        take(barcode, Symbology::Gs1ElementString, readElementString(data, currentYear));
        return true;
    };
    if (looksBracketed(code)) {
        take(barcode, Symbology::Gs1ElementString, readBracketed(code, currentYear));
        return true;
    }
    if (code.find(kGroupSeparator) != std::string_view::npos) return takeString(code);
    const bool said = barcode.aim && barcode.aim->saysGs1();
    if (!said && writtenSeparatorAt(code) == 0) return false;
    if (const auto real = withRealSeparators(code)) return takeString(*real);
    return takeString(code);
}

/// No sign, or only marks that other codes have too: all of it must fit.
bool readUnannounced(Barcode& barcode, int currentYear)
{
    const std::string_view code = barcode.code;
    constexpr std::size_t kShortest = 16; // a GTIN with its identifier
    const auto real = withRealSeparators(code);
    if (!real && (code.size() < kShortest || code[0] != '0' || code[1] > '2')) return false;
    auto elements = readElementString(real ? *real : code, currentYear);
    if (!elements) return false;
    take(barcode, Symbology::Gs1ElementString, std::move(elements));
    return true;
}

} // namespace

bool readGs1(Barcode& barcode, int currentYear)
{
    if (readAnnounced(barcode, currentYear)) return true;
    if (auto link = readDigitalLink(barcode.code, currentYear)) {
        take(barcode, Symbology::Gs1DigitalLink, *std::move(link));
        return true;
    }
    return readUnannounced(barcode, currentYear);
}

} // namespace till::reading
