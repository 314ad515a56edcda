#include "cli/sell_request.h"

#include "base/decimal.h"
#include "cli/values.h"
#include "domain/cash/currency.h"
#include "services/catalog_service.h"

#include <algorithm>
#include <utility>

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

VoucherSale voucherOf(const Shop& shop, const std::string& text)
{
    const auto colon = text.find(':');
    VoucherSale voucher;
    voucher.amount = moneyValue("--voucher", text.substr(0, colon), shop.facts().decimals);
    if (colon != std::string::npos) voucher.number = text.substr(colon + 1);
    return voucher;
}

Result<TenderOffer> tenderOf(Shop& shop, const std::string& text)
{
    const auto equals = text.rfind('=');
    const auto colon = text.substr(0, equals).find(':');
    auto kind = text.substr(0, std::min(equals, colon));
    auto detail = colon == std::string::npos ? std::string{} : text.substr(0, equals).substr(colon + 1);
    if (kind == "cash" && !detail.empty()) kind += "_" + std::exchange(detail, {});
    for (auto& c : kind) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    const auto* type = shop.checkout().tenderType(kind);
    if (!type) return Error{ErrorCode::TenderUnknown, kind};
    TenderOffer offer;
    offer.type = type->id;
    offer.reference = std::move(detail);
    if (equals == std::string::npos) return offer;
    const auto amount = text.substr(equals + 1);
    if (type->isForeign())
        offer.foreignMinor =
            moneyValue("--tender", amount, currencyDecimals(type->currency).value_or(2)).minor();
    else
        offer.amount = moneyValue("--tender", amount, shop.facts().decimals);
    return offer;
}

} // namespace till
