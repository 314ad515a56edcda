#include "paper/barcode_bars.h"

#include <zint.h>

#include <memory>

namespace till {

namespace {

struct SymbolDeleter {
    void operator()(zint_symbol* symbol) const { ZBarcode_Delete(symbol); }
};

int zintSymbology(Symbology symbology)
{
    switch (symbology) {
    case Symbology::Code128: return BARCODE_CODE128;
    case Symbology::Ean13: return BARCODE_EANX_CHK;
    case Symbology::Qr: break;
    }
    return BARCODE_QRCODE;
}

/// ISO/IEC 15417 (10), ISO/IEC 15420 (11 left, 7 right: the wider on both), ISO/IEC 18004 (4).
int quietZone(Symbology symbology)
{
    switch (symbology) {
    case Symbology::Code128: return 10;
    case Symbology::Ean13: return 11;
    case Symbology::Qr: break;
    }
    return 4;
}

/// Zint takes shorter numbers for other members of the EAN family.
bool isPossible(Symbology symbology, const std::string& data)
{
    if (data.empty()) return false;
    if (symbology != Symbology::Ean13) return true;
    return data.size() == 13 && data.find_first_not_of("0123456789") == std::string::npos;
}

} // namespace

std::optional<BarcodeBars> encodeBarcode(Symbology symbology, const std::string& data)
{
    if (!isPossible(symbology, data)) return std::nullopt;
    const std::unique_ptr<zint_symbol, SymbolDeleter> symbol{ZBarcode_Create()};
    if (!symbol) throw std::bad_alloc{};
    symbol->symbology = zintSymbology(symbology);
    symbol->input_mode = UNICODE_MODE;
    const auto* bytes = reinterpret_cast<const unsigned char*>(data.data());
    const auto outcome = ZBarcode_Encode(symbol.get(), bytes, static_cast<int>(data.size()));
    if (outcome >= ZINT_ERROR) return std::nullopt;

    BarcodeBars bars;
    bars.width = symbol->width;
    bars.quietZone = quietZone(symbology);
    bars.isMatrix = symbology == Symbology::Qr;
    for (int row = 0; row < symbol->rows; ++row) {
        for (int column = 0; column < symbol->width; ++column) {
            bars.isBlack.push_back((symbol->encoded_data[row][column / 8] >> (column % 8) & 1) != 0);
        }
    }
    return bars;
}

} // namespace till
