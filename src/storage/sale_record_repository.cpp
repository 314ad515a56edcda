#include "storage/sale_record_repository.h"

#include "storage/tender_repository.h"

namespace till {
namespace {

bool readHead(Connection& db, DocumentId document, SaleRecord& record)
{
    auto query = db.query(R"(
        SELECT d.uid, t.code, s.epoch, k.mark, d.number, d.business_day, h.uid, shop.currency, f.prices_include_tax,
               r.shop_name, r.address, r.tax_number, r.footer, c.code, d.note, o.ticket, f.gross, f.discount, f.net,
               f.tax, f.total, f.rounding, f.paid, f.change_given, f.cost, f.line_count, coalesce(g.design, '')
          FROM document d
          JOIN sale f ON f.document_id = d.id
          JOIN receipt_head r ON r.id = f.receipt_head_id
          JOIN series s ON s.id = d.series_id
          JOIN till t ON t.id = s.till_id
          JOIN document_kind k ON k.id = d.kind_id
          JOIN shop
          LEFT JOIN shift h ON h.id = d.shift_id
          LEFT JOIN customer c ON c.id = d.customer_id
          LEFT JOIN document_origin o ON o.document_id = d.id
          LEFT JOIN receipt_design g ON g.id = f.receipt_design_id
         WHERE d.id = ?1)",
        document);
    if (!query.step()) return false;
    record.uid = query.uid(0);
    record.number =
        documentNumber(query.text(1), static_cast<int>(query.integer(2)), query.text(3), query.integer(4));
    record.day = query.businessDay(5);
    if (!query.isNull(6)) record.shift = query.uid(6);
    record.currency = query.text(7);
    record.pricesIncludeTax = query.boolean(8);
    record.head = {query.text(9), query.text(10), query.text(11), query.text(12), query.text(26)};
    record.customer = query.text(13);
    record.note = query.text(14);
    record.originTicket = query.text(15);
    record.totals = {query.money(16), query.money(17), query.money(18), query.money(19), query.money(20),
        query.money(21), query.money(22), query.money(23), query.money(24),
        static_cast<int>(query.integer(25))};
    return true;
}

void readLineTaxes(Connection& db, DocumentId document, SaleRecord& record)
{
    auto query = db.query(R"(
        SELECT l.line_no, t.code
          FROM sale_line_tax l
          JOIN tax_rate r ON r.id = l.tax_rate_id
          JOIN tax t ON t.id = r.tax_id
         WHERE l.document_id = ?1
         ORDER BY l.line_no, l.position)",
        document);
    while (query.step()) {
        const auto at = static_cast<std::size_t>(query.integer(0)) - 1;
        if (at >= record.lines.size()) continue;
        auto& codes = record.lines[at].taxCodes;
        codes += (codes.empty() ? "" : "+") + query.text(1);
    }
}

void readAdjustments(Connection& db, DocumentId document, SaleRecord& record)
{
    auto query = db.query(R"(
        SELECT line_no, kind_id, rate, amount, old_unit_price, label
          FROM sale_line_adjustment
         WHERE document_id = ?1
         ORDER BY line_no, position)",
        document);
    while (query.step()) {
        const auto at = static_cast<std::size_t>(query.integer(0)) - 1;
        if (at >= record.lines.size()) continue;
        record.lines[at].adjustments.push_back({static_cast<int>(query.integer(1)), query.optional<Rate>(2),
            query.money(3), query.optional<UnitPrice>(4), query.text(5)});
    }
}

void readLines(Connection& db, DocumentId document, SaleRecord& record)
{
    auto query = db.query(R"(
        SELECT product_id, name, unit, code, note, quantity, unit_price, gross, discount, tax, total, returns_uid,
               returns_line
          FROM sale_line
         WHERE document_id = ?1
         ORDER BY line_no)",
        document);
    while (query.step()) {
        auto& line = record.lines.emplace_back();
        line.product = query.integer(0);
        line.name = query.text(1);
        line.unit = query.text(2);
        line.code = query.text(3);
        line.note = query.text(4);
        line.quantity = query.quantity(5);
        line.unitPrice = query.unitPrice(6);
        line.gross = query.money(7);
        line.discount = query.money(8);
        line.tax = query.money(9);
        line.total = query.money(10);
        if (!query.isNull(11)) {
            line.returnsUid = query.uid(11);
            line.returnsLine = static_cast<int>(query.integer(12));
        }
    }
    auto returned = db.query(
        "SELECT line_no, condition_id, reason FROM sale_line_return WHERE document_id = ?1", document);
    while (returned.step()) {
        const auto at = static_cast<std::size_t>(returned.integer(0)) - 1;
        if (at >= record.lines.size()) continue;
        record.lines[at].condition = static_cast<int>(returned.integer(1));
        record.lines[at].reason = returned.text(2);
    }
    readLineTaxes(db, document, record);
    readAdjustments(db, document, record);
}

void readMoney(Connection& db, DocumentId document, SaleRecord& record)
{
    auto taxes = db.query(R"(
        SELECT t.code, r.rate, s.net, s.tax
          FROM sale_tax s
          JOIN tax_rate r ON r.id = s.tax_rate_id
          JOIN tax t ON t.id = r.tax_id
         WHERE s.document_id = ?1)",
        document);
    while (taxes.step()) {
        record.taxes.push_back({taxes.text(0), taxes.rate(1), taxes.money(2), taxes.money(3)});
    }
    auto tenders = db.query(R"(
        SELECT k.code, t.amount, t.change_given, t.reference, t.foreign_currency, t.foreign_amount, t.exchange_rate
          FROM tender t
          JOIN tender_type k ON k.id = t.tender_type_id
         WHERE t.document_id = ?1
         ORDER BY t.position)",
        document);
    while (tenders.step()) {
        record.tenders.push_back(
            {tenders.text(0), tenders.money(1), tenders.money(2), tenders.text(3), foreignCash(tenders, 4)});
    }
}

} // namespace

std::optional<SaleRecord> loadSaleRecord(Connection& db, DocumentId document)
{
    SaleRecord record;
    if (!readHead(db, document, record)) return std::nullopt;
    readLines(db, document, record);
    readMoney(db, document, record);
    return record;
}

} // namespace till
