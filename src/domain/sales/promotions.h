#pragma once

#include "domain/sales/pricing.h"

#include <vector>

namespace till {

/// Chooses what promotions take of the cart, and takes their savings off `remaining`, which is per line what
/// its own discounts left. Gives those that save anything. PromotionInvalid, detail "promotions[1].price".
Result<std::vector<AppliedPromotion>> applyPromotions(
    const CartToPrice& cart, std::vector<PricedLine>& lines, std::vector<Money>& remaining);

} // namespace till
