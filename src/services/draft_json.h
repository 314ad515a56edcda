#pragma once

#include "domain/catalog/product.h"

#include <optional>
#include <string>
#include <string_view>

namespace till {

/// What a product was before an import changed it, as text: table import_product keeps it until the import is
/// taken back.
struct DraftBefore {
    ProductDraft fields;
    std::optional<UnitPrice>
        costAfter; ///< what the import set: a cost that goods received since brought is kept
};

std::string toJson(const DraftBefore& before);
DraftBefore draftFromJson(std::string_view json);

} // namespace till
