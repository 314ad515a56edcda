#include "exchange/product_presets.h"

#include <array>

namespace till {
namespace {

using enum ProductField;

// Headers as the systems' own exports write them (2025/26). Names of places and taxes follow the prefix.

constexpr std::array kSquare{
    HeaderRule{"token", ExternalId},
    HeaderRule{"reference handle", Group},
    HeaderRule{"item name", Name},
    HeaderRule{"variation name", Variant},
    HeaderRule{"sku", Sku},
    HeaderRule{"gtin", Barcode},
    HeaderRule{"description", Description},
    HeaderRule{"categories", Category},
    HeaderRule{"category", Category},
    HeaderRule{"reporting category", FallbackCategory},
    HeaderRule{"price", Price},
    HeaderRule{"default unit cost", Cost},
    HeaderRule{"default vendor name", Supplier},
    HeaderRule{"default vendor code", SupplierSku},
    HeaderRule{"archived", Archived},
    HeaderRule{"sellable", Sellable},
    HeaderRule{"stockable", TrackStock},
    HeaderRule{"contains alcohol", AgeRestricted},
    HeaderRule{"option name 1", Option1Name},
    HeaderRule{"option value 1", Option1Value},
    HeaderRule{"option name 2", Option2Name},
    HeaderRule{"option value 2", Option2Value},
    HeaderRule{"option name 3", Option3Name},
    HeaderRule{"option value 3", Option3Value},
    HeaderRule{"current quantity ", Stock, true},
    HeaderRule{"stock alert count ", LowStock, true},
    HeaderRule{"price ", LocationPrice, true},
    HeaderRule{"tax ", TaxFlag, true},
};
constexpr std::array<std::string_view, 3> kSquareNeeds{"token", "item name", "variation name"};

constexpr std::array kShopify2025{
    HeaderRule{"title", Name},
    HeaderRule{"url handle", Group},
    HeaderRule{"description", Description},
    HeaderRule{"vendor", Brand},
    HeaderRule{"type", Category},
    HeaderRule{"status", Active},
    HeaderRule{"sku", Sku},
    HeaderRule{"barcode", Barcode},
    HeaderRule{"option1 name", Option1Name},
    HeaderRule{"option1 value", Option1Value},
    HeaderRule{"option2 name", Option2Name},
    HeaderRule{"option2 value", Option2Value},
    HeaderRule{"option3 name", Option3Name},
    HeaderRule{"option3 value", Option3Value},
    HeaderRule{"price", Price},
    HeaderRule{"cost per item", Cost},
    HeaderRule{"charge tax", Taxable},
    HeaderRule{"inventory quantity", Stock},
};
constexpr std::array<std::string_view, 3> kShopify2025Needs{"title", "url handle", "option1 name"};

constexpr std::array kShopifyLegacy{
    HeaderRule{"title", Name},
    HeaderRule{"handle", Group},
    HeaderRule{"body html", Description},
    HeaderRule{"vendor", Brand},
    HeaderRule{"type", Category},
    HeaderRule{"status", Active},
    HeaderRule{"variant sku", Sku},
    HeaderRule{"variant barcode", Barcode},
    HeaderRule{"option1 name", Option1Name},
    HeaderRule{"option1 value", Option1Value},
    HeaderRule{"option2 name", Option2Name},
    HeaderRule{"option2 value", Option2Value},
    HeaderRule{"option3 name", Option3Name},
    HeaderRule{"option3 value", Option3Value},
    HeaderRule{"variant price", Price},
    HeaderRule{"cost per item", Cost},
    HeaderRule{"variant taxable", Taxable},
    HeaderRule{"variant inventory qty", Stock},
};
constexpr std::array<std::string_view, 3> kShopifyLegacyNeeds{"handle", "title", "variant price"};

constexpr std::array kLoyverse{
    HeaderRule{"handle", Group},
    HeaderRule{"sku", Sku},
    HeaderRule{"name", Name},
    HeaderRule{"category", Category},
    HeaderRule{"description", Description},
    HeaderRule{"sold by weight", Weighed},
    HeaderRule{"option 1 name", Option1Name},
    HeaderRule{"option 1 value", Option1Value},
    HeaderRule{"option 2 name", Option2Name},
    HeaderRule{"option 2 value", Option2Value},
    HeaderRule{"option 3 name", Option3Name},
    HeaderRule{"option 3 value", Option3Value},
    HeaderRule{"cost", Cost},
    HeaderRule{"barcode", Barcode},
    HeaderRule{"sku of included item", ComponentSku},
    HeaderRule{"track stock", TrackStock},
    HeaderRule{"default price", Price},
    HeaderRule{"price ", LocationPrice, true},
    HeaderRule{"available for sale ", Sellable, true},
    HeaderRule{"in stock ", Stock, true},
    HeaderRule{"low stock ", LowStock, true},
    HeaderRule{"optimal stock ", TargetStock, true},
    HeaderRule{"tax ", TaxFlag, true},
};
constexpr std::array<std::string_view, 4> kLoyverseNeeds{"handle", "sku", "name", "sold by weight"};

constexpr std::array kLightspeed{
    HeaderRule{"id", ExternalId},
    HeaderRule{"handle", Group},
    HeaderRule{"sku", Sku},
    HeaderRule{"name", Name},
    HeaderRule{"description", Description},
    HeaderRule{"product category", Category},
    HeaderRule{"variant option one name", Option1Name},
    HeaderRule{"variant option one value", Option1Value},
    HeaderRule{"variant option two name", Option2Name},
    HeaderRule{"variant option two value", Option2Value},
    HeaderRule{"variant option three name", Option3Name},
    HeaderRule{"variant option three value", Option3Value},
    HeaderRule{"supply price", Cost},
    HeaderRule{"retail price", Price},
    HeaderRule{"brand name", Brand},
    HeaderRule{"supplier name", Supplier},
    HeaderRule{"supplier code", SupplierSku},
    HeaderRule{"active", Active},
    HeaderRule{"track inventory", TrackStock},
    HeaderRule{"composite sku", ComponentSku},
    HeaderRule{"tax name", Tax},
    HeaderRule{"outlet tax ", Tax, true},
    HeaderRule{"inventory ", Stock, true},
    HeaderRule{"reorder point ", LowStock, true},
    HeaderRule{"restock level ", TargetStock, true},
};
constexpr std::array<std::string_view, 4> kLightspeedNeeds{"handle", "sku", "supply price", "retail price"};

constexpr std::array kWooCommerce{
    HeaderRule{"id", ExternalId},
    HeaderRule{"type", Kind},
    HeaderRule{"sku", Sku},
    HeaderRule{"gtin upc ean or isbn", Barcode},
    HeaderRule{"name", Name},
    HeaderRule{"published", Active},
    HeaderRule{"description", Description},
    HeaderRule{"tax status", Taxable},
    HeaderRule{"tax class", Tax},
    HeaderRule{"stock", Stock},
    HeaderRule{"low stock amount", LowStock},
    HeaderRule{"regular price", Price},
    HeaderRule{"cost of goods", Cost},
    HeaderRule{"categories", Category},
    HeaderRule{"brands", Brand},
    HeaderRule{"parent", Parent},
    HeaderRule{"attribute 1 name", Option1Name},
    HeaderRule{"attribute 1 value s", Option1Value},
    HeaderRule{"attribute 2 name", Option2Name},
    HeaderRule{"attribute 2 value s", Option2Value},
    HeaderRule{"attribute 3 name", Option3Name},
    HeaderRule{"attribute 3 value s", Option3Value},
};
constexpr std::array<std::string_view, 4> kWooCommerceNeeds{"id", "type", "sku", "regular price"};

constexpr std::array kOdoo{
    HeaderRule{"external id", ExternalId},
    HeaderRule{"id", ExternalId},
    HeaderRule{"name", Name},
    HeaderRule{"internal reference", Sku},
    HeaderRule{"default code", Sku},
    HeaderRule{"barcode", Barcode},
    HeaderRule{"sales price", Price},
    HeaderRule{"list price", Price},
    HeaderRule{"cost", Cost},
    HeaderRule{"standard price", Cost},
    HeaderRule{"product category", Category},
    HeaderRule{"categ id", Category},
    HeaderRule{"sales description", Description},
    HeaderRule{"description sale", Description},
    HeaderRule{"quantity on hand", Stock},
    HeaderRule{"qty available", Stock},
    HeaderRule{"unit of measure", Unit},
    HeaderRule{"uom id", Unit},
    HeaderRule{"available in pos", Sellable},
    HeaderRule{"active", Active},
};
constexpr std::array<std::string_view, 3> kOdooNeeds{"name", "internal reference", "sales price"};
constexpr std::array<std::string_view, 3> kOdooTechnicalNeeds{"name", "default code", "list price"};

} // namespace

std::span<const ProductPreset> productPresets()
{
    static const std::array kPresets{
        ProductPreset{.name = "square",
            .needed = kSquareNeeds,
            .rules = kSquare,
            .categorySeparator = ">",
            .hasSeveralCategories = true,
            .plainVariant = "Regular"},
        ProductPreset{.name = "shopify",
            .needed = kShopify2025Needs,
            .rules = kShopify2025,
            .categorySeparator = "",
            .carriesGroup = true,
            .plainVariant = "Default Title"},
        ProductPreset{.name = "shopify",
            .needed = kShopifyLegacyNeeds,
            .rules = kShopifyLegacy,
            .categorySeparator = "",
            .carriesGroup = true,
            .plainVariant = "Default Title"},
        ProductPreset{.name = "lightspeed",
            .needed = kLightspeedNeeds,
            .rules = kLightspeed,
            .categorySeparator = " / ",
            .isSkuBarcode = true},
        ProductPreset{.name = "loyverse",
            .needed = kLoyverseNeeds,
            .rules = kLoyverse,
            .categorySeparator = "",
            .carriesGroup = true},
        ProductPreset{.name = "woocommerce",
            .needed = kWooCommerceNeeds,
            .rules = kWooCommerce,
            .categorySeparator = ">",
            .hasSeveralCategories = true,
            .hasParentRows = true},
        ProductPreset{.name = "odoo", .needed = kOdooNeeds, .rules = kOdoo, .categorySeparator = " / "},
        ProductPreset{
            .name = "odoo", .needed = kOdooTechnicalNeeds, .rules = kOdoo, .categorySeparator = " / "},
        ProductPreset{
            .name = "generic", .needed = {}, .rules = genericHeaderRules(), .categorySeparator = ">"},
    };
    return kPresets;
}

} // namespace till
