#include "domain/catalog/symbology.h"

namespace till {

std::string_view toText(Symbology symbology)
{
    switch (symbology) {
    case Symbology::Ean13: return "ean13";
    case Symbology::Ean8: return "ean8";
    case Symbology::UpcA: return "upca";
    case Symbology::UpcE: return "upce";
    case Symbology::Itf14: return "itf14";
    case Symbology::Code128: return "code128";
    case Symbology::Isbn: return "isbn";
    case Symbology::Gs1ElementString: return "gs1_element_string";
    case Symbology::Gs1DigitalLink: return "gs1_digital_link";
    case Symbology::InStoreWeight: return "weight_embedded";
    case Symbology::InStorePrice: return "price_embedded";
    case Symbology::InStore: return "in_store";
    case Symbology::Plain: return "plain";
    }
    return "plain";
}

bool AimPrefix::saysGs1() const
{
    switch (symbol) {
    case 'C':
    case 'J': return modifier == '1';                    // Code 128, DotCode
    case 'd': return modifier == '2' || modifier == '5'; // Data Matrix; 5 adds the ECI protocol
    case 'Q': return modifier == '3' || modifier == '4'; // QR Code; 4 adds the ECI protocol
    case 'e': return modifier <= '2';                    // DataBar and composite; 3 is an escape
    default: return false;
    }
}

std::optional<AimPrefix> aimPrefixOf(std::string_view scan)
{
    constexpr std::string_view kSymbols = "ABCDEFGHIJKLMNOPQRSTUVXZcdehoz";
    if (scan.size() < 3 || scan[0] != ']' || kSymbols.find(scan[1]) == std::string_view::npos)
        return std::nullopt;
    const char modifier = scan[2];
    const bool known = (modifier >= '0' && modifier <= '9') || (modifier >= 'A' && modifier <= 'F');
    if (!known) return std::nullopt;
    return AimPrefix{scan[1], modifier};
}

} // namespace till
