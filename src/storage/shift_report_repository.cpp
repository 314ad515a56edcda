#include "storage/shift_report_repository.h"

#include "domain/catalog/product.h"

namespace till {
namespace {

std::vector<ShiftPart> readAll(Statement rows)
{
    std::vector<ShiftPart> parts;
    while (rows.step()) {
        parts.push_back({rows.integer(0), rows.integer(1), rows.quantity(2), rows.money(3), rows.money(4),
            rows.money(5), rows.money(6), rows.money(7), rows.money(8)});
    }
    return parts;
}

std::string numberOf(Connection& db, std::int64_t document)
{
    auto row = db.query(R"(
        SELECT t.code, s.epoch, k.mark, d.number
          FROM document d
          JOIN series s ON s.id = d.series_id
          JOIN till t ON t.id = s.till_id
          JOIN document_kind k ON k.id = d.kind_id
         WHERE d.id = ?1)",
        document);
    if (!row.step()) return {};
    return documentNumber(row.text(0), static_cast<int>(row.integer(1)), row.text(2), row.integer(3));
}

void readSales(Connection& db, ShiftId shift, ShiftFigures& figures)
{
    auto row = db.query(R"(
        SELECT count(*), coalesce(min(d.id), 0), coalesce(max(d.id), 0), coalesce(sum(f.net), 0),
               coalesce(sum(f.tax), 0), coalesce(sum(f.total), 0), coalesce(sum(f.rounding), 0),
               count(*) FILTER (WHERE f.rounding <> 0)
          FROM document d
          CROSS JOIN sale f ON f.document_id = d.id
         WHERE d.shift_id = ?1)",
        shift);
    row.step();
    figures.receipts = row.integer(0);
    figures.firstReceipt = numberOf(db, row.integer(1));
    figures.lastReceipt = numberOf(db, row.integer(2));
    figures.net = row.money(3);
    figures.tax = row.money(4);
    figures.total = row.money(5);
    figures.rounding = row.money(6);
    figures.roundings = row.integer(7);
    auto vouchers = db.query(R"(
        SELECT count(*), coalesce(sum(l.total), 0)
          FROM document d
          CROSS JOIN sale_line l ON l.document_id = d.id AND l.kind_id = ?2
         WHERE d.shift_id = ?1)",
        shift, static_cast<int>(ItemKind::Voucher));
    vouchers.step();
    figures.vouchersSold = vouchers.integer(0);
    figures.voucherMoney = vouchers.money(1);
    figures.net -= figures.voucherMoney; // owed, not earned; no tax is in it
    figures.total -= figures.voucherMoney;
}

void readLines(Connection& db, ShiftId shift, ShiftFigures& figures)
{
    auto row = db.query(R"(
        SELECT count(*) FILTER (WHERE l.quantity < 0),
               coalesce(sum(l.gross - l.discount) FILTER (WHERE l.quantity < 0), 0),
               coalesce(sum(l.gross) FILTER (WHERE l.quantity > 0 AND l.kind_id <> ?5), 0),
               coalesce(sum(l.discount) FILTER (WHERE l.quantity > 0), 0),
               coalesce(sum(l.quantity) FILTER (WHERE l.quantity > 0 AND l.kind_id IN (?2, ?3)), 0),
               coalesce(sum(l.quantity) FILTER (WHERE l.quantity > 0 AND l.kind_id = ?4), 0)
          FROM document d
          CROSS JOIN sale_line l ON l.document_id = d.id
         WHERE d.shift_id = ?1)",
        shift, static_cast<int>(ItemKind::Goods), static_cast<int>(ItemKind::OpenItem),
        static_cast<int>(ItemKind::Service), static_cast<int>(ItemKind::Voucher));
    row.step();
    figures.returns = row.integer(0);
    figures.returned = row.money(1);
    figures.gross = row.money(2);
    figures.discounts = row.money(3);
    figures.goods = row.quantity(4);
    figures.services = row.quantity(5);
}

} // namespace

ShiftFigures ShiftReportRepository::figures(ShiftId shift)
{
    ShiftFigures figures;
    readSales(m_db, shift, figures);
    readLines(m_db, shift, figures);
    auto row = m_db.query(R"(
        SELECT count(*)
          FROM document d
          CROSS JOIN sale_line_adjustment a ON a.document_id = d.id
         WHERE d.shift_id = ?1 AND a.kind_id = ?2)",
        shift, static_cast<int>(AdjustmentKind::PriceOverride));
    row.step();
    figures.priceOverrides = row.integer(0);
    return figures;
}

std::vector<ShiftPart> ShiftReportRepository::departments(ShiftId shift)
{
    return readAll(m_db.query(R"(
        SELECT coalesce(l.department_id, 0) AS department, count(*), sum(l.quantity), sum(l.net), sum(l.tax), sum(l.total),
               coalesce(sum(l.net) FILTER (WHERE l.quantity < 0), 0),
               coalesce(sum(l.tax) FILTER (WHERE l.quantity < 0), 0),
               coalesce(sum(l.total) FILTER (WHERE l.quantity < 0), 0)
          FROM document d
          CROSS JOIN sale_line l ON l.document_id = d.id AND l.kind_id <> ?2
         WHERE d.shift_id = ?1
         GROUP BY +department)",
        shift, static_cast<int>(ItemKind::Voucher)));
}

