#include "base/text.h"
#include "services/promotion_check.h"
#include "services/promotion_journal.h"
#include "services/promotion_service.h"
#include "services/session.h"
#include "storage/promotion_repository.h"

#include <algorithm>

namespace till {

// Coupons in carts and sales; and the groups of customers that offers are for.

bool PromotionService::isCoupon(std::string_view code) const
{
    return PromotionRepository{m_session.db}.coupon(couponCode(code)).has_value();
}

Result<> PromotionService::checkCoupon(std::string_view typed, const Cart& cart, const Moment& at) const
{
    const auto code = couponCode(typed);
    PromotionRepository repository{m_session.db};
    const auto coupon = repository.coupon(code);
    const auto offer = coupon ? repository.find(coupon->promotion) : std::nullopt;
    if (!offer || offer->archived) return Error{ErrorCode::CouponUnknown, clipped(code, 40)};
    for (const auto& given : cart.coupons) {
        const auto other = repository.coupon(given);
        if (other && other->promotion == coupon->promotion) return Error{ErrorCode::CouponGivenAlready, code};
    }
    const auto& fields = coupon->fields;
    const bool inTime = (!fields.from || *fields.from <= at.businessDay) &&
                        (!fields.to || at.businessDay <= *fields.to) &&
                        offer->fields.times.isOnDay(at.businessDay);
    if (!inTime) return Error{ErrorCode::CouponNotNow, code};
    const bool usedUp = (fields.uses > 0 && coupon->used >= fields.uses) ||
                        (fields.usesPerCustomer > 0 && cart.customer &&
                            repository.usesBy(coupon->id, *cart.customer) >= fields.usesPerCustomer);
    if (usedUp) return Error{ErrorCode::CouponUsedUp, code};
    return {};
}

std::vector<GivenCoupon> PromotionService::couponsIn(const Cart& cart, const PricedSale& priced) const
{
    std::vector<GivenCoupon> given;
    PromotionRepository repository{m_session.db};
    for (const auto& code : cart.coupons) {
        const auto coupon = repository.coupon(code);
        const auto offer = coupon ? repository.find(coupon->promotion) : std::nullopt;
        GivenCoupon shown{code, offer ? offer->fields.rules.label() : code};
        if (offer) {
            const auto& rules = offer->fields.rules;
            shown.minimum = std::max(rules.minimum, coupon->fields.minimum);
            shown.counts = std::any_of(priced.promotions.begin(), priced.promotions.end(),
                [&](const AppliedPromotion& each) { return each.code == rules.code; });
        }
        given.push_back(std::move(shown));
    }
    return given;
}

Result<> PromotionService::countUses(
    const Cart& cart, const PricedSale& priced, DocumentId document, std::int64_t customer)
{
    PromotionRepository repository{m_session.db};
    for (const auto& given : couponsIn(cart, priced)) {
        if (!given.counts) continue;
        const auto coupon = repository.coupon(given.code);
        if (!coupon) continue;
        const auto& fields = coupon->fields;
        if (fields.uses > 0 && coupon->used >= fields.uses) return Error{ErrorCode::CouponUsedUp, given.code};
        repository.insertUse(coupon->id, document, customer);
    }
    return {};
}

Result<CustomerGroupId> PromotionService::groupNamed(const Actor& actor, const std::string& name)
{
    auto clean = cleanName(name);
    if (!clean) return clean.error();
    for (const auto& group : groups()) {
        if (group.name == *clean) return group.id;
    }
    if (auto allowed = m_session.require(actor, Permission::PromotionEdit); !allowed) return allowed.error();
    const auto now = m_session.now();
    Transaction tx{m_session.db};
    const auto id = PromotionRepository{m_session.db}.insertGroup(*clean, now.utc);
    m_session.journal->append(
        JournalType::PromotionChange, actor, now, {{"act", "customer group"}, {"name", *clean}});
    tx.commit();
    return id;
}

Result<> PromotionService::setCustomerGroup(
    const Actor& actor, const std::string& customer, CustomerGroupId group)
{
    if (auto allowed = m_session.require(actor, Permission::PromotionEdit); !allowed) return allowed;
    const auto now = m_session.now();
    Transaction tx{m_session.db};
    PromotionRepository{m_session.db}.setGroup(customer, group);
    if (m_session.db.changes() == 0) return Error{ErrorCode::CustomerUnknown, clipped(customer, 60)};
    m_session.journal->append(
        JournalType::CustomerChange, actor, now, {{"customer", customer}, {"group", group.value}});
    tx.commit();
    changed.emit();
    return {};
}

} // namespace till
