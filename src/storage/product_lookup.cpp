#include "storage/product_lookup.h"

#include "storage/connection.h"
#include "storage/product_repository.h"

#include <utility>

namespace till {
namespace {

/// Columns 0 to 14 of every statement below.
Sellable read(const Statement& row)
{
    Sellable found;
    auto& product = found.product;
    product.id = row.id<ProductId>(0);
    product.uid = row.uid(1);
    product.name = row.text(2);
    product.kind = static_cast<ItemKind>(row.integer(3));
    product.unit = row.text(4);
    product.unitDecimals = static_cast<int>(row.integer(5));
    product.department = row.id<DepartmentId>(6);
    product.supplier = row.id<SupplierId>(7);
    product.taxClass = row.id<TaxClassId>(8);
    product.openPrice = row.boolean(9);
    product.weighed = row.boolean(10);
    product.tracksStock = row.boolean(11);
    product.discountable = row.boolean(12);
    product.minimumAge = static_cast<int>(row.integer(13));
    found.archived = !row.isNull(14);
    return found;
}

Sellable readWithCode(Connection& db, const Statement& row, BusinessDay day)
{
    auto found = read(row);
    found.product.code = row.text(15);
    found.product.packQuantity = row.quantity(16);
    found.product.price = row.optional<UnitPrice>(17);
    if (!found.product.price)
        found.product.price = priceOn(db, found.product.id, day, found.product.packQuantity);
    return found;
}

} // namespace

std::optional<Sellable> sellableByCode(Connection& db, std::string_view code, BusinessDay day)
{
    auto row = db.query(R"(
        SELECT p.id, p.uid, p.name, p.kind_id, u.code, u.decimals, p.department_id, p.supplier_id, p.tax_class_id,
               p.open_price, p.weighed, p.tracks_stock, p.discountable, p.minimum_age, p.archived_at,
               c.code, c.pack_quantity, c.unit_price
        FROM product_code c JOIN product p ON p.id = c.product_id JOIN unit u ON u.id = p.unit_id
        WHERE c.code = ?1)",
        code);
    if (!row.step()) return std::nullopt;
    return readWithCode(db, row, day);
}

std::optional<Sellable> sellableByGtin(Connection& db, std::int64_t gtin14, BusinessDay day)
{
    auto row = db.query(R"(
        SELECT p.id, p.uid, p.name, p.kind_id, u.code, u.decimals, p.department_id, p.supplier_id, p.tax_class_id,
               p.open_price, p.weighed, p.tracks_stock, p.discountable, p.minimum_age, p.archived_at,
               c.code, c.pack_quantity, c.unit_price
        FROM product_code c JOIN product p ON p.id = c.product_id JOIN unit u ON u.id = p.unit_id
        WHERE c.gtin = ?1 ORDER BY p.archived_at IS NOT NULL, p.id LIMIT 2)",
        gtin14);
    if (!row.step()) return std::nullopt;
    auto first = readWithCode(db, row, day);
    if (!row.step()) return first;
    const bool another = row.id<ProductId>(0) != first.product.id;
    const bool alsoSold = row.isNull(14) || first.archived;
    if (another && alsoSold) return std::nullopt;
    return first;
}

std::optional<Sellable> sellableById(Connection& db, ProductId id, BusinessDay day)
{
    auto row = db.query(R"(
        SELECT p.id, p.uid, p.name, p.kind_id, u.code, u.decimals, p.department_id, p.supplier_id, p.tax_class_id,
               p.open_price, p.weighed, p.tracks_stock, p.discountable, p.minimum_age, p.archived_at
        FROM product p JOIN unit u ON u.id = p.unit_id WHERE p.id = ?1)",
        id);
    if (!row.step()) return std::nullopt;
    auto found = read(row);
    found.product.price = priceOn(db, id, day, Quantity::fromWhole(1));
    return found;
}

std::optional<UnitPrice> priceOn(Connection& db, ProductId id, BusinessDay day, Quantity quantity)
{
    const auto reached = quantity.isNegative() ? -quantity : quantity;
    auto rows = db.query(R"(
        SELECT minimum_quantity, unit_price FROM price
        WHERE product_id = ?1 AND price_list_id = ?2 AND minimum_quantity <= ?3 AND valid_from <= ?4
        ORDER BY minimum_quantity DESC, valid_from DESC, version DESC)",
        id, kShopPriceList, reached, day);
    std::optional<Quantity> judged;
    while (rows.step()) {
        const auto step = rows.quantity(0);
        if (judged == step) continue;
        judged = step;
        if (auto price = rows.optional<UnitPrice>(1)) return price;
    }
    return std::nullopt;
}

std::vector<ProductHit> productHits(Connection& db, std::span<const FoundProduct> found, BusinessDay day)
{
    // One statement a row, its parts all by key: a list of fifty is read at every keystroke.
    auto row = db.prepare(R"(
        SELECT p.name, u.code, p.department_id, coalesce(d.colour, 1), p.open_price, p.tracks_stock,
            (SELECT c.code FROM product_code c WHERE c.product_id = ?1 AND c.kind = 'sku' LIMIT 1),
            (SELECT c.code FROM product_code c WHERE c.product_id = ?1 LIMIT 1),
            (SELECT x.unit_price FROM price x
             WHERE x.product_id = ?1 AND x.price_list_id = ?2 AND x.minimum_quantity <= 1000 AND x.valid_from <= ?3
             ORDER BY x.minimum_quantity DESC, x.valid_from DESC, x.version DESC LIMIT 1),
            l.quantity, l.counted
        FROM product p JOIN unit u ON u.id = p.unit_id LEFT JOIN department d ON d.id = p.department_id
            LEFT JOIN stock_level l ON l.product_id = p.id
        WHERE p.id = ?1 AND p.archived_at IS NULL)");
    std::vector<ProductHit> hits;
    hits.reserve(found.size());
    row.bind(2, kShopPriceList).bind(3, day);
    for (const auto& one : found) {
        row.bind(1, one.id);
        for (bool first = true; row.step(); first = false) {
            if (first) {
                auto& hit = hits.emplace_back();
                hit.id = one.id;
                hit.name = row.text(0);
                hit.unit = row.text(1);
                hit.department = row.id<DepartmentId>(2);
                hit.colour = static_cast<int>(row.integer(3));
                hit.openPrice = row.boolean(4);
                hit.tracksStock = row.boolean(5);
                hit.code = row.text(row.isNull(6) ? 7 : 6);
                // A step of the price that has ended leaves the one below it: rare, so asked apart.
                hit.price = row.isNull(8) ? priceOn(db, one.id, day, Quantity::fromWhole(1))
                                          : row.optional<UnitPrice>(8);
                hit.soldLines = one.soldLines;
            }
            hits.back().onHand += row.quantity(9);
            hits.back().stockCounted = hits.back().stockCounted || row.boolean(10);
        }
        row.rewind();
    }
    return hits;
}

std::vector<FoundProduct> productsByName(Connection& db, int limit, int offset)
{
    auto rows = db.query(R"(
        SELECT p.id, coalesce((SELECT sold_lines FROM product_activity a WHERE a.product_id = p.id), 0)
        FROM product p WHERE p.archived_at IS NULL ORDER BY p.name COLLATE NOCASE, p.id LIMIT ?1 OFFSET ?2)",
        limit, offset);
    std::vector<FoundProduct> found;
    while (rows.step()) found.push_back({rows.id<ProductId>(0), MatchKind::Beginning, rows.integer(1)});
    return found;
}

} // namespace till
