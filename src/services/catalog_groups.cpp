#include "base/text.h"
#include "domain/sales/taking_back.h"
#include "services/catalog_service.h"
#include "services/journal_writer.h"
#include "services/session.h"
#include "storage/catalog_repository.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace till {

// What goods are grouped by: departments and suppliers, made when somebody names a new one.

Result<DepartmentId> CatalogService::departmentNamed(
    const Actor& actor, std::span<const std::string> path, std::optional<int> colour)
{
    if (path.empty()) return Error{ErrorCode::NameEmpty};
    auto& db = m_session.db;
    Transaction transaction{db};
    auto known = departmentRows(db);
    Department at;
    bool added = false;
    for (const auto& part : path) {
        auto name = cleanName(part);
        if (!name) return name.error();
        const auto found = std::find_if(known.begin(), known.end(),
            [&](const Department& one) { return one.parent == at.id && one.name == *name; });
        if (found != known.end()) {
            at = *found;
            continue;
        }
        if (auto allowed = m_session.require(actor, Permission::ProductEdit); !allowed)
            return allowed.error();
        const auto inTurn = static_cast<int>(known.size() % 6) + 1;
        Department made{{}, at.id, *name, at.id ? at.colour : colour.value_or(inTurn), at.taxClass};
        made.id = insertDepartment(db, Uid::make(m_session.now().utc.time_since_epoch().count()), made);
        m_session.journal->append(
            JournalType::CatalogChange, actor, m_session.now(), {{"department", made.name}});
        known.push_back(made);
        at = made;
        added = true;
    }
    transaction.commit();
    if (added) reload();
    return at.id;
}

Result<> CatalogService::setReturnDays(const Actor& actor, DepartmentId department, std::optional<int> days)
{
    if (days && (*days < 0 || *days > kLongestReturn)) return Error{ErrorCode::NumberOutOfRange};
    Transaction transaction{m_session.db};
    if (auto allowed = m_session.require(actor, Permission::ProductEdit); !allowed) return allowed;
    const auto known = departmentRows(m_session.db);
    const auto at = std::ranges::find(known, department, &Department::id);
    if (at == known.end()) return Error{ErrorCode::DepartmentNotFound};
    if (at->returnDays == days) return {};
    updateReturnDays(m_session.db, department, days);
    nlohmann::json change{{"department", at->name}};
    change["return_days"] = days ? nlohmann::json(*days) : nlohmann::json();
    m_session.journal->append(JournalType::CatalogChange, actor, m_session.now(), std::move(change));
    transaction.commit();
    reload();
    return {};
}

Result<SupplierId> CatalogService::supplierNamed(const Actor& actor, const std::string& name)
{
    auto clean = cleanName(name);
    if (!clean) return clean.error();
    auto& db = m_session.db;
    Transaction transaction{db};
    if (const auto known = supplierWithName(db, *clean)) return *known;
    if (auto allowed = m_session.require(actor, Permission::ProductEdit); !allowed) return allowed.error();
    const auto now = m_session.now();
    const auto id = insertSupplier(db, Uid::make(now.utc.time_since_epoch().count()), *clean);
    m_session.journal->append(JournalType::CatalogChange, actor, now, {{"supplier", *clean}});
    transaction.commit();
    reload();
    return id;
}

} // namespace till
