#pragma once

#include "storage/product_repository.h"

#include <nlohmann/json.hpp>

namespace till {

// What the journal keeps of a change to a product: its uid and name, and each field that changed, before and
// after.

nlohmann::json productAddedJson(const Uid& uid, const ProductDraft& fields);
nlohmann::json productChangedJson(
    const StoredProduct& before, const ProductDraft& after); ///< but for the price
nlohmann::json productArchivedJson(const StoredProduct& before);
nlohmann::json priceChangedJson(const Uid& product, const std::optional<UnitPrice>& before,
    const std::optional<UnitPrice>& after, BusinessDay from);

} // namespace till
