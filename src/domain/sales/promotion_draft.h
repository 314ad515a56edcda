#pragma once

#include "base/ids.h"
#include "domain/sales/promotion.h"

#include <string>
#include <vector>

namespace till {

using PromotionId = Id<struct PromotionTag>;
using CouponId = Id<struct CouponTag>;
using CustomerGroupId = Id<struct CustomerGroupTag>;

struct CustomerGroup {
    CustomerGroupId id;
    std::string name;
};

/// A code a customer brings.
struct CouponDraft {
    std::string code;
    int uses = 0; ///< sales it counts in; 0: any number
    int usesPerCustomer = 0;
    std::optional<BusinessDay> from{};
    std::optional<BusinessDay> to{}; ///< the last day
    Money minimum{};                 ///< beside the promotion's own
    friend bool operator==(const CouponDraft&, const CouponDraft&) = default;
};

/// A promotion as the owner edits it. `rules` hold product and department ids as chosen: the departments
/// inside those are added where a cart is priced.
struct PromotionDraft {
    Promotion rules;
    PromotionTimes times{};
    CustomerGroupId group{}; ///< none: everybody
    bool needsCoupon = false;
    std::vector<CouponDraft> coupons{};
};

struct PromotionDetails {
    PromotionId id;
    std::int64_t revision = 0;
    bool archived = false;
    PromotionDraft fields;
    std::int64_t couponUses = 0; ///< sales any of its coupons counted in
};

} // namespace till
