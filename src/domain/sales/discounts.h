#pragma once

#include "domain/sales/pricing.h"

#include <span>
#include <vector>

namespace till {

/// Takes a line's own discounts off its gross, each from what the one before left, and notes their amounts
/// in `priced`. Gives what is left. `wereGiven`: see CartToPrice. DiscountInvalid, detail "discounts[0]".
Result<Money> applyOwnDiscounts(const LineToPrice& line, bool wereGiven, PricedLine& priced);

/// Spreads each whole-sale discount over the discountable lines in proportion to what is left of them, so
/// that every tax rate bears its part. `remaining` is per line and becomes what is left after it.
/// DiscountInvalid, detail "discounts[0]".
Result<> applySaleDiscounts(
    const CartToPrice& cart, std::vector<PricedLine>& lines, std::vector<Money>& remaining);

} // namespace till
