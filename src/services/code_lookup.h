#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "domain/catalog/embedded_code.h"
#include "domain/catalog/product.h"

#include <span>
#include <string_view>

namespace till {

class Connection;

struct CodeContext {
    BusinessDay day;
    std::span<const EmbeddedCodeRule> rules;
    int currencyDecimals = 2;
};

/// What a scan means, as CatalogService::findByCode says.
Result<SellableProduct> lookUpCode(Connection& db, std::string_view scan, const CodeContext& context);

} // namespace till
