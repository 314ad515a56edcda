#pragma once

#include "base/event.h"
#include "base/result.h"
#include "domain/sales/cart.h"
#include "domain/sales/pricing.h"
#include "domain/sales/promotion_draft.h"
#include "services/actor.h"

#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace till {

class Session;

enum class PromotionState { Running, Planned, Over, Archived };

/// What counts for one cart at one moment. It may be moved, and lives as long as the pricing takes.
struct Offers {
    std::vector<const Promotion*> list;
    PromotionChoice choice = PromotionChoice::Best;
    std::deque<Promotion> own; ///< with a coupon's minimum
};

/// A coupon that lies in a cart.
struct GivenCoupon {
    std::string code;
    std::string name;    ///< of its offer
    bool counts = false; ///< the offer saves something now
    Money minimum{};     ///< of the offer's goods; zero: something else is missing
};

/// The offers of the shop and their coupons.
class PromotionService {
public:
    explicit PromotionService(Session& session);
    ~PromotionService();

    std::vector<PromotionDetails> all() const; ///< in the order of "first"; archived ones last
    std::optional<PromotionDetails> find(PromotionId id) const;
    /// By its dates; an offer that runs on Mondays alone runs all week here.
    PromotionState stateOf(const PromotionDetails& promotion) const;

    /// promotion.edit; journalled as PROMOTION_CHANGE. Errors: the name's, PromotionInvalid (detail = the
    /// field), CodeTaken (of a promotion or coupon), ProductNotFound, DepartmentNotFound, PromotionNotFound,
    /// ChangedMeanwhile.
    Result<PromotionId> add(const Actor& actor, const PromotionDraft& draft);
    Result<> change(const Actor& actor, PromotionId id, std::int64_t revision, const PromotionDraft& draft);
    Result<> archive(const Actor& actor, PromotionId id);
    /// As many codes as asked for that no coupon has, easy to read aloud: "7K4M-P2XT".
    std::vector<std::string> newCouponCodes(int count) const;

    std::vector<CustomerGroup> groups() const;
    Result<CustomerGroupId> groupNamed(const Actor& actor, const std::string& name); ///< made if missing
    CustomerGroup groupOf(std::string_view customer) const; ///< of no id and no name: in none
    Result<> setCustomerGroup(const Actor& actor, const std::string& customer, CustomerGroupId group);

    /// The rules with the departments inside those that were chosen: what the pricing function takes.
    Promotion resolved(const Promotion& rules) const;
    /// What runs now and is for this cart: its customer, its coupons. Read once and kept in memory until an
    /// offer or the catalogue changes: a scan asks the file for coupons alone.
    Offers offersFor(const Cart& cart, const Moment& at) const;

    bool isCoupon(std::string_view code) const; ///< of any state
    /// Whether it may be put into this cart: CouponUnknown, CouponNotNow, CouponUsedUp, CouponGivenAlready.
    Result<> checkCoupon(std::string_view code, const Cart& cart, const Moment& at) const;
    std::vector<GivenCoupon> couponsIn(const Cart& cart, const PricedSale& priced) const;
    /// In the sale's transaction: one use of every coupon that gave something. CouponUsedUp.
    Result<> countUses(
        const Cart& cart, const PricedSale& priced, DocumentId document, std::int64_t customer);

    Event<> changed;

private:
    struct Cache;
    Cache& cache() const;
    Result<PromotionDraft> checked(const PromotionDraft& draft, PromotionId id) const;
    void forget();

    Session& m_session;
    std::unique_ptr<Cache> m_cache;
};

} // namespace till
