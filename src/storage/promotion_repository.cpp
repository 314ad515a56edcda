#include "storage/promotion_repository.h"

#include <algorithm>

namespace till {
namespace {

PromotionDetails detailsOf(const Statement& row)
{
    PromotionDetails found;
    found.id = row.id<PromotionId>(0);
    found.revision = row.integer(1);
    found.archived = !row.isNull(2);
    auto& rules = found.fields.rules;
    rules.code = row.text(3);
    rules.name = row.text(4);
    rules.kind = static_cast<PromotionKind>(row.integer(5));
    rules.count = static_cast<int>(row.integer(6));
    rules.gotCount = static_cast<int>(row.integer(7));
    rules.price = row.optional<Money>(8);
    rules.rate = row.isNull(9) ? std::nullopt : std::optional{row.rate(9)};
    rules.amount = row.money(10);
    rules.minimum = row.money(11);
    rules.limit = static_cast<int>(row.integer(12));
    auto& times = found.fields.times;
    if (!row.isNull(13)) times.from = row.businessDay(13);
    if (!row.isNull(14)) times.to = row.businessDay(14);
    times.weekdays = static_cast<std::uint8_t>(row.integer(15));
    times.fromMinute = row.optional<int>(16);
    times.toMinute = row.optional<int>(17);
    found.fields.group = row.id<CustomerGroupId>(18);
    found.fields.needsCoupon = row.boolean(19);
    return found;
}

CouponDraft couponOf(const Statement& row, int first)
{
    CouponDraft coupon;
    coupon.code = row.text(first);
    coupon.uses = static_cast<int>(row.integer(first + 1));
    coupon.usesPerCustomer = static_cast<int>(row.integer(first + 2));
    if (!row.isNull(first + 3)) coupon.from = row.businessDay(first + 3);
    if (!row.isNull(first + 4)) coupon.to = row.businessDay(first + 4);
    coupon.minimum = row.money(first + 5);
    return coupon;
}

} // namespace

std::vector<PromotionDetails> PromotionRepository::all()
{
    std::vector<PromotionDetails> found;
    auto row = m_db.prepare(R"(
        SELECT id, rev, archived_at, code, name, kind_id, piece_count, got_count, price, rate, amount, minimum, times,
               valid_from, valid_to, weekdays, from_minute, to_minute, customer_group_id, needs_coupon
          FROM promotion
         ORDER BY position, id)");
    while (row.step()) found.push_back(detailsOf(row));
    for (auto& promotion : found) {
        readItems(promotion);
        readCoupons(promotion);
    }
    return found;
}

std::optional<PromotionDetails> PromotionRepository::find(PromotionId id)
{
    auto row = m_db.query(R"(
        SELECT id, rev, archived_at, code, name, kind_id, piece_count, got_count, price, rate, amount, minimum, times,
               valid_from, valid_to, weekdays, from_minute, to_minute, customer_group_id, needs_coupon
          FROM promotion
         WHERE id = ?1)",
        id);
    if (!row.step()) return std::nullopt;
    auto promotion = detailsOf(row);
    readItems(promotion);
    readCoupons(promotion);
    return promotion;
}

void PromotionRepository::readItems(PromotionDetails& promotion)
{
    auto row = m_db.query(R"(
        SELECT role, product_id, department_id FROM promotion_item WHERE promotion_id = ?1 ORDER BY role, position)",
        promotion.id);
    auto& rules = promotion.fields.rules;
    while (row.step()) {
        auto& goods = row.textView(0) == "get" ? rules.got : rules.goods;
        if (row.isNull(1)) {
            goods.departments.push_back(row.integer(2));
        } else {
            goods.products.push_back(row.integer(1));
        }
    }
    for (auto* goods : {&rules.goods, &rules.got}) {
        std::sort(goods->products.begin(), goods->products.end());
        std::sort(goods->departments.begin(), goods->departments.end());
    }
}

