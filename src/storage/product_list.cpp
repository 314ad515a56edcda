#include "storage/product_list.h"

#include "storage/connection.h"

#include <algorithm>

namespace till {

std::vector<ProductId> productIdsByName(Connection& db, std::span<const DepartmentId> departments)
{
    std::vector<ProductId> ids;
    if (departments.empty()) {
        auto rows =
            db.query("SELECT id FROM product WHERE archived_at IS NULL ORDER BY name COLLATE NOCASE, id");
        while (rows.step()) ids.push_back(rows.id<ProductId>(0));
        return ids;
    }
    auto rows = db.query(R"(
        SELECT id, department_id FROM product
        WHERE archived_at IS NULL AND department_id IS NOT NULL ORDER BY name COLLATE NOCASE, id)");
    while (rows.step()) {
        if (std::find(departments.begin(), departments.end(), rows.id<DepartmentId>(1)) != departments.end())
            ids.push_back(rows.id<ProductId>(0));
    }
    return ids;
}

std::optional<Timestamp> lastSold(Connection& db, ProductId id)
{
    auto row = db.query("SELECT last_sold_at FROM product_activity WHERE product_id = ?1", id);
    if (!row.step()) return std::nullopt;
    return row.optional<Timestamp>(0);
}

} // namespace till
