#include "storage/sold_sale_repository.h"

#include "domain/sales/document.h"

#include <algorithm>

namespace till {
namespace {

constexpr int kFreeDecimals = 3; // of goods without a product any part may come back

} // namespace

const SoldSaleLine* SoldSale::find(int lineNo) const
{
    const auto line =
        std::ranges::find_if(lines, [&](const SoldSaleLine& each) { return each.lineNo == lineNo; });
    return line == lines.end() ? nullptr : &*line;
}

std::optional<SoldSale> SoldSaleRepository::find(const Uid& uid)
{
    auto head = m_db.query(R"(
        SELECT d.id, t.code, s.epoch, k.mark, d.number, d.utc_ms, d.utc_offset_minutes, d.business_day, f.total, c.code
          FROM document d
          JOIN sale f ON f.document_id = d.id
          JOIN series s ON s.id = d.series_id
          JOIN till t ON t.id = s.till_id
          JOIN document_kind k ON k.id = d.kind_id
          LEFT JOIN customer c ON c.id = d.customer_id
         WHERE d.uid = ?1)",
        uid);
    if (!head.step()) return std::nullopt;
    SoldSale sale;
    sale.document = head.id<DocumentId>(0);
    sale.uid = uid;
    sale.number =
        documentNumber(head.text(1), static_cast<int>(head.integer(2)), head.text(3), head.integer(4));
    sale.at = {head.timestamp(5), static_cast<int>(head.integer(6)), head.businessDay(7)};
    sale.total = head.money(8);
    sale.customer = head.text(9);
    readTenders(sale);
    readLines(sale);
    readTaxes(sale);
    readAdjustments(sale);
    readReturned(sale);
    return sale;
}

void SoldSaleRepository::readTenders(SoldSale& sale)
{
    auto paid = m_db.query(R"(
        SELECT tender_type_id, sum(amount - change_given)
          FROM tender
         WHERE document_id = ?1
         GROUP BY tender_type_id
         ORDER BY min(position))",
        sale.document);
    while (paid.step()) sale.tenders.push_back({paid.id<TenderTypeId>(0), paid.money(1), {}});
    auto back = m_db.query(R"(
        SELECT t.tender_type_id, -sum(t.amount)
          FROM (SELECT DISTINCT document_id FROM sale_line WHERE returns_uid = ?1) r
          CROSS JOIN tender t ON t.document_id = r.document_id
         WHERE t.amount < 0
         GROUP BY t.tender_type_id)",
        sale.uid);
    while (back.step()) {
        for (auto& each : sale.tenders)
            if (each.type == back.id<TenderTypeId>(0)) each.givenOut = back.money(1);
    }
}

Money SoldSaleRepository::refundedBy(UserId user, BusinessDay day)
{
    auto row = m_db.query(R"(
        SELECT -coalesce(sum(l.total), 0)
          FROM document d
          CROSS JOIN sale_line l ON l.document_id = d.id
         WHERE d.business_day = ?2 AND d.user_id = ?1 AND l.returns_uid IS NOT NULL)",
        user, day);
    row.step();
    return row.money(0);
}

void SoldSaleRepository::readLines(SoldSale& sale)
{
    auto row = m_db.query(R"(
        SELECT l.line_no, l.product_id, l.kind_id, l.name, l.unit, u.decimals, l.department_id, l.supplier_id,
               l.tax_class_id, l.quantity, l.unit_price, l.code, p.tracks_stock, l.gross, l.net, l.tax, l.total, l.cost
          FROM sale_line l
          LEFT JOIN product p ON p.id = l.product_id
          LEFT JOIN unit u ON u.id = p.unit_id
         WHERE l.document_id = ?1
         ORDER BY l.line_no)",
        sale.document);
    while (row.step()) {
        auto& line = sale.lines.emplace_back();
        line.lineNo = static_cast<int>(row.integer(0));
        line.product = row.id<ProductId>(1);
        line.kind = static_cast<ItemKind>(row.integer(2));
        line.name = row.text(3);
        line.unit = row.text(4);
        line.unitDecimals = row.isNull(5) ? kFreeDecimals : static_cast<int>(row.integer(5));
        line.department = row.id<DepartmentId>(6);
        line.supplier = row.id<SupplierId>(7);
        line.taxClass = row.id<TaxClassId>(8);
        line.quantity = row.quantity(9);
        line.unitPrice = row.unitPrice(10);
        line.code = row.text(11);
        line.tracksStock = !row.isNull(12) && row.boolean(12);
        line.gross = row.money(13);
        line.net = row.money(14);
        line.tax = row.money(15);
        line.total = row.money(16);
        line.cost = row.money(17);
    }
}

