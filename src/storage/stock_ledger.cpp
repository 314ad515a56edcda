#include "storage/stock_ledger.h"

#include "domain/sales/document.h"

namespace till {
namespace {

std::vector<HeldStock> readAll(Statement rows)
{
    std::vector<HeldStock> held;
    while (rows.step()) {
        held.push_back({rows.id<ProductId>(0), rows.text(1), rows.text(2), rows.text(3), rows.text(4),
            {rows.quantity(5), rows.money(6)}, rows.optional<Quantity>(7), rows.optional<UnitPrice>(8),
            rows.optional<Timestamp>(9)});
    }
    return held;
}

} // namespace

std::vector<HeldStock> StockLedger::now(BusinessDay today)
{
    return readAll(m_db.query(R"(
        WITH held AS (SELECT product_id, sum(quantity) AS quantity, sum(value) AS value
                        FROM stock_level GROUP BY product_id)
        SELECT p.id,
               (SELECT c.code FROM product_code c WHERE c.product_id = p.id
                 ORDER BY c.kind <> 'sku', c.position, c.code LIMIT 1),
               p.name, d.name, u.code, coalesce(h.quantity, 0), coalesce(h.value, 0), p.minimum_stock,
               (SELECT r.unit_price FROM price r
                 WHERE r.product_id = p.id AND r.price_list_id = (SELECT min(id) FROM price_list)
                   AND r.minimum_quantity = 0 AND r.valid_from <= ?1
                 ORDER BY r.valid_from DESC, r.version DESC LIMIT 1),
               a.last_sold_at
          FROM product p
          JOIN unit u ON u.id = p.unit_id
          LEFT JOIN held h ON h.product_id = p.id
          LEFT JOIN department d ON d.id = p.department_id
          LEFT JOIN product_activity a ON a.product_id = p.id
         WHERE p.tracks_stock = 1 AND (p.archived_at IS NULL OR h.quantity <> 0)
         ORDER BY p.name COLLATE NOCASE, p.id)",
        today));
}

std::vector<HeldStock> StockLedger::asOf(Timestamp at, BusinessDay day)
{
    return readAll(m_db.query(R"(
        WITH held AS (SELECT m.product_id, sum(m.quantity) AS quantity, sum(m.cost) AS value,
                             max(CASE WHEN m.kind_id = 1 THEN x.utc_ms END) AS sold
                        FROM stock_movement m
                        JOIN document x ON x.id = m.document_id
                       WHERE x.utc_ms <= ?2
                       GROUP BY +m.product_id)
        SELECT p.id,
               (SELECT c.code FROM product_code c WHERE c.product_id = p.id
                 ORDER BY c.kind <> 'sku', c.position, c.code LIMIT 1),
               p.name, d.name, u.code, coalesce(h.quantity, 0), coalesce(h.value, 0), p.minimum_stock,
               (SELECT r.unit_price FROM price r
                 WHERE r.product_id = p.id AND r.price_list_id = (SELECT min(id) FROM price_list)
                   AND r.minimum_quantity = 0 AND r.valid_from <= ?1
                 ORDER BY r.valid_from DESC, r.version DESC LIMIT 1),
               h.sold
          FROM product p
          JOIN unit u ON u.id = p.unit_id
          LEFT JOIN held h ON h.product_id = p.id
          LEFT JOIN department d ON d.id = p.department_id
         WHERE p.tracks_stock = 1 AND (p.created_at <= ?2 OR h.product_id IS NOT NULL)
           AND (p.archived_at IS NULL OR p.archived_at > ?2 OR h.quantity <> 0)
         ORDER BY p.name COLLATE NOCASE, p.id)",
        day, at));
}

std::vector<LedgerEntry> StockLedger::entries(ProductId product)
{
    auto rows = m_db.query(R"(
        SELECT m.id, m.kind_id, d.utc_ms, d.utc_offset_minutes, d.business_day, t.code, s.epoch, k.mark, d.number,
               m.line_no, m.quantity, m.cost, u.name
          FROM stock_movement m
          JOIN document d ON d.id = m.document_id
          JOIN series s ON s.id = d.series_id
          JOIN till t ON t.id = s.till_id
          JOIN document_kind k ON k.id = d.kind_id
          JOIN user u ON u.id = d.user_id
         WHERE m.product_id = ?1
         ORDER BY m.id)",
        product);
    std::vector<LedgerEntry> entries;
    while (rows.step()) {
        entries.push_back({rows.integer(0), static_cast<MovementKind>(rows.integer(1)),
            {rows.timestamp(2), static_cast<int>(rows.integer(3)), rows.businessDay(4)},
            documentNumber(rows.text(5), static_cast<int>(rows.integer(6)), rows.text(7), rows.integer(8)),
            static_cast<int>(rows.integer(9)), rows.quantity(10), rows.money(11), rows.text(12)});
    }
    return entries;
}

std::optional<StockedProduct> StockLedger::product(ProductId id)
{
    auto row = m_db.query("SELECT p.name, u.decimals, p.tracks_stock FROM product p JOIN unit u ON u.id = "
                          "p.unit_id WHERE p.id = ?1",
        id);
    if (!row.step()) return std::nullopt;
    return StockedProduct{row.text(0), static_cast<int>(row.integer(1)), row.boolean(2)};
}

} // namespace till
