#pragma once

#include "base/clock.h"
#include "domain/catalog/catalogue.h"

#include <optional>
#include <string_view>
#include <vector>

namespace till {

class Connection;

// Writing products, and reading all of one. Every function that writes belongs into the caller's transaction
// and keeps the search index in step. What a person may get wrong (names, codes that are taken) is checked
// before.

inline constexpr PriceListId kShopPriceList{1}; ///< the first list: what everybody pays

/// Who changed a product, when, and from which day on a new price counts.
struct Change {
    UserId by;
    Timestamp at;
    BusinessDay day;
};

struct StoredProduct {
    Uid uid;
    ProductDraft fields; ///< price: on the day asked for
    std::int64_t revision = 0;
    bool archived = false;
};

/// A row with its codes, price, supplier and its place in the search index. For many: ProductBatch.
ProductId insertProduct(Connection& db, const ProductDraft& fields, const Uid& uid, const Change& change);
/// Sets what differs from `before` and counts the revision up.
void updateProduct(Connection& db, ProductId id, const StoredProduct& before, const ProductDraft& after,
    const Change& change);
/// Adds a price; none ends the price. An earlier price of that day stays on record and counts no more.
void addPrice(
    Connection& db, ProductId id, BusinessDay from, std::optional<UnitPrice> price, const Change& change);
void setRevision(Connection& db, ProductId id, const Change& change); ///< counts it up
void archiveProduct(Connection& db, ProductId id, const Change& change);
/// Archives it and gives its codes and external id free: as if it had never been, but for what is on record.
void withdrawProduct(Connection& db, ProductId id, const Change& change);

/// The editable fields, ready to be changed and written back.
std::optional<StoredProduct> storedProduct(Connection& db, ProductId id, BusinessDay day);
std::optional<ProductDetails> productDetails(Connection& db, ProductId id, BusinessDay day);

// For matching: one look-up each, nothing when there is no such product.
std::optional<ProductId> productWithCode(Connection& db, std::string_view code); ///< exactly, any kind
std::optional<ProductId> productWithSku(Connection& db, std::string_view sku);
std::optional<ProductId> productWithExternalId(Connection& db, std::string_view externalId);
std::vector<ProductId> productsWithGtin(Connection& db, std::int64_t gtin14); ///< each once
bool hasProducts(Connection& db); ///< an empty shop has nothing to match

} // namespace till
