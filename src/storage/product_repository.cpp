#include "storage/product_repository.h"

#include "domain/catalog/gtin.h"
#include "storage/connection.h"
#include "storage/product_batch.h"
#include "storage/product_values.h"

#include <algorithm>

namespace till {
namespace {

bool same(const ProductCode& a, const ProductCode& b)
{
    return a.code == b.code && a.isSku == b.isSku && a.packQuantity == b.packQuantity &&
           a.unitPrice == b.unitPrice;
}

void insertCode(Connection& db, ProductId id, const ProductCode& code, std::size_t position)
{
    const auto gtin = gtin14(code.code);
    db.run(R"(
        INSERT INTO product_code(code, product_id, kind, position, pack_quantity, unit_price, gtin)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7))",
        code.code, id, kindOf(code, gtin.has_value()), position, code.packQuantity, code.unitPrice, gtin);
}

void replaceCodes(Connection& db, ProductId id, const std::vector<ProductCode>& before,
    const std::vector<ProductCode>& after)
{
    if (std::equal(before.begin(), before.end(), after.begin(), after.end(), same)) return;
    db.run("DELETE FROM product_code WHERE product_id = ?1", id);
    for (std::size_t i = 0; i < after.size(); ++i) insertCode(db, id, after[i], i);
}

void insertSupplier(Connection& db, ProductId id, const ProductDraft& fields)
{
    if (!fields.supplier) return;
    db.run(R"(
        INSERT INTO product_supplier(product_id, supplier_id, supplier_code, cost) VALUES (?1, ?2, ?3, ?4)
        ON CONFLICT DO UPDATE SET supplier_code = excluded.supplier_code, cost = excluded.cost)",
        id, fields.supplier, given(fields.supplierCode), fields.cost);
}

std::vector<ProductCode> codesOf(Connection& db, ProductId id)
{
    auto rows = db.query(R"(
        SELECT code, kind = 'sku', pack_quantity, unit_price FROM product_code WHERE product_id = ?1 ORDER BY position, code)",
        id);
    std::vector<ProductCode> codes;
    while (rows.step())
        codes.push_back({rows.text(0), rows.boolean(1), rows.quantity(2), rows.optional<UnitPrice>(3)});
    return codes;
}

/// Of the step that one piece reaches: what a person sees as "the" price.
std::optional<UnitPrice> basePrice(Connection& db, ProductId id, BusinessDay day)
{
    auto row = db.query(R"(
        SELECT unit_price FROM price WHERE product_id = ?1 AND price_list_id = ?2 AND minimum_quantity = 0 AND valid_from <= ?3
        ORDER BY valid_from DESC, version DESC LIMIT 1)",
        id, kShopPriceList, day);
    return row.step() ? row.optional<UnitPrice>(0) : std::nullopt;
}

std::optional<ProductId> firstId(Statement row)
{
    if (!row.step()) return std::nullopt;
    return row.id<ProductId>(0);
}

} // namespace

ProductId insertProduct(Connection& db, const ProductDraft& fields, const Uid& uid, const Change& change)
{
    ProductBatch batch{db, change};
    const auto id = batch.add(fields, uid);
    batch.write();
    return id;
}

void updateProduct(Connection& db, ProductId id, const StoredProduct& before, const ProductDraft& after,
    const Change& change)
{
    db.run(R"(
        UPDATE product SET parent_id = ?2, variant = ?3, name = ?4, kind_id = ?5, department_id = ?6, tax_class_id = ?7,
            unit_id = ?8, supplier_id = ?9, cost = ?10, open_price = ?11, weighed = ?12, tracks_stock = ?13,
            discountable = ?14, minimum_age = ?15, minimum_stock = ?16, target_stock = ?17, external_id = ?18,
            changed_by = ?19, changed_at = ?20, rev = rev + 1
        WHERE id = ?1)",
        id, after.parent, given(after.variant), after.name, static_cast<int>(after.kind), after.department,
        after.taxClass, after.unit, after.supplier, after.cost, after.openPrice, after.weighed,
        after.tracksStock, after.discountable, after.minimumAge, after.minimumStock, after.targetStock,
        given(after.externalId), change.by, change.at);
    replaceCodes(db, id, before.fields.codes, after.codes);
    if (before.fields.supplier && before.fields.supplier != after.supplier)
        db.run("DELETE FROM product_supplier WHERE product_id = ?1 AND supplier_id = ?2", id,
            before.fields.supplier);
    insertSupplier(db, id, after);
    if (before.fields.price != after.price) addPrice(db, id, change.day, after.price, change);
    if (!before.archived) updateSearch(db, searchable(id, after));
}

void addPrice(
    Connection& db, ProductId id, BusinessDay from, std::optional<UnitPrice> price, const Change& change)
{
    db.run(R"(
        INSERT INTO price(product_id, price_list_id, minimum_quantity, valid_from, version, unit_price, changed_by, changed_at)
        VALUES (?1, ?2, 0, ?3,
            (SELECT coalesce(max(version), 0) + 1 FROM price
             WHERE product_id = ?1 AND price_list_id = ?2 AND minimum_quantity = 0 AND valid_from = ?3),
            ?4, ?5, ?6))",
        id, kShopPriceList, from, price, change.by, change.at);
}

void setRevision(Connection& db, ProductId id, const Change& change)
{
    db.run("UPDATE product SET rev = rev + 1, changed_by = ?2, changed_at = ?3 WHERE id = ?1", id, change.by,
        change.at);
}

