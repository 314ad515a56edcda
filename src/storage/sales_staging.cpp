#include "storage/sales_staging.h"

namespace till {

SalesStaging::SalesStaging(Connection& db)
    : m_db{db}
{
    m_db.execute(R"(
        CREATE TEMP TABLE IF NOT EXISTS staged_line (
            ticket   INTEGER NOT NULL,
            line     INTEGER NOT NULL,
            item     TEXT NOT NULL,
            quantity INTEGER NOT NULL,
            price    INTEGER NOT NULL,
            PRIMARY KEY (ticket, line)
        ) STRICT, WITHOUT ROWID;
        DELETE FROM staged_line;)");
}

SalesStaging::~SalesStaging()
{
    try {
        m_db.run("DELETE FROM staged_line"); // prepared statements of it are kept: the table stays
    } catch (const StorageError&) {          // the next run empties it
    }
}

void SalesStaging::add(std::int64_t ticket, const StagedLine& line)
{
    m_db.run("INSERT INTO staged_line (ticket, line, item, quantity, price) VALUES (?1, ?2, ?3, ?4, ?5)",
        ticket, line.line, line.item, line.quantity, line.price);
}

std::vector<StagedLine> SalesStaging::lines(std::int64_t ticket)
{
    auto query = m_db.query(
        "SELECT line, item, quantity, price FROM staged_line WHERE ticket = ?1 ORDER BY line", ticket);
    std::vector<StagedLine> lines;
    while (query.step())
        lines.push_back({query.integer(0), query.text(1), query.quantity(2), query.unitPrice(3)});
    return lines;
}

} // namespace till