std::vector<ShiftPart> ShiftReportRepository::taxes(ShiftId shift)
{
    return readAll(m_db.query(R"(
        SELECT rate, sum(receipts), 0, sum(net), sum(tax), sum(gross), sum(net_back), sum(tax_back),
               sum(net_back + tax_back)
          FROM (SELECT x.tax_rate_id AS rate, 1 AS receipts, x.net AS net, x.tax AS tax, x.gross AS gross,
                       0 AS net_back, 0 AS tax_back
                  FROM document d
                  CROSS JOIN sale_tax x ON x.document_id = d.id
                 WHERE d.shift_id = ?1
                UNION ALL
                SELECT x.tax_rate_id, 0, 0, 0, 0, x.net, x.tax
                  FROM document d
                  CROSS JOIN sale_line l ON l.document_id = d.id AND l.quantity < 0
                  CROSS JOIN sale_line_tax x ON x.document_id = l.document_id AND x.line_no = l.line_no
                 WHERE d.shift_id = ?1)
         GROUP BY rate)",
        shift));
}

std::vector<ShiftPart> ShiftReportRepository::tenders(ShiftId shift)
{
    return readAll(m_db.query(R"(
        SELECT t.tender_type_id, count(*), 0, 0, 0, sum(t.amount - t.change_given), 0, 0,
               coalesce(sum(t.amount - t.change_given) FILTER (WHERE t.amount < 0), 0)
          FROM document d
          CROSS JOIN tender t ON t.document_id = d.id
         WHERE d.shift_id = ?1
         GROUP BY +t.tender_type_id)",
        shift));
}

std::vector<ShiftPart> ShiftReportRepository::cashiers(ShiftId shift)
{
    return readAll(m_db.query(R"(
        SELECT user_id, count(*), 0, sum(net - vouchers), sum(tax), sum(total - vouchers), 0, 0, 0
          FROM (SELECT d.user_id AS user_id, f.net AS net, f.tax AS tax, f.total AS total,
                       (SELECT coalesce(sum(l.total), 0) FROM sale_line l
                         WHERE l.document_id = f.document_id AND l.kind_id = ?2) AS vouchers
                  FROM document d
                  CROSS JOIN sale f ON f.document_id = d.id
                 WHERE d.shift_id = ?1)
         GROUP BY user_id)",
        shift, static_cast<int>(ItemKind::Voucher)));
}

std::vector<ShiftForeignCash> ShiftReportRepository::foreignCash(ShiftId shift)
{
    auto rows = m_db.query(R"(
        SELECT t.foreign_currency, sum(t.foreign_amount), sum(t.amount)
          FROM document d
          CROSS JOIN tender t ON t.document_id = d.id AND t.foreign_currency IS NOT NULL
         WHERE d.shift_id = ?1
         GROUP BY t.foreign_currency
         ORDER BY t.foreign_currency)",
        shift);
    std::vector<ShiftForeignCash> cash;
    while (rows.step()) cash.push_back({rows.text(0), rows.integer(1), rows.money(2)});
    return cash;
}

std::vector<ShiftDiscount> ShiftReportRepository::discounts(ShiftId shift)
{
    auto rows = m_db.query(R"(
        SELECT a.kind_id, CASE a.kind_id WHEN ?2 THEN count(DISTINCT a.document_id) ELSE count(*) END, sum(a.amount)
          FROM document d
          CROSS JOIN sale_line l ON l.document_id = d.id AND l.quantity > 0
          CROSS JOIN sale_line_adjustment a ON a.document_id = l.document_id AND a.line_no = l.line_no
          CROSS JOIN adjustment_kind k ON k.id = a.kind_id AND k.is_discount = 1
         WHERE d.shift_id = ?1
         GROUP BY a.kind_id
         ORDER BY a.kind_id)",
        shift, static_cast<int>(AdjustmentKind::SaleDiscount));
    std::vector<ShiftDiscount> discounts;
    while (rows.step())
        discounts.push_back({static_cast<AdjustmentKind>(rows.integer(0)), rows.integer(1), rows.money(2)});
    return discounts;
}

std::vector<ShiftCashierTender> ShiftReportRepository::cashierTenders(ShiftId shift)
{
    auto rows = m_db.query(R"(
        SELECT d.user_id, t.tender_type_id, sum(t.amount - t.change_given)
          FROM document d
          CROSS JOIN tender t ON t.document_id = d.id
         WHERE d.shift_id = ?1
         GROUP BY d.user_id, t.tender_type_id
         ORDER BY d.user_id, t.tender_type_id)",
        shift);
    std::vector<ShiftCashierTender> tenders;
    while (rows.step()) tenders.push_back({rows.integer(0), rows.integer(1), rows.money(2)});
    return tenders;
}

ShiftJournalCounts ShiftReportRepository::journalCounts(TillId till)
{
    auto opened = m_db.query(R"(
        SELECT j.journal_chain_id, j.seq
          FROM till t
          CROSS JOIN journal_chain c ON c.till_id = t.id AND c.epoch = t.epoch
          CROSS JOIN journal j ON j.journal_chain_id = c.id
          CROSS JOIN journal_type k ON k.id = j.type_id AND k.code = 'SHIFT_OPEN'
         WHERE t.id = ?1
         ORDER BY j.seq DESC
         LIMIT 1)",
        till);
    if (!opened.step()) return {};
    auto row = m_db.query(R"(
        SELECT count(*) FILTER (WHERE k.code = 'LINE_DELETE'), count(*) FILTER (WHERE k.code = 'CART_ABANDON'),
               count(*) FILTER (WHERE k.code = 'REPRINT')
          FROM journal j
          CROSS JOIN journal_type k ON k.id = j.type_id
         WHERE j.journal_chain_id = ?1 AND j.seq > ?2)",
        opened.integer(0), opened.integer(1));
    row.step();
    return {row.integer(0), row.integer(1), row.integer(2)};
}

} // namespace till
