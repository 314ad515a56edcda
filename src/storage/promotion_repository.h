#pragma once

#include "domain/sales/promotion_draft.h"
#include "storage/connection.h"

#include <optional>
#include <string_view>
#include <vector>

namespace till {

/// A coupon with what has become of it.
struct CouponRow {
    CouponId id;
    PromotionId promotion;
    CouponDraft fields;
    std::int64_t used = 0;
};

/// Promotions, their coupons, and the groups of customers they are for. Writing members are called inside the
/// caller's transaction.
class PromotionRepository {
public:
    explicit PromotionRepository(Connection& db)
        : m_db{db}
    {
    }

    std::vector<PromotionDetails> all(); ///< in the order of "first"; archived ones too
    std::optional<PromotionDetails> find(PromotionId id);
    bool isCodeTaken(std::string_view code, PromotionId except); ///< of a promotion
    bool isCouponTaken(std::string_view code, PromotionId except);
    PromotionId insert(const PromotionDraft& draft, UserId user, Timestamp now);
    void update(PromotionId id, const PromotionDraft& draft, UserId user, Timestamp now);
    void archive(PromotionId id, UserId user, Timestamp now);

    std::optional<CouponRow> coupon(std::string_view code);
    std::int64_t usesBy(CouponId coupon, std::string_view customer);             ///< of one customer, by code
    void insertUse(CouponId coupon, DocumentId document, std::int64_t customer); ///< 0: no customer

    std::vector<CustomerGroup> groups();
    CustomerGroupId insertGroup(std::string_view name, Timestamp now);
    CustomerGroupId groupOf(std::string_view customer); ///< none too where the customer is not known
    void setGroup(std::string_view customer, CustomerGroupId group);

private:
    void readItems(PromotionDetails& promotion);
    void readCoupons(PromotionDetails& promotion);
    void writeItems(PromotionId id, const PromotionDraft& draft);
    void writeCoupons(PromotionId id, const std::vector<CouponDraft>& coupons, Timestamp now);

    Connection& m_db;
};

} // namespace till