void archiveProduct(Connection& db, ProductId id, const Change& change)
{
    db.run("UPDATE product SET archived_at = ?2 WHERE id = ?1 AND archived_at IS NULL", id, change.at);
    setRevision(db, id, change);
    removeFromSearch(db, id);
}

void withdrawProduct(Connection& db, ProductId id, const Change& change)
{
    archiveProduct(db, id, change);
    db.run("DELETE FROM product_code WHERE product_id = ?1", id);
    db.run("UPDATE product SET external_id = NULL WHERE id = ?1", id);
}

std::optional<StoredProduct> storedProduct(Connection& db, ProductId id, BusinessDay day)
{
    auto row = db.query(R"(
        SELECT p.uid, p.name, p.variant, p.parent_id, p.kind_id, p.department_id, p.tax_class_id, p.unit_id, p.supplier_id,
               s.supplier_code, p.cost, p.open_price, p.weighed, p.tracks_stock, p.discountable, p.minimum_age,
               p.minimum_stock, p.target_stock, p.external_id, p.rev, p.archived_at
        FROM product p LEFT JOIN product_supplier s ON s.product_id = p.id AND s.supplier_id = p.supplier_id
        WHERE p.id = ?1)",
        id);
    if (!row.step()) return std::nullopt;
    ProductDraft fields{.name = row.text(1),
        .variant = row.text(2),
        .parent = row.id<ProductId>(3),
        .kind = static_cast<ItemKind>(row.integer(4)),
        .department = row.id<DepartmentId>(5),
        .taxClass = row.id<TaxClassId>(6),
        .unit = row.id<UnitId>(7),
        .supplier = row.id<SupplierId>(8),
        .supplierCode = row.text(9),
        .codes = codesOf(db, id),
        .price = basePrice(db, id, day),
        .cost = row.optional<UnitPrice>(10),
        .openPrice = row.boolean(11),
        .weighed = row.boolean(12),
        .tracksStock = row.boolean(13),
        .discountable = row.boolean(14),
        .minimumAge = static_cast<int>(row.integer(15)),
        .minimumStock = row.optional<Quantity>(16),
        .targetStock = row.optional<Quantity>(17),
        .externalId = row.text(18)};
    return StoredProduct{row.uid(0), std::move(fields), row.integer(19), !row.isNull(20)};
}

std::optional<ProductDetails> productDetails(Connection& db, ProductId id, BusinessDay day)
{
    auto stored = storedProduct(db, id, day);
    if (!stored) return std::nullopt;
    ProductDetails details;
    details.id = id;
    details.uid = stored->uid;
    details.fields = std::move(stored->fields);
    details.revision = stored->revision;
    details.archived = stored->archived;
    auto names = db.query(R"(
        SELECT d.name, t.name, u.code, s.name, a.last_sold_at
        FROM product p JOIN tax_class t ON t.id = p.tax_class_id JOIN unit u ON u.id = p.unit_id
            LEFT JOIN department d ON d.id = p.department_id LEFT JOIN supplier s ON s.id = p.supplier_id
            LEFT JOIN product_activity a ON a.product_id = p.id
        WHERE p.id = ?1)",
        id);
    if (names.step()) {
        details.departmentName = names.text(0);
        details.taxClassName = names.text(1);
        details.unitCode = names.text(2);
        details.supplierName = names.text(3);
        details.lastSold = names.optional<Timestamp>(4);
    }
    auto levels = db.query("SELECT quantity, value FROM stock_level WHERE product_id = ?1", id);
    while (levels.step()) {
        details.onHand += levels.quantity(0);
        details.stockValue += levels.money(1);
    }
    auto prices = db.query(R"(
        SELECT valid_from, unit_price FROM price WHERE product_id = ?1 AND price_list_id = ?2 AND minimum_quantity = 0
        ORDER BY valid_from DESC, version DESC)",
        id, kShopPriceList);
    while (prices.step()) details.prices.push_back({prices.businessDay(0), prices.optional<UnitPrice>(1)});
    return details;
}

std::optional<ProductId> productWithCode(Connection& db, std::string_view code)
{
    return firstId(db.query("SELECT product_id FROM product_code WHERE code = ?1", code));
}

std::optional<ProductId> productWithSku(Connection& db, std::string_view sku)
{
    return firstId(db.query("SELECT product_id FROM product_code WHERE code = ?1 AND kind = 'sku'", sku));
}

std::optional<ProductId> productWithExternalId(Connection& db, std::string_view externalId)
{
    // The index gives them by id. An ORDER BY over more than it would sort at every row of an import.
    auto rows = db.query("SELECT id, archived_at IS NULL FROM product WHERE external_id = ?1", externalId);
    std::optional<ProductId> archived;
    while (rows.step()) {
        if (rows.boolean(1)) return rows.id<ProductId>(0);
        if (!archived) archived = rows.id<ProductId>(0);
    }
    return archived;
}

std::vector<ProductId> productsWithGtin(Connection& db, std::int64_t gtin14)
{
    auto rows = db.query("SELECT DISTINCT product_id FROM product_code WHERE gtin = ?1", gtin14);
    std::vector<ProductId> ids;
    while (rows.step()) ids.push_back(rows.id<ProductId>(0));
    return ids;
}

bool hasProducts(Connection& db)
{
    return db.prepare("SELECT 1 FROM product LIMIT 1").step();
}

} // namespace till
