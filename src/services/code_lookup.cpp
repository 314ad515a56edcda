#include "services/code_lookup.h"

#include "base/rounding.h"
#include "base/text.h"
#include "domain/catalog/barcode.h"
#include "storage/product_lookup.h"

namespace till {
namespace {

using Found = std::optional<Sellable>;

Result<SellableProduct> answer(Sellable found, std::string_view scan)
{
    if (found.archived) return Error{ErrorCode::ProductArchived, found.product.name};
    found.product.code = std::string{scan};
    return std::move(found.product);
}

/// The item's number as a shop may have filed it: the whole code with a value of zero, the code up to the
/// value, the item's digits, these without zeros in front (a PLU).
Found embeddedItem(Connection& db, const Barcode& barcode, BusinessDay day)
{
    const auto& embedded = *barcode.embedded;
    if (auto found = sellableByCode(db, embedded.lookupCode, day)) return found;
    const auto itemAt = barcode.code.find(embedded.item);
    if (itemAt != std::string::npos && itemAt > 0) {
        if (auto found = sellableByCode(db, barcode.code.substr(0, itemAt + embedded.item.size()), day))
            return found;
    }
    if (auto found = sellableByCode(db, embedded.item, day)) return found;
    const auto digits = embedded.item.find_first_not_of('0');
    if (digits == std::string::npos || digits == 0) return std::nullopt;
    return sellableByCode(db, embedded.item.substr(digits), day);
}

void applyEmbedded(const EmbeddedCode& embedded, SellableProduct& product)
{
    product.codeQuantity = embedded.quantity;
    product.codeAmount = embedded.price;
}

std::int64_t rescaled(const Gs1Number& number, int decimals)
{
    auto value = number.digits;
    for (int i = number.decimals; i < decimals; ++i) value = checked::multiply(value, 10);
    std::int64_t divisor = 1;
    for (int i = decimals; i < number.decimals; ++i) divisor = checked::multiply(divisor, 10);
    return multiplyAndRound(value, 1, divisor);
}

/// What a GS1 label says of this very pack: AI 310n net weight in kilograms, 30 count, 392n amount to pay.
void applyElements(const Gs1Elements& elements, int currencyDecimals, SellableProduct& product)
{
    for (const auto& element : elements) {
        if (!element.number) continue;
        if (element.ai.starts_with("310") && product.unit == "kg")
            product.codeQuantity = Quantity::fromThousandths(rescaled(*element.number, 3));
        if (element.ai == "30")
            product.codeQuantity = Quantity::fromThousandths(rescaled(*element.number, 3));
        if (element.ai.starts_with("392"))
            product.codeAmount = Money::fromMinor(rescaled(*element.number, currencyDecimals));
    }
}

/// The forms a shop may have typed in for one number: 14, 13, 12 and 8 digits.
Found gtinForms(Connection& db, std::int64_t gtin, BusinessDay day)
{
    const auto digits = gtin14Text(gtin);
    for (const std::size_t length : {14U, 13U, 12U, 8U}) {
        const auto cut = digits.size() - length;
        if (digits.find_first_not_of('0') < cut) break;
        if (auto found = sellableByCode(db, digits.substr(cut), day)) return found;
    }
    return sellableByGtin(db, gtin, day);
}

} // namespace

Result<SellableProduct> lookUpCode(Connection& db, std::string_view scan, const CodeContext& context)
{
    if (auto found = sellableByCode(db, scan, context.day)) return answer(std::move(*found), scan);

    const auto year = static_cast<int>(context.day.date().year());
    const auto barcode = classify(scan, {.embeddedRules = context.rules, .currentYear = year});
    if (barcode.code != scan) {
        if (auto found = sellableByCode(db, barcode.code, context.day))
            return answer(std::move(*found), scan);
    }
    if (!barcode.addOn.empty()) {
        if (auto found = sellableByCode(db, barcode.codeWithoutAddOn(), context.day))
            return answer(std::move(*found), scan);
    }
    if (barcode.embedded && barcode.ok()) {
        if (auto found = embeddedItem(db, barcode, context.day)) {
            applyEmbedded(*barcode.embedded, found->product);
            return answer(std::move(*found), scan);
        }
    }
    if (barcode.gtin14) {
        if (auto found = gtinForms(db, *barcode.gtin14, context.day)) {
            applyElements(barcode.elements, context.currencyDecimals, found->product);
            return answer(std::move(*found), scan);
        }
    }
    if (barcode.error) return *barcode.error;
    return Error{ErrorCode::CodeUnknown, barcode.code};
}

} // namespace till
