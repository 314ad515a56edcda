#include "services/import_undo.h"

#include "services/catalog_service.h"
#include "services/draft_json.h"
#include "services/journal_writer.h"
#include "services/session.h"
#include "services/stock_service.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace till {
namespace {

constexpr int kAtOnce = 1000;

} // namespace

ImportUndo::ImportUndo(Session& session, const Actor& actor)
    : m_session{session}
    , m_actor{actor}
    , m_now{session.now()}
    , m_change{actor.user, m_now.utc, m_now.businessDay}
    , m_imports{session.db}
    , m_documents{session.db}
    , m_stock{session.db}
{
}

Result<ImportUndoReport> ImportUndo::run(ImportId id)
{
    Transaction tx{m_session.db};
    const auto run = m_imports.find(id);
    if (!run || run->kind != "products") return Error{ErrorCode::ImportNotFound, std::to_string(id.value)};
    if (run->undone) return Error{ErrorCode::ImportAlreadyUndone, std::to_string(id.value)};
    ProductId last;
    for (;;) {
        const auto products = m_imports.products(id, last, kAtOnce);
        if (products.empty()) break;
        for (const auto& product : products) takeBack(product);
        last = products.back().product;
    }
    m_imports.markUndone(id, m_actor.user, m_now.utc);
    m_session.journal->append(JournalType::ImportUndo, m_actor, m_now,
        {{"import", id.value}, {"file", run->fileName}, {"removed", m_report.removed},
            {"archived", m_report.archived}, {"restored", m_report.restored}, {"kept", m_report.kept},
            {"stock_lines", m_lines}},
        m_document);
    tx.commit();
    m_session.catalog->reload();
    if (m_document) m_session.stock->changed.emit();
    return m_report;
}

void ImportUndo::takeBack(const ImportedProduct& imported)
{
    const auto now = storedProduct(m_session.db, imported.product, m_now.businessDay);
    if (!now || now->revision != imported.revisionAfter) {
        ++m_report.kept;
    } else if (imported.before) {
        ++(restore(imported.product, *now, *imported.before) ? m_report.restored : m_report.kept);
    } else if (m_imports.isUsed(imported.product)) {
        archiveProduct(m_session.db, imported.product, m_change);
        ++m_report.archived;
    } else {
        remove(imported.product);
        ++m_report.removed;
    }
}

void ImportUndo::remove(ProductId product)
{
    for (const auto& opening : m_imports.openingMoves(product)) {
        if (!m_document) {
            m_document = m_documents
                             .insertDocument({Uid::make(m_now.utc.time_since_epoch().count()),
                                 DocumentKind::StockAdjustment, m_actor.till, {}, m_now, m_now.utc,
                                 m_actor.user, m_actor.approver, 0, {}, opening.documentUid})
                             .id;
        }
        m_stock.move({product, -opening.quantity, -opening.cost, ++m_lines}, m_session.facts.location,
            MovementKind::Opening, m_document);
    }
    withdrawProduct(m_session.db, product, m_change);
}

bool ImportUndo::restore(ProductId product, const StoredProduct& now, const std::string& json)
{
    auto before = draftFromJson(json);
    const auto isOthers = [&](const ProductCode& code) {
        const auto holder = productWithCode(m_session.db, code.code);
        return holder && *holder != product;
    };
    if (std::any_of(before.fields.codes.begin(), before.fields.codes.end(), isOthers)) return false;
    if (now.fields.cost != before.costAfter) before.fields.cost = now.fields.cost;
    updateProduct(m_session.db, product, now, before.fields, m_change);
    return true;
}

} // namespace till
