#pragma once

#include "base/clock.h"
#include "domain/catalog/selling_rules.h"

#include <optional>
#include <string_view>
#include <vector>

namespace till {

class Connection;

// What the till asks of goods beyond their price: a look-up each, by key.

SellingRules sellingRules(Connection& db, ProductId id);
/// In the caller's transaction.
void setSellingRules(Connection& db, ProductId id, const SellingRules& rules);
std::vector<ProductId> depositProducts(Connection& db); ///< in use, by name

/// What is there of a product; nothing where no goods ever came in on record, so that the figure says
/// nothing.
std::optional<Quantity> countedStock(Connection& db, ProductId id, LocationId location);
std::optional<UnitPrice> lastCost(Connection& db, ProductId id); ///< of one unit, before tax

/// A note that is kept with a sale and never printed; line 0: of the whole sale.
void insertInternalNote(Connection& db, DocumentId document, int lineNo, std::string_view note);

} // namespace till