void PromotionRepository::readCoupons(PromotionDetails& promotion)
{
    auto row = m_db.query(R"(
        SELECT code, uses, uses_per_customer, valid_from, valid_to, minimum
          FROM coupon
         WHERE promotion_id = ?1 AND archived_at IS NULL
         ORDER BY id)",
        promotion.id);
    while (row.step()) promotion.fields.coupons.push_back(couponOf(row, 0));
    auto used = m_db.query(R"(
        SELECT count(*) FROM coupon c JOIN coupon_use u ON u.coupon_id = c.id WHERE c.promotion_id = ?1)",
        promotion.id);
    used.step();
    promotion.couponUses = used.integer(0);
}

bool PromotionRepository::isCodeTaken(std::string_view code, PromotionId except)
{
    return m_db.query("SELECT 1 FROM promotion WHERE code = ?1 AND id <> ?2", code, except.value).step();
}

bool PromotionRepository::isCouponTaken(std::string_view code, PromotionId except)
{
    return m_db.query("SELECT 1 FROM coupon WHERE code = ?1 AND promotion_id <> ?2", code, except.value)
        .step();
}

PromotionId PromotionRepository::insert(const PromotionDraft& draft, UserId user, Timestamp now)
{
    const auto& rules = draft.rules;
    const auto& times = draft.times;
    m_db.run(R"(
        INSERT INTO promotion (uid, code, name, kind_id, piece_count, got_count, price, rate, amount, minimum, times,
                               valid_from, valid_to, weekdays, from_minute, to_minute, customer_group_id, needs_coupon,
                               position, changed_by, changed_at)
        SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18,
               coalesce(max(position), 0) + 1, ?19, ?20
          FROM promotion)",
        Uid::make(now.time_since_epoch().count()), rules.code, rules.name, static_cast<int>(rules.kind),
        rules.count, rules.gotCount, rules.price, rules.rate, rules.amount, rules.minimum, rules.limit,
        times.from, times.to, static_cast<int>(times.weekdays), times.fromMinute, times.toMinute, draft.group,
        draft.needsCoupon, user, now);
    const auto id = m_db.insertedId<PromotionId>();
    writeItems(id, draft);
    writeCoupons(id, draft.coupons, now);
    return id;
}

void PromotionRepository::update(PromotionId id, const PromotionDraft& draft, UserId user, Timestamp now)
{
    const auto& rules = draft.rules;
    const auto& times = draft.times;
    m_db.run(R"(
        UPDATE promotion
           SET code = ?2, name = ?3, kind_id = ?4, piece_count = ?5, got_count = ?6, price = ?7, rate = ?8,
               amount = ?9, minimum = ?10, times = ?11, valid_from = ?12, valid_to = ?13, weekdays = ?14,
               from_minute = ?15, to_minute = ?16, customer_group_id = ?17, needs_coupon = ?18, rev = rev + 1,
               changed_by = ?19, changed_at = ?20
         WHERE id = ?1)",
        id, rules.code, rules.name, static_cast<int>(rules.kind), rules.count, rules.gotCount, rules.price,
        rules.rate, rules.amount, rules.minimum, rules.limit, times.from, times.to,
        static_cast<int>(times.weekdays), times.fromMinute, times.toMinute, draft.group, draft.needsCoupon,
        user, now);
    m_db.run("DELETE FROM promotion_item WHERE promotion_id = ?1", id);
    writeItems(id, draft);
    writeCoupons(id, draft.coupons, now);
}

void PromotionRepository::writeItems(PromotionId id, const PromotionDraft& draft)
{
    const auto write = [&](const GoodsChoice& goods, const char* role) {
        int position = 0;
        const auto insert = [&](std::optional<std::int64_t> product, std::optional<std::int64_t> department) {
            m_db.run(R"(
                INSERT INTO promotion_item (promotion_id, role, position, product_id, department_id)
                VALUES (?1, ?2, ?3, ?4, ?5))",
                id, role, position++, product, department);
        };
        for (const auto product : goods.products) insert(product, std::nullopt);
        for (const auto department : goods.departments) insert(std::nullopt, department);
    };
    write(draft.rules.goods, "buy");
    write(draft.rules.got, "get");
}

