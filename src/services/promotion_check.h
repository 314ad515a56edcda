#pragma once

#include "domain/sales/cart.h"
#include "domain/sales/promotion_draft.h"

namespace till {

struct CouponRow;
class PromotionRepository;

/// The draft as it is stored: names clean, coupons in capitals, an offer that needs a coupon and has none
/// known by its own code. The name's errors, PromotionInvalid (detail = the field), CodeInvalid.
Result<PromotionDraft> checkedDraft(const PromotionDraft& draft);

/// A code of a coupon as it is stored: trimmed, in capitals.
std::string couponCode(std::string_view typed);

/// Its days, its uses and those of the cart's customer allow it.
bool couponCounts(
    const CouponRow& coupon, const Cart& cart, const Moment& at, PromotionRepository& repository);

} // namespace till
