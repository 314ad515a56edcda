#pragma once

#include "exchange/product_field.h"

#include <span>
#include <string_view>

namespace till {

/// How one header of another system maps. Headers are compared folded (base/text.h foldForSearch): "URL
/// handle" is "url handle", "supply_price" is "supply price".
struct HeaderRule {
    std::string_view header;
    ProductField field;
    bool isPrefix = false; ///< the rest of the header names a shop, or a tax for TaxFlag
};

/// What a system's product list looks like, and its habits.
struct ProductPreset {
    std::string_view name;
    std::span<const std::string_view> needed; ///< folded headers without which it is not this system's
    std::span<const HeaderRule> rules;        ///< the first that fits a free field wins
    std::string_view categorySeparator;       ///< between the levels of a path; empty: one level
    bool hasSeveralCategories = false;        ///< "A > B, C": the first is taken
    bool carriesGroup = false;                ///< product cells stand only in the first row of a group
    std::string_view plainVariant{};          ///< the variant's name when there is none
    bool hasParentRows = false;               ///< WooCommerce
    bool isSkuBarcode = false;                ///< Lightspeed: the code on the pack is kept as SKU
};

std::span<const ProductPreset> productPresets();  ///< one name may stand for several layouts; "generic" is
                                                  ///< last
std::span<const HeaderRule> genericHeaderRules(); ///< in the order of preference

} // namespace till
