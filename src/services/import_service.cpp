#include "services/import_service.h"

#include "services/import_undo.h"
#include "services/product_import.h"
#include "services/session.h"
#include "storage/import_repository.h"

namespace till {

ImportService::ImportService(Session& session)
    : m_session{session}
{
}

Result<ProductImportReport> ImportService::products(const Actor& actor, const ProductImportOptions& options)
{
    if (auto allowed = m_session.require(actor, Permission::ImportData); !allowed) return allowed.error();
    return ProductImport{m_session, actor, options}.run();
}

Result<ImportUndoReport> ImportService::undo(const Actor& actor, ImportId id)
{
    if (auto allowed = m_session.require(actor, Permission::ImportData); !allowed) return allowed.error();
    return ImportUndo{m_session, actor}.run(id);
}

std::vector<ImportRun> ImportService::runs() const
{
    std::vector<ImportRun> runs;
    for (auto& row : ImportRepository{m_session.db}.runs()) {
        runs.push_back({row.id, std::move(row.kind), std::move(row.fileName), std::move(row.preset),
            m_session.calendar.at(row.at), row.rows, row.added, row.changed, row.unchanged, row.rejected,
            row.undone});
    }
    return runs;
}

} // namespace till