/// A coupon that is left out is archived, not deleted: sales count it.
void PromotionRepository::writeCoupons(PromotionId id, const std::vector<CouponDraft>& coupons, Timestamp now)
{
    m_db.run("UPDATE coupon SET archived_at = ?2 WHERE promotion_id = ?1 AND archived_at IS NULL", id, now);
    for (const auto& coupon : coupons) {
        m_db.run(R"(
            INSERT INTO coupon (promotion_id, code, uses, uses_per_customer, valid_from, valid_to, minimum)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
                ON CONFLICT (code) DO UPDATE
               SET uses = excluded.uses, uses_per_customer = excluded.uses_per_customer,
                   valid_from = excluded.valid_from, valid_to = excluded.valid_to, minimum = excluded.minimum,
                   archived_at = NULL)",
            id, coupon.code, coupon.uses, coupon.usesPerCustomer, coupon.from, coupon.to, coupon.minimum);
    }
}

void PromotionRepository::archive(PromotionId id, UserId user, Timestamp now)
{
    m_db.run(R"(
        UPDATE promotion SET archived_at = ?3, rev = rev + 1, changed_by = ?2, changed_at = ?3 WHERE id = ?1)",
        id, user, now);
}

std::optional<CouponRow> PromotionRepository::coupon(std::string_view code)
{
    auto row = m_db.query(R"(
        SELECT c.id, c.promotion_id, c.code, c.uses, c.uses_per_customer, c.valid_from, c.valid_to, c.minimum,
               (SELECT count(*) FROM coupon_use u WHERE u.coupon_id = c.id)
          FROM coupon c
         WHERE c.code = ?1 AND c.archived_at IS NULL)",
        code);
    if (!row.step()) return std::nullopt;
    return CouponRow{row.id<CouponId>(0), row.id<PromotionId>(1), couponOf(row, 2), row.integer(8)};
}

std::int64_t PromotionRepository::usesBy(CouponId coupon, std::string_view customer)
{
    auto row = m_db.query(R"(
        SELECT count(*) FROM coupon_use u JOIN customer c ON c.id = u.customer_id AND c.code = ?2 WHERE u.coupon_id = ?1)",
        coupon, customer);
    row.step();
    return row.integer(0);
}

void PromotionRepository::insertUse(CouponId coupon, DocumentId document, std::int64_t customer)
{
    m_db.run("INSERT INTO coupon_use (coupon_id, document_id, customer_id) VALUES (?1, ?2, ?3)", coupon,
        document, customer == 0 ? std::nullopt : std::optional{customer});
}

std::vector<CustomerGroup> PromotionRepository::groups()
{
    std::vector<CustomerGroup> found;
    auto row =
        m_db.prepare("SELECT id, name FROM customer_group WHERE archived_at IS NULL ORDER BY name, id");
    while (row.step()) found.push_back({row.id<CustomerGroupId>(0), row.text(1)});
    return found;
}

CustomerGroupId PromotionRepository::insertGroup(std::string_view name, Timestamp now)
{
    m_db.run("INSERT INTO customer_group (uid, name) VALUES (?1, ?2)",
        Uid::make(now.time_since_epoch().count()), name);
    return m_db.insertedId<CustomerGroupId>();
}

CustomerGroupId PromotionRepository::groupOf(std::string_view customer)
{
    auto row = m_db.query("SELECT customer_group_id FROM customer WHERE code = ?1", customer);
    return row.step() ? row.id<CustomerGroupId>(0) : CustomerGroupId{};
}

void PromotionRepository::setGroup(std::string_view customer, CustomerGroupId group)
{
    m_db.run("UPDATE customer SET customer_group_id = ?2, rev = rev + 1 WHERE code = ?1", customer, group);
}

} // namespace till
