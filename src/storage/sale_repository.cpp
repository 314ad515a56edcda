#include "storage/sale_repository.h"

#include "storage/rows.h"
#include "storage/tender_repository.h"

namespace till {
namespace {

std::optional<std::string_view> orNull(std::string_view text)
{
    return text.empty() ? std::nullopt : std::optional{text};
}

constexpr std::string_view kFinished = R"(
    SELECT d.id, d.uid, t.code, s.epoch, k.mark, d.number, d.utc_ms, d.utc_offset_minutes, d.business_day, f.gross,
           f.discount, f.net, f.tax, f.total, f.rounding, f.paid, f.change_given, f.cost, f.line_count
      FROM document d
      JOIN sale f ON f.document_id = d.id
      JOIN series s ON s.id = d.series_id
      JOIN till t ON t.id = s.till_id
      JOIN document_kind k ON k.id = d.kind_id
     WHERE d.uid = ?1)";

FinishedRow readFinished(const Statement& row)
{
    return {row.id<DocumentId>(0), row.uid(1),
        documentNumber(row.text(2), static_cast<int>(row.integer(3)), row.text(4), row.integer(5)),
        {row.timestamp(6), static_cast<int>(row.integer(7)), row.businessDay(8)},
        {row.money(9), row.money(10), row.money(11), row.money(12), row.money(13), row.money(14),
            row.money(15), row.money(16), row.money(17), static_cast<int>(row.integer(18))}};
}

/// Goods came in on record: the figure means something.
bool isCount(MovementKind kind)
{
    switch (kind) {
    case MovementKind::Receipt:
    case MovementKind::Opening:
    case MovementKind::Adjustment: return true;
    case MovementKind::Sale:
    case MovementKind::Return:
    case MovementKind::Damaged:
    case MovementKind::Expired:
    case MovementKind::ToSupplier: break;
    }
    return false;
}

} // namespace

DocumentHead SaleRepository::insertDocument(const NewDocument& document)
{
    const auto kind = static_cast<int>(document.kind);
    m_db.run(R"(
        INSERT INTO series (till_id, epoch, document_kind_id, last_number)
        SELECT id, epoch, ?2, 1 FROM till WHERE id = ?1
        ON CONFLICT (till_id, epoch, document_kind_id) DO UPDATE SET last_number = last_number + 1)",
        document.till, kind);
    auto series = m_db.query(R"(
        SELECT s.id, s.last_number, t.code, t.epoch, k.mark
          FROM till t
          JOIN series s ON s.till_id = t.id AND s.epoch = t.epoch AND s.document_kind_id = ?2
          JOIN document_kind k ON k.id = ?2
         WHERE t.id = ?1)",
        document.till, kind);
    series.step();
    const auto number = series.integer(1);
    m_db.run(R"(
        INSERT INTO document (uid, kind_id, series_id, number, till_id, shift_id, business_day, utc_ms,
                              utc_offset_minutes, started_ms, user_id, approver_id, customer_id, note,
                              corrects_uid)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15))",
        document.uid, kind, series.id<SeriesId>(0), number, document.till, document.shift,
        document.at.businessDay, document.at.utc, document.at.offsetMinutes, document.started, document.user,
        document.approver, document.customer ? std::optional{document.customer} : std::nullopt,
        orNull(document.note), document.corrects);
    return {m_db.insertedId<DocumentId>(),
        documentNumber(series.text(2), static_cast<int>(series.integer(3)), series.text(4), number)};
}

