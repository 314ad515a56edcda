#include "storage/product_list.h"

#include "storage/connection.h"

#include <string>

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
    std::string list;
    for (const auto department : departments)
        list += (list.empty() ? "[" : ",") + std::to_string(department.value);
    // CROSS JOIN holds the order of the loops: by department, not through the names of all products.
    auto rows = db.query(R"(
        SELECT p.id FROM json_each(?1) d CROSS JOIN product p ON p.department_id = d.value
        WHERE p.archived_at IS NULL ORDER BY p.name COLLATE NOCASE, p.id)",
        std::string_view{list += "]"});
    while (rows.step()) ids.push_back(rows.id<ProductId>(0));
    return ids;
}

std::optional<Timestamp> lastSold(Connection& db, ProductId id)
{
    auto row = db.query("SELECT last_sold_at FROM product_activity WHERE product_id = ?1", id);
    if (!row.step()) return std::nullopt;
    return row.optional<Timestamp>(0);
}

} // namespace till
