#pragma once

#include "base/result.h"
#include "domain/catalog/product.h"

namespace till {

class Connection;

/// The draft with clean texts, or why it cannot be saved (CatalogService::add says which errors). `self`: the
/// product that is being changed; its own codes are no conflict.
Result<ProductDraft> checkedDraft(Connection& db, ProductDraft draft, ProductId self = {});

/// Not negative, at most ten thousand million minor units.
bool isAcceptablePrice(UnitPrice price);

/// 1 to 200 printable characters, trimmed and NFC; CodeInvalid (detail = the code).
Result<std::string> cleanCode(const std::string& code);

} // namespace till
