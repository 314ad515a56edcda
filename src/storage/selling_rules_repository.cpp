#include "storage/selling_rules_repository.h"

#include "storage/connection.h"

namespace till {

SellingRules sellingRules(Connection& db, ProductId id)
{
    auto row = db.query(R"(
        SELECT l.linked_product_id, l.quantity, p.stock_policy, p.tare
          FROM product p LEFT JOIN product_link l ON l.product_id = p.id
         WHERE p.id = ?1)",
        id);
    SellingRules rules;
    if (!row.step()) return rules;
    rules.deposit = row.id<ProductId>(0);
    if (rules.deposit) rules.depositQuantity = row.quantity(1);
    rules.stock = stockPolicyFrom(row.textView(2));
    rules.tare = row.quantity(3);
    return rules;
}

void setSellingRules(Connection& db, ProductId id, const SellingRules& rules)
{
    const auto policy = rules.stock ? std::optional{toText(*rules.stock)} : std::nullopt;
    db.run("UPDATE product SET stock_policy = ?2, tare = ?3 WHERE id = ?1", id, policy, rules.tare);
    db.run("DELETE FROM product_link WHERE product_id = ?1", id);
    if (rules.deposit)
        db.run("INSERT INTO product_link (product_id, linked_product_id, quantity) VALUES (?1, ?2, ?3)", id,
            rules.deposit, rules.depositQuantity);
}

std::vector<ProductId> depositProducts(Connection& db)
{
    auto rows = db.query(
        "SELECT id FROM product WHERE kind_id = 3 AND archived_at IS NULL ORDER BY name COLLATE NOCASE, id");
    std::vector<ProductId> ids;
    while (rows.step()) ids.push_back(rows.id<ProductId>(0));
    return ids;
}

std::optional<Quantity> countedStock(Connection& db, ProductId id, LocationId location)
{
    auto row = db.query(
        "SELECT quantity FROM stock_level WHERE product_id = ?1 AND location_id = ?2 AND counted = 1", id,
        location);
    if (!row.step()) return std::nullopt;
    return row.quantity(0);
}

std::optional<UnitPrice> lastCost(Connection& db, ProductId id)
{
    auto row = db.query("SELECT cost FROM product WHERE id = ?1", id);
    return row.step() ? row.optional<UnitPrice>(0) : std::nullopt;
}

void insertInternalNote(Connection& db, DocumentId document, int lineNo, std::string_view note)
{
    db.run(
        "INSERT INTO internal_note (document_id, line_no, note) VALUES (?1, ?2, ?3)", document, lineNo, note);
}

} // namespace till