SaleRepository::ReceiptHeadRows SaleRepository::findOrAddHead(const ReceiptHeadText& head)
{
    ReceiptHeadRows rows;
    auto query = m_db.query(R"(
        SELECT id FROM receipt_head WHERE shop_name = ?1 AND address = ?2 AND tax_number = ?3 AND footer = ?4)",
        head.shopName, head.address, head.taxNumber, head.footer);
    if (query.step()) {
        rows.head = query.integer(0);
    } else {
        m_db.run("INSERT INTO receipt_head (shop_name, address, tax_number, footer) VALUES (?1, ?2, ?3, ?4)",
            head.shopName, head.address, head.taxNumber, head.footer);
        rows.head = m_db.lastInsertId();
    }
    if (head.design.empty()) return rows;
    auto design = m_db.query("SELECT id FROM receipt_design WHERE design = ?1", head.design);
    if (design.step()) {
        rows.design = design.integer(0);
    } else {
        m_db.run("INSERT INTO receipt_design (design) VALUES (?1)", head.design);
        rows.design = m_db.lastInsertId();
    }
    return rows;
}

void SaleRepository::insertSale(
    DocumentId document, const ReceiptHeadRows& head, bool pricesIncludeTax, const SaleTotals& totals)
{
    m_db.run(R"(
        INSERT INTO sale (document_id, receipt_head_id, prices_include_tax, gross, discount, net, tax, total, rounding,
                          paid, change_given, cost, line_count, receipt_design_id)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14))",
        document, head.head, pricesIncludeTax, totals.gross, totals.discount, totals.net, totals.tax,
        totals.total, totals.rounding, totals.paid, totals.change, totals.cost, totals.lineCount,
        head.design);
}

void SaleRepository::insertLine(DocumentId document, const SaleLineRow& line)
{
    m_db.run(R"(
        INSERT INTO sale_line (document_id, line_no, product_id, kind_id, name, unit, department_id, supplier_id,
                               tax_class_id, quantity, unit_price, gross, discount, net, tax, total, cost, code,
                               returns_uid, returns_line, note)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21))",
        document, line.lineNo, line.product, line.kind, line.name, line.unit, line.department, line.supplier,
        line.taxClass, line.quantity, line.unitPrice, line.gross, line.discount, line.net, line.tax,
        line.total, line.cost, orNull(line.code), line.returnsUid,
        line.returnsUid ? std::optional{line.returnsLine} : std::nullopt, orNull(line.note));
    int position = 0;
    for (const auto& tax : line.taxes) {
        m_db.run(R"(
            INSERT INTO sale_line_tax (document_id, line_no, position, tax_rate_id, net, tax)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6))",
            document, line.lineNo, position++, tax.rate, tax.net, tax.tax);
    }
    position = 0;
    for (const auto& adjustment : line.adjustments) {
        m_db.run(R"(
            INSERT INTO sale_line_adjustment (document_id, line_no, position, kind_id, rate, amount, old_unit_price,
                                              label, user_id, approver_id)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10))",
            document, line.lineNo, position++, static_cast<int>(adjustment.kind), adjustment.rate,
            adjustment.amount, adjustment.oldPrice, orNull(adjustment.label), adjustment.user,
            adjustment.approver);
    }
}

void SaleRepository::insertTax(DocumentId document, const SaleTaxRow& row)
{
    m_db.run("INSERT INTO sale_tax (document_id, tax_rate_id, net, tax, gross) VALUES (?1, ?2, ?3, ?4, ?5)",
        document, row.rate, row.net, row.tax, row.gross);
}

void SaleRepository::insertTender(DocumentId document, int position, const TenderRow& row)
{
    const ForeignColumns foreign{row.foreign};
    m_db.run(R"(
        INSERT INTO tender (document_id, position, tender_type_id, amount, change_given, reference, foreign_currency,
                            foreign_amount, exchange_rate)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9))",
        document, position, row.type, row.amount, row.change, orNull(row.reference), foreign.currency,
        foreign.minor, foreign.rate);
}

void SaleRepository::insertOrigin(DocumentId document, TillId till, std::string_view ticket, BusinessDay day)
{
    m_db.run(
        "INSERT INTO document_origin (document_id, till_id, ticket, business_day) VALUES (?1, ?2, ?3, ?4)",
        document, till, ticket, day);
}

