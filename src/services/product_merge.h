#pragma once

#include "base/result.h"
#include "domain/catalog/product.h"
#include "exchange/product_row.h"
#include "services/import_words.h"

namespace till {

/// The product as it is after the row: what the row says is taken over, the rest stays. Codes are only added;
/// another own number replaces the one before. `product`: an empty draft for a new one.
ProductDraft merged(ProductDraft product, const ProductRow& row, const RowReferences& references);

/// Whether two drafts are the same in every field an import can set.
bool sameProduct(const ProductDraft& a, const ProductDraft& b);

} // namespace till
