#include "storage/shift_repository.h"

namespace till {
namespace {

ShiftRow readShift(const Statement& row)
{
    return {row.id<ShiftId>(0), row.uid(1), row.id<TillId>(2), row.text(3),
        {row.timestamp(4), static_cast<int>(row.integer(5)), row.businessDay(6)}, row.money(7),
        row.optional<Money>(8)};
}

} // namespace

std::optional<ShiftRow> ShiftRepository::open(TillId till)
{
    auto query = m_db.query(R"(
        SELECT s.id, s.uid, s.till_id, u.name, s.opened_at, s.utc_offset_minutes, s.business_day, s.opening_float,
               s.expected_float
          FROM shift s
          JOIN user u ON u.id = s.user_id
         WHERE s.till_id = ?1 AND NOT EXISTS (SELECT 1 FROM shift_close c WHERE c.shift_id = s.id)
         ORDER BY s.business_day DESC, s.id DESC
         LIMIT 1)",
        till);
    if (!query.step()) return std::nullopt;
    return readShift(query);
}

std::optional<ShiftRow> ShiftRepository::openOn(TillId till, BusinessDay day)
{
    auto query = m_db.query(R"(
        SELECT s.id, s.uid, s.till_id, u.name, s.opened_at, s.utc_offset_minutes, s.business_day, s.opening_float,
               s.expected_float
          FROM shift s
          JOIN user u ON u.id = s.user_id
         WHERE s.till_id = ?1 AND s.business_day = ?2
           AND NOT EXISTS (SELECT 1 FROM shift_close c WHERE c.shift_id = s.id))",
        till, day);
    if (!query.step()) return std::nullopt;
    return readShift(query);
}

std::optional<ShiftRow> ShiftRepository::find(ShiftId id)
{
    auto query = m_db.query(R"(
        SELECT s.id, s.uid, s.till_id, u.name, s.opened_at, s.utc_offset_minutes, s.business_day, s.opening_float,
               s.expected_float
          FROM shift s
          JOIN user u ON u.id = s.user_id
         WHERE s.id = ?1)",
        id);
    if (!query.step()) return std::nullopt;
    return readShift(query);
}

std::optional<Money> ShiftRepository::lastLeft(TillId till)
{
    auto query = m_db.query(R"(
        SELECT c.left_in_drawer
          FROM shift_close c
          JOIN shift s ON s.id = c.shift_id
         WHERE s.till_id = ?1
         ORDER BY c.shift_id DESC
         LIMIT 1)",
        till);
    if (!query.step()) return std::nullopt;
    return query.money(0);
}

ShiftRow ShiftRepository::insert(
    TillId till, UserId user, const Moment& at, Money openingFloat, std::optional<Money> expected)
{
    m_db.run(R"(
        INSERT INTO shift (uid, till_id, user_id, business_day, opened_at, utc_offset_minutes, opening_float,
                           expected_float)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8))",
        Uid::make(at.utc.time_since_epoch().count()), till, user, at.businessDay, at.utc, at.offsetMinutes,
        openingFloat, expected);
    return *find(m_db.insertedId<ShiftId>());
}

ShiftCashSums ShiftRepository::cash(ShiftId id)
{
    auto query = m_db.query(R"(
        SELECT coalesce(sum(t.amount - t.change_given) FILTER (WHERE t.amount >= 0), 0),
               coalesce(-sum(t.amount - t.change_given) FILTER (WHERE t.amount < 0), 0)
          FROM document d
          JOIN tender t ON t.document_id = d.id
          JOIN tender_type k ON k.id = t.tender_type_id AND k.is_cash = 1
         WHERE d.shift_id = ?1)",
        id);
    query.step();
    return {query.money(0), query.money(1)};
}

void ShiftRepository::close(ShiftId id, UserId user, const Moment& at, const ShiftCount& count)
{
    m_db.run(R"(
        INSERT INTO shift_close (shift_id, user_id, closed_at, utc_offset_minutes, expected, counted, left_in_drawer,
                                 remark)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, nullif(?8, '')))",
        id, user, at.utc, at.offsetMinutes, count.expected, count.counted, count.left, count.remark);
}

} // namespace till
