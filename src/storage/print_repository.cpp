#include "storage/print_repository.h"

#include "domain/sales/document.h"

namespace till {
namespace {

constexpr std::string_view kRow = R"(
        SELECT p.id, p.document_id, t.code, s.epoch, k.mark, d.number, p.copy, p.state, p.created_at, p.changed_at,
               coalesce(p.why, '')
          FROM print_outbox p
          CROSS JOIN document d ON d.id = p.document_id
          CROSS JOIN series s ON s.id = d.series_id
          CROSS JOIN till t ON t.id = s.till_id
          CROSS JOIN document_kind k ON k.id = d.kind_id
         WHERE p.id = ?1)";

} // namespace

std::optional<PrintRow> PrintRepository::find(std::int64_t id)
{
    auto row = m_db.query(kRow, id);
    if (!row.step()) return std::nullopt;
    return PrintRow{row.integer(0), row.id<DocumentId>(1),
        documentNumber(row.text(2), static_cast<int>(row.integer(3)), row.text(4), row.integer(5)),
        static_cast<int>(row.integer(6)), row.text(7), row.timestamp(8), row.timestamp(9), row.text(10)};
}

std::optional<PrintRow> PrintRepository::original(DocumentId document)
{
    auto row = m_db.query(
        "SELECT id FROM print_outbox WHERE document_id = ?1 AND copy = 0 ORDER BY id LIMIT 1", document);
    return row.step() ? find(row.integer(0)) : std::nullopt;
}

std::optional<PrintRow> PrintRepository::firstWaiting()
{
    auto row = m_db.prepare("SELECT id FROM print_outbox WHERE state = 'waiting' ORDER BY id LIMIT 1");
    return row.step() ? find(row.integer(0)) : std::nullopt;
}

std::vector<PrintRow> PrintRepository::readAll(Statement rows)
{
    std::vector<PrintRow> found;
    while (rows.step()) {
        if (auto row = find(rows.integer(0))) found.push_back(std::move(*row));
    }
    return found;
}

std::vector<PrintRow> PrintRepository::pending()
{
    return readAll(m_db.prepare(R"(
        SELECT id FROM print_outbox WHERE state = 'waiting'
        UNION ALL SELECT id FROM print_outbox WHERE state = 'printing'
        UNION ALL SELECT id FROM print_outbox WHERE state = 'unknown'
        ORDER BY 1)"));
}

PrintRepository::Counts PrintRepository::counts()
{
    auto row = m_db.prepare(R"(
        SELECT (SELECT count(*) FROM print_outbox WHERE state = 'waiting') +
               (SELECT count(*) FROM print_outbox WHERE state = 'printing'),
               (SELECT count(*) FROM print_outbox WHERE state = 'unknown'))");
    row.step();
    return {static_cast<int>(row.integer(0)), static_cast<int>(row.integer(1))};
}

std::vector<PrintRow> PrintRepository::inState(std::string_view state)
{
    std::vector<PrintRow> found;
    for (auto& row : pending()) {
        if (row.state == state) found.push_back(std::move(row));
    }
    return found;
}

std::int64_t PrintRepository::add(DocumentId document, int copy, std::string_view state, Timestamp now)
{
    m_db.run(R"(
        INSERT INTO print_outbox (document_id, channel, copy, state, created_at, changed_at)
        VALUES (?1, 'paper', ?2, ?3, ?4, ?4))",
        document, copy, state, now);
    return m_db.lastInsertId();
}

bool PrintRepository::move(
    std::int64_t id, std::string_view from, std::string_view to, std::string_view why, Timestamp now)
{
    m_db.run(R"(
        UPDATE print_outbox
           SET state = ?3, why = nullif(?4, ''), changed_at = ?5,
               channel = CASE ?3 WHEN 'waiting' THEN 'paper' ELSE channel END
         WHERE id = ?1 AND state = ?2)",
        id, from, to, why, now);
    return m_db.changes() > 0;
}

bool PrintRepository::opensDrawer(DocumentId document)
{
    auto row = m_db.query(R"(
        SELECT 1
          FROM tender t
          JOIN tender_type y ON y.id = t.tender_type_id
         WHERE t.document_id = ?1 AND y.opens_drawer
         LIMIT 1)",
        document);
    return row.step();
}

bool PrintRepository::isFromElsewhere(DocumentId document)
{
    auto row = m_db.query("SELECT 1 FROM document_origin WHERE document_id = ?1", document);
    return row.step();
}

} // namespace till
