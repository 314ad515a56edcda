#include "storage/tender_repository.h"

namespace till {

std::vector<TenderTypeRow> tenderTypeRows(Connection& db)
{
    auto query = db.prepare(R"(
        SELECT id, code, name, is_cash, opens_drawer FROM tender_type WHERE archived_at IS NULL ORDER BY position, id)");
    std::vector<TenderTypeRow> rows;
    while (query.step()) {
        rows.push_back(
            {query.id<TenderTypeId>(0), query.text(1), query.text(2), query.boolean(3), query.boolean(4)});
    }
    return rows;
}

} // namespace till
