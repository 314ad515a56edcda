#include "storage/card_request_repository.h"

namespace till {
namespace {

std::vector<CardRequestRow> readAll(Statement row)
{
    std::vector<CardRequestRow> requests;
    while (row.step()) {
        requests.push_back({row.uid(0), row.uid(1), row.id<TillId>(2), row.id<UserId>(3), row.money(4),
            row.text(5), row.optional<Money>(6), row.text(7), row.text(8), row.text(9), row.text(10),
            row.timestamp(11)});
    }
    return requests;
}

} // namespace

void CardRequestRepository::insert(const CardRequestRow& request, Timestamp now)
{
    m_db.run(R"(
        INSERT INTO card_request (uid, sale_uid, till_id, user_id, amount, state, requested_at, changed_at)
        VALUES (?1, ?2, ?3, ?4, ?5, 'pending', ?6, ?6))",
        request.uid, request.sale, request.till, request.user, request.amount, now);
}

std::optional<CardRequestRow> CardRequestRepository::find(const Uid& uid)
{
    auto found = readAll(m_db.query(R"(
        SELECT uid, sale_uid, till_id, user_id, amount, state, approved, auth, masked_pan, scheme, message, requested_at
          FROM card_request WHERE uid = ?1)",
        uid));
    return found.empty() ? std::nullopt : std::optional{std::move(found.front())};
}

std::vector<CardRequestRow> CardRequestRepository::open(TillId till)
{
    return readAll(m_db.query(R"(
        SELECT uid, sale_uid, till_id, user_id, amount, state, approved, auth, masked_pan, scheme, message, requested_at
          FROM card_request WHERE till_id = ?1 AND (state = 'pending' OR state = 'unknown') ORDER BY id)",
        till));
}

std::vector<CardRequestRow> CardRequestRepository::ofSale(const Uid& sale)
{
    return readAll(m_db.query(R"(
        SELECT uid, sale_uid, till_id, user_id, amount, state, approved, auth, masked_pan, scheme, message, requested_at
          FROM card_request WHERE sale_uid = ?1 ORDER BY id)",
        sale));
}

bool CardRequestRepository::isOpen(const Uid& sale)
{
    return m_db
        .query("SELECT 1 FROM card_request WHERE sale_uid = ?1 AND (state = 'pending' OR state = 'unknown') "
               "LIMIT 1",
            sale)
        .step();
}

void CardRequestRepository::setOutcome(const Uid& uid, const CardOutcome& outcome, Timestamp now)
{
    m_db.run(R"(
        UPDATE card_request
           SET state = ?2, approved = ?3, auth = nullif(?4, ''), masked_pan = nullif(?5, ''), scheme = nullif(?6, ''),
               terminal = nullif(?7, ''), slip = nullif(?8, ''), message = nullif(?9, ''), resolved_by = ?10,
               changed_at = ?11
         WHERE uid = ?1)",
        uid, outcome.state, outcome.approved, outcome.auth, outcome.maskedPan, outcome.scheme,
        outcome.terminal, outcome.slip, outcome.message, outcome.resolvedBy, now);
}

} // namespace till
