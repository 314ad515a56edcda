#include "exchange/product_field.h"

#include <algorithm>
#include <array>

namespace till {
namespace {

constexpr std::array<std::string_view, kProductFieldCount> kNames{"external_id", "group", "kind", "parent",
    "name", "variant", "option1_name", "option2_name", "option3_name", "option1_value", "option2_value",
    "option3_value", "sku", "barcode", "price", "location_price", "cost", "stock", "low_stock",
    "target_stock", "pack", "category", "fallback_category", "brand", "description", "supplier",
    "supplier_sku", "tax", "tax_flag", "taxable", "unit", "weighed", "open_price", "age_restricted", "active",
    "archived", "sellable", "track_stock", "component_sku"};

} // namespace

std::string_view toText(ProductField field)
{
    return kNames[static_cast<std::size_t>(field)];
}

std::optional<ProductField> productFieldFromText(std::string_view text)
{
    const auto* const found = std::find(kNames.begin(), kNames.end(), text);
    if (found == kNames.end()) return {};
    return static_cast<ProductField>(found - kNames.begin());
}

bool isMoney(ProductField field)
{
    return field == ProductField::Price || field == ProductField::LocationPrice ||
           field == ProductField::Cost;
}

bool isQuantity(ProductField field)
{
    switch (field) {
    case ProductField::Stock:
    case ProductField::LowStock:
    case ProductField::TargetStock:
    case ProductField::Pack: return true;
    default: return false;
    }
}

} // namespace till