void SoldSaleRepository::readTaxes(SoldSale& sale)
{
    auto row = m_db.query(R"(
        SELECT line_no, tax_rate_id, net, tax FROM sale_line_tax WHERE document_id = ?1 ORDER BY line_no, position)",
        sale.document);
    while (row.step()) {
        for (auto& line : sale.lines)
            if (line.lineNo == row.integer(0))
                line.taxes.push_back({row.id<TaxRateId>(1), row.money(2), row.money(3)});
    }
}

void SoldSaleRepository::readAdjustments(SoldSale& sale)
{
    auto row = m_db.query(R"(
        SELECT a.line_no, a.kind_id, a.rate, a.amount, a.label, a.user_id, a.approver_id
          FROM sale_line_adjustment a
          JOIN adjustment_kind k ON k.id = a.kind_id AND k.is_discount = 1
         WHERE a.document_id = ?1
         ORDER BY a.line_no, a.position)",
        sale.document);
    while (row.step()) {
        for (auto& line : sale.lines)
            if (line.lineNo == row.integer(0))
                line.adjustments.push_back(
                    {static_cast<AdjustmentKind>(row.integer(1)), row.optional<Rate>(2), row.money(3), {},
                        row.text(4), row.id<UserId>(5), row.id<UserId>(6)});
    }
}

void SoldSaleRepository::readReturned(SoldSale& sale)
{
    auto row = m_db.query(R"(
        SELECT returns_line, -sum(quantity) FROM sale_line WHERE returns_uid = ?1 GROUP BY returns_line)",
        sale.uid);
    while (row.step()) {
        for (auto& line : sale.lines)
            if (line.lineNo == row.integer(0)) line.returned = row.quantity(1);
    }
}

std::optional<Uid> SoldSaleRepository::uidOf(DocumentId document)
{
    auto row = m_db.query(
        "SELECT d.uid FROM document d JOIN sale f ON f.document_id = d.id WHERE d.id = ?1", document);
    return row.step() ? std::optional{row.uid(0)} : std::nullopt;
}

std::optional<Uid> SoldSaleRepository::byTicket(std::string_view ticket)
{
    auto row = m_db.query(R"(
        SELECT d.uid FROM document_origin o JOIN document d ON d.id = o.document_id
         WHERE o.till_id IN (SELECT id FROM till) AND o.ticket = ?1
         LIMIT 2)",
        ticket);
    if (!row.step()) return std::nullopt;
    const auto uid = row.uid(0);
    return row.step() ? std::nullopt : std::optional{uid};
}

Quantity SoldSaleRepository::inOtherCarts(const Uid& sale, int line, CartId except)
{
    auto row = m_db.query(R"(
        SELECT -coalesce(sum(l.quantity), 0)
          FROM cart_line l
          JOIN cart c ON c.id = l.cart_id
         WHERE l.returns_uid = ?1 AND l.returns_line = ?2 AND l.cart_id IS NOT ?3
           AND l.from_edit <= c.edit_no AND (l.to_edit IS NULL OR l.to_edit > c.edit_no))",
        sale, line, except);
    row.step();
    return row.quantity(0);
}

Quantity SoldSaleRepository::returned(const Uid& sale, int line)
{
    auto row = m_db.query(R"(
        SELECT -coalesce(sum(quantity), 0) FROM sale_line WHERE returns_uid = ?1 AND returns_line = ?2)",
        sale, line);
    row.step();
    return row.quantity(0);
}

void insertLineReturn(Connection& db, DocumentId document, int lineNo, int condition, std::string_view reason)
{
    db.run(
        "INSERT INTO sale_line_return (document_id, line_no, condition_id, reason) VALUES (?1, ?2, ?3, ?4)",
        document, lineNo, condition,
        reason.empty() ? std::optional<std::string_view>{} : std::optional{reason});
}

} // namespace till
