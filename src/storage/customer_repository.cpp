#include "storage/customer_repository.h"

#include "storage/connection.h"

namespace till {
namespace {

CustomerRow read(const Statement& row)
{
    return {row.id<CustomerId>(0), row.text(1), row.text(2)};
}

} // namespace

std::optional<CustomerRow> customerWithCode(Connection& db, std::string_view code)
{
    auto row = db.query(R"(
        SELECT c.id, c.code, p.name
          FROM customer c LEFT JOIN customer_pii p ON p.customer_id = c.id
         WHERE c.code = ?1 AND c.archived_at IS NULL)",
        code);
    if (!row.step()) return std::nullopt;
    return read(row);
}

std::vector<CustomerRow> customersLike(Connection& db, std::string_view text, int limit)
{
    // instr() knows no sign for "any"; lower() folds the letters of ASCII, as a code and a first look need.
    auto rows = db.query(R"(
        SELECT c.id, c.code, p.name
          FROM customer c LEFT JOIN customer_pii p ON p.customer_id = c.id
         WHERE c.archived_at IS NULL AND (instr(lower(c.code), lower(?1)) = 1 OR instr(lower(p.name), lower(?1)) > 0)
         ORDER BY p.name IS NULL, p.name COLLATE NOCASE, c.code LIMIT ?2)",
        text, limit);
    std::vector<CustomerRow> found;
    while (rows.step()) found.push_back(read(rows));
    return found;
}

CustomerId insertCustomer(Connection& db, const std::string& code, const std::string& name, Timestamp now)
{
    db.run("INSERT INTO customer (uid, code, created_at) VALUES (?1, ?2, ?3)",
        Uid::make(now.time_since_epoch().count()), code, now);
    const auto id = db.insertedId<CustomerId>();
    setCustomerName(db, id, name, now);
    return id;
}

void setCustomerName(Connection& db, CustomerId id, const std::string& name, Timestamp now)
{
    if (name.empty()) {
        db.run("DELETE FROM customer_pii WHERE customer_id = ?1", id);
        return;
    }
    db.run(R"(
        INSERT INTO customer_pii (customer_id, name, changed_at) VALUES (?1, ?2, ?3)
        ON CONFLICT (customer_id) DO UPDATE SET name = excluded.name, changed_at = excluded.changed_at)",
        id, name, now);
}

} // namespace till
