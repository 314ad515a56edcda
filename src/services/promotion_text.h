#pragma once

#include "base/result.h"
#include "domain/sales/promotion_draft.h"

#include <string>
#include <string_view>

namespace till {

class Shop;

/// A promotion in the words of `price --cart` (cli.md), with what a shop adds: name, "from" and "to" (days),
/// "weekdays" ("mon" ...), "from_time" and "to_time" ("17:00"), "customer_group" (made if missing), and
/// "coupons": texts, or objects of code, uses, uses_per_customer, from, to, minimum. Products are codes,
/// departments names ("Drinks", or "Drinks/Tea" where a name stands twice).
///
/// Errors as of priceCart; CodeUnknown, DepartmentNotFound (detail = the name).
Result<PromotionDraft> promotionOfJson(Shop& shop, std::string_view text);
/// The same the other way, beside the state and the uses of its coupons.
std::string promotionsJson(Shop& shop, const std::vector<PromotionDetails>& promotions);

} // namespace till