void SaleRepository::insertPrintOrder(
    DocumentId document, std::string_view channel, std::string_view state, int copy, Timestamp now)
{
    m_db.run(R"(
        INSERT INTO print_outbox (document_id, channel, copy, state, created_at, changed_at)
        VALUES (?1, ?2, ?3, ?4, ?5, ?5))",
        document, channel, copy, state, now);
}

std::optional<FinishedRow> SaleRepository::findByUid(const Uid& uid)
{
    auto query = m_db.query(kFinished, uid);
    if (!query.step()) return std::nullopt;
    return readFinished(query);
}

std::optional<FinishedRow> SaleRepository::last(TillId till)
{
    auto newest = m_db.query(R"(
        SELECT uid
          FROM document
         WHERE series_id = (SELECT id FROM series WHERE till_id = ?1 AND document_kind_id = 1
                             ORDER BY epoch DESC LIMIT 1)
         ORDER BY number DESC
         LIMIT 1)",
        till);
    if (!newest.step()) return std::nullopt;
    return findByUid(newest.uid(0));
}

std::optional<SaleRepository::TicketSize> SaleRepository::findByTicket(
    TillId till, std::string_view ticket, BusinessDay day)
{
    auto query = m_db.query(R"(
        SELECT s.line_count, s.gross
          FROM document_origin o JOIN sale s ON s.document_id = o.document_id
         WHERE o.till_id = ?1 AND o.ticket = ?2 AND o.business_day = ?3)",
        till, ticket, day);
    if (!query.step()) return std::nullopt;
    return TicketSize{query.integer(0), query.money(1)};
}

StockRepository::LevelAndCost StockRepository::level(ProductId product, LocationId location)
{
    auto query = m_db.query(R"(
        SELECT l.quantity, l.value, p.cost
          FROM product p
          LEFT JOIN stock_level l ON l.product_id = p.id AND l.location_id = ?2
         WHERE p.id = ?1)",
        product, location);
    if (!query.step()) return {};
    return {{query.quantity(0), query.money(1)}, query.optional<UnitPrice>(2)};
}

void StockRepository::move(const Move& move, LocationId location, MovementKind kind, DocumentId document)
{
    m_db.run(R"(
        INSERT INTO stock_movement (product_id, location_id, kind_id, quantity, cost, document_id, line_no)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7))",
        move.product, location, static_cast<int>(kind), move.quantity, move.cost, document, move.lineNo);
    m_db.run(R"(
        INSERT INTO stock_level (product_id, location_id, quantity, value, counted) VALUES (?1, ?2, ?3, ?4, ?5)
        ON CONFLICT (product_id, location_id)
        DO UPDATE SET quantity = quantity + excluded.quantity, value = value + excluded.value,
                      counted = max(counted, excluded.counted))",
        move.product, location, move.quantity, move.cost, isCount(kind));
}

void StockRepository::move(
    std::span<const Move> moves, LocationId location, MovementKind kind, DocumentId document)
{
    Rows rows;
    for (const auto& move : moves) rows.add(move.product, move.quantity, move.cost, move.lineNo);
    m_db.run(R"(
        INSERT INTO stock_movement (product_id, location_id, kind_id, quantity, cost, document_id, line_no)
        SELECT c0, ?2, ?3, c1, c2, ?4, c3 FROM rows(?1))",
        rows, location, static_cast<int>(kind), document);
    m_db.run(R"(
        INSERT INTO stock_level (product_id, location_id, quantity, value, counted)
        SELECT c0, ?2, c1, c2, ?3 FROM rows(?1) WHERE true
        ON CONFLICT (product_id, location_id)
        DO UPDATE SET quantity = quantity + excluded.quantity, value = value + excluded.value,
                      counted = max(counted, excluded.counted))",
        rows, location, isCount(kind));
}

void StockRepository::setUnitCost(ProductId product, UnitPrice cost)
{
    m_db.run("UPDATE product SET cost = ?2 WHERE id = ?1", product, cost);
}

} // namespace till
