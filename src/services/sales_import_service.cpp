#include "services/sales_import_service.h"

#include "services/sales_replay.h"
#include "services/session.h"

namespace till {

SalesImportService::SalesImportService(Session& session)
    : m_session{session}
{
}

Result<SalesImportReport> SalesImportService::run(const Actor& actor, const SalesImportOptions& options)
{
    if (auto allowed = m_session.require(actor, Permission::ImportData); !allowed) return allowed.error();
    return SalesReplay{m_session, actor, options}.run();
}

} // namespace till
