#include "cli/sell_request.h"

#include "base/decimal.h"
#include "cli/values.h"
#include "services/catalog_service.h"

namespace till {
namespace {

/// Takes "<mark><number>" off the end of `text`, if it ends so.
template <typename Parse>
auto takeFromEnd(std::string& text, char mark, Parse parse)
    -> std::optional<std::decay_t<decltype(*parse(text))>>
{
    const auto at = text.rfind(mark);
    if (at == std::string::npos || at == 0) return std::nullopt;
    const auto number = parse(text.substr(at + 1));
    if (!number) return std::nullopt;
    text.erase(at);
    return *number;
}

/// Every way to read the text, the longest code first.
std::vector<RingUp> readings(const std::string& text, int decimals)
{
    const auto parsePrice = [decimals](
                                const std::string& number) { return parseUnitPrice(number, decimals); };
    const auto parseCount = [](const std::string& number) { return parseQuantity(number); };
    std::vector<RingUp> all;
    RingUp reading;
    reading.code = text;
    all.push_back(reading);
    if (const auto price = takeFromEnd(reading.code, '@', parsePrice)) {
        reading.price = *price;
        all.push_back(reading);
    }
    if (const auto quantity = takeFromEnd(reading.code, '*', parseCount)) {
        reading.quantity = *quantity;
        all.push_back(reading);
    }
    return all;
}

bool isUnknown(ErrorCode code)
{
    using enum ErrorCode;
    return code == CodeUnknown || code == CodeInvalid || code == ProductNotFound ||
           code == BarcodeCheckDigit || code == BarcodeLength || code == BarcodeCharacters ||
           code == BarcodeElement;
}

} // namespace

Result<RingUp> ringUpOf(Shop& shop, const std::string& text)
{
    if (text.empty()) throw UsageError{"--line is written CODE, CODE*QUANTITY or CODE*QUANTITY@PRICE."};
    Error why{ErrorCode::CodeUnknown, text};
    for (const auto& reading : readings(text, shop.facts().decimals)) {
        const auto found = shop.catalog().findByCode(reading.code);
        if (found) return reading;
        if (!isUnknown(found.error().code)) return found.error();
        why.detail = reading.code; // the last reading is what was meant most likely
    }
    return why;
}

CartDiscount discountOf(const Shop& shop, const std::string& text)
{
    CartDiscount discount;
    discount.user = shop.owner().user;
    if (!text.empty() && text.back() == '%') {
        discount.rate = percentValue("--discount", text.substr(0, text.size() - 1));
    } else {
        discount.amount = moneyValue("--discount", text, shop.facts().decimals);
    }
    return discount;
}

Result<TenderOffer> tenderOf(Shop& shop, const std::string& text)
{
    const auto equals = text.find('=');
    auto kind = text.substr(0, equals);
    for (auto& c : kind) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    const auto* type = shop.checkout().tenderType(kind);
    if (!type) return Error{ErrorCode::TenderUnknown, kind};
    TenderOffer offer;
    offer.type = type->id;
    if (equals != std::string::npos)
        offer.amount = moneyValue("--tender", text.substr(equals + 1), shop.facts().decimals);
    return offer;
}

} // namespace till
