#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace till {

/// What a column of a product list can hold.
enum class ProductField {
    ExternalId,
    Group,
    Kind,   ///< WooCommerce: simple, variable, variation, grouped
    Parent, ///< WooCommerce: "id:90" or the parent's SKU
    Name,
    Variant,
    Option1Name,
    Option2Name,
    Option3Name,
    Option1Value,
    Option2Value,
    Option3Value,
    Sku,
    Barcode,
    Price,
    LocationPrice, ///< one shop's own price, before the general one
    Cost,
    Stock,
    LowStock,
    TargetStock,
    Pack,
    Category,
    FallbackCategory,
    Brand,
    Description,
    Supplier,
    SupplierSku,
    Tax,
    TaxFlag, ///< a yes/no column named after a tax
    Taxable,
    Unit,
    Weighed,
    OpenPrice,
    AgeRestricted,
    Active,
    Archived,
    Sellable,
    TrackStock,
    ComponentSku,
};
inline constexpr std::size_t kProductFieldCount = static_cast<std::size_t>(ProductField::ComponentSku) + 1;

std::string_view toText(ProductField field); ///< "low_stock", as --map names it
std::optional<ProductField> productFieldFromText(std::string_view text);

bool isMoney(ProductField field);
bool isQuantity(ProductField field);

} // namespace till
