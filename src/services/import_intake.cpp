#include "services/import_intake.h"

#include "base/rounding.h"
#include "services/session.h"

#include <utility>

namespace till {

ImportIntake::ImportIntake(Session& session, const Actor& actor, const Moment& now)
    : m_session{session}
    , m_actor{actor}
    , m_now{now}
    , m_change{actor.user, now.utc, now.businessDay}
    , m_imports{session.db}
    , m_documents{session.db}
    , m_stock{session.db}
    , m_products{session.db, m_change}
{
}

void ImportIntake::begin(ImportId run, const std::string& fileName)
{
    m_run = run;
    m_fileName = fileName;
}

ProductId ImportIntake::add(ProductDraft product, std::optional<Quantity> stock, bool inactive)
{
    if (m_records.size() >= ProductBatch::kAtOnce) writeRows();
    // The clock as it runs, not the import's own moment: uids that rise keep their index at its end.
    const auto uid = Uid::make(m_session.clock.now().time_since_epoch().count());
    const auto cost = product.cost.value_or(UnitPrice{});
    const auto id = m_products.add(std::move(product), uid);
    if (stock) m_moves.push_back({id, *stock, lineAmount(cost, *stock), ++m_stockLines});
    if (inactive) m_inactive.push_back(id);
    m_records.push_back({id, inactive ? 2 : 1, {}});
    return id;
}

void ImportIntake::recordChange(ProductId id, std::int64_t revisionAfter, std::string before)
{
    if (m_records.size() >= ProductBatch::kAtOnce) writeRows();
    m_records.push_back({id, revisionAfter, std::move(before)});
}

void ImportIntake::writeRows()
{
    m_products.writeRows();
    if (!m_moves.empty() && !m_opening) {
        m_opening = m_documents
                        .insertDocument({Uid::make(m_now.utc.time_since_epoch().count()),
                            DocumentKind::StockAdjustment, m_actor.till, {}, m_now, m_now.utc, m_actor.user,
                            m_actor.approver, 0, m_fileName})
                        .id;
    }
    m_stock.move(m_moves, m_session.facts.location, MovementKind::Opening, m_opening);
    m_imports.record(m_run, m_records);
    m_moves.clear();
    m_records.clear();
}

void ImportIntake::write()
{
    writeRows();
    m_products.write();
    for (const auto id : m_inactive)
        archiveProduct(m_session.db, id, m_change); // takes them out of the index again
    m_inactive.clear();
}

} // namespace till
