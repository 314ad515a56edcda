#pragma once

#include "base/clock.h"
#include "domain/catalog/catalogue.h"
#include "storage/product_search.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace till {

class Connection;

// Reading products the way the till does: a few rows by their keys.

struct Sellable {
    SellableProduct product;
    bool archived = false;
};

/// With the price of `day` for the pack the code stands for; a price of the code itself goes first.
std::optional<Sellable> sellableByCode(Connection& db, std::string_view code, BusinessDay day);
/// Of the products that carry this GTIN, the one that is sold; nothing when there are several.
std::optional<Sellable> sellableByGtin(Connection& db, std::int64_t gtin14, BusinessDay day);
std::optional<Sellable> sellableById(Connection& db, ProductId id, BusinessDay day);

/// Of one unit when `quantity` is bought on `day`: of the steps that the quantity reaches, the highest that
/// has a price; within a step the latest valid_from, within it the newest version.
std::optional<UnitPrice> priceOn(Connection& db, ProductId id, BusinessDay day, Quantity quantity);

/// Rows for lists, in the order given; archived products are left out.
std::vector<ProductHit> productHits(Connection& db, std::span<const FoundProduct> found, BusinessDay day);
/// By name, from `offset` on.
std::vector<FoundProduct> productsByName(Connection& db, int limit, int offset);

} // namespace till
