#include "services/sale_posting.h"

#include "services/journal_writer.h"
#include "services/print_service.h"
#include "services/return_service.h"
#include "services/sale_journal.h"
#include "services/session.h"
#include "services/setting_service.h"
#include "services/voucher_service.h"
#include "storage/cart_repository.h"
#include "storage/day_sums_of_sale.h"
#include "storage/product_search.h"
#include "storage/selling_rules_repository.h"
#include "storage/sold_sale_repository.h"

#include <nlohmann/json.hpp>

namespace till {
namespace {

std::vector<TenderRow> tenderRows(const SaleToPost& sale, const CheckoutService& checkout)
{
    std::vector<TenderRow> rows;
    std::size_t lastCash = sale.tenders.size();
    for (std::size_t i = 0; i < sale.tenders.size(); ++i) {
        const auto& tender = sale.tenders[i];
        rows.push_back({tender.type, tender.amount, {}, tender.reference, tender.foreign});
        if (checkout.tenderType(tender.type)->isCash) lastCash = i;
    }
    if (lastCash < rows.size()) {
        rows[lastCash].change = sale.settlement.change;
    } else if (!sale.settlement.change.isZero()) { // of foreign cash: it leaves our drawer all the same
        rows.push_back({checkout.tenderType("cash")->id, {}, sale.settlement.change, {}, {}});
    }
    return rows;
}

bool isToldOfReturn(const CartLine& line)
{
    return line.quantity.isNegative() &&
           (line.returns || line.condition != ReturnCondition::Resell || !line.returnReason.empty());
}

} // namespace

SalePosting::SalePosting(Session& session)
    : m_session{session}
    , m_sales{session.db}
    , m_stock{session.db}
    , m_daySums{session.db}
{
}

ReceiptHeadText SalePosting::head() const
{
    const auto& settings = *m_session.settings;
    return {settings.value("shop.name"), settings.value("shop.address"), settings.value("shop.tax_number"),
        settings.value("receipt.footer"), settings.value("receipt.design")};
}

SaleRecord SalePosting::record(const SaleToPost& sale, const DocumentHead& document,
    const std::vector<SaleLineRow>& rows, const SaleTotals& totals,
    const std::vector<TenderRow>& tenders) const
{
    SaleRecord record;
    record.number = document.number;
    record.uid = sale.cart.uid;
    record.day = sale.at.businessDay;
    record.shift = sale.shiftUid;
    record.currency = m_session.facts.currency;
    record.pricesIncludeTax = m_session.facts.pricesIncludeTax;
    record.head = head();
    record.customer = sale.cart.customer.value_or("");
    record.note = sale.cart.note;
    record.originTicket = sale.originTicket;
    record.totals = totals;
    record.lines.reserve(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto& row = rows[i];
        auto& line = record.lines.emplace_back();
        line.product = row.product.value;
        line.name = row.name;
        line.unit = row.unit;
        line.code = row.code;
        line.note = row.note;
        line.quantity = row.quantity;
        line.unitPrice = row.unitPrice;
        line.gross = row.gross;
        line.discount = row.discount;
        line.tax = row.tax;
        line.total = row.total;
        line.returnsUid = row.returnsUid;
        line.returnsLine = row.returnsLine;
        if (isToldOfReturn(sale.cart.lines[i])) {
            line.condition = static_cast<int>(sale.cart.lines[i].condition);
            line.reason = sale.cart.lines[i].returnReason;
        }
        for (const auto& part : sale.priced.lines[i].taxes) {
            line.taxCodes += (line.taxCodes.empty() ? "" : "+") + sale.taxes.parts()[part.tax].code;
        }
        for (const auto& change : row.adjustments) {
            line.adjustments.push_back(
                {static_cast<int>(change.kind), change.rate, change.amount, change.oldPrice, change.label});
        }
    }
    for (const auto& tax : sale.priced.taxes)
        record.taxes.push_back({tax.code, tax.rate, tax.net, tax.amount});
    for (const auto& tender : tenders) {
        record.tenders.push_back({m_session.checkout->tenderType(tender.type)->code, tender.amount,
            tender.change, std::string{tender.reference}, tender.foreign});
    }
    return record;
}

SaleLineRow SalePosting::lineRow(const Actor& actor, const SaleToPost& sale, std::size_t index) const
{
    const auto& line = sale.cart.lines[index];
    const auto& priced = sale.priced.lines[index];
    SaleLineRow row;
    row.lineNo = static_cast<int>(index) + 1; // receipts count without the gaps that removed lines left
    row.product = line.product;
    row.kind = static_cast<int>(line.kind);
    row.name = line.name;
    row.unit = line.unit;
    row.department = line.department;
    row.supplier = line.supplier;
    if (line.kind != ItemKind::Voucher) row.taxClass = line.taxClass;
    row.quantity = line.quantity;
    row.unitPrice = line.unitPrice;
    row.gross = priced.gross;
    row.discount = priced.ownDiscount() + priced.promotion + priced.saleDiscount();
    row.net = priced.net;
    row.tax = priced.tax;
    row.total = priced.total;
    row.code = line.code;
    row.note = line.note;
    if (line.returns) {
        row.returnsUid = line.returns->sale;
        row.returnsLine = line.returns->line;
    }
    for (const auto& tax : priced.taxes)
        row.taxes.push_back({sale.taxes.rateOf(tax.tax), tax.net, tax.amount});
    if (line.returns) {
        row.adjustments = m_session.returns->adjustments(line, priced);
        return row;
    }
    if (line.priceOverridden()) {
        row.adjustments.push_back(
            {AdjustmentKind::PriceOverride, {}, lineAmount(*line.listPrice, line.quantity) - priced.gross,
                line.listPrice, line.reason, actor.user, line.approver});
    }
    for (std::size_t i = 0; i < priced.discounts.size(); ++i) {
        const auto& given = line.discounts[i];
        row.adjustments.push_back({AdjustmentKind::LineDiscount, given.rate, priced.discounts[i], {},
            given.reason, given.user ? given.user : actor.user, given.approver});
    }
    for (const auto& offer : sale.priced.promotions) {
        for (const auto& share : offer.shares) {
            if (share.line != index || share.amount.isZero()) continue;
            row.adjustments.push_back(
                {AdjustmentKind::Promotion, {}, share.amount, {}, offer.name, actor.user, {}});
        }
    }
    for (std::size_t i = 0; i < priced.saleDiscounts.size(); ++i) {
        if (priced.saleDiscounts[i].isZero()) continue;
        const auto& given = sale.cart.discounts[i];
        row.adjustments.push_back({AdjustmentKind::SaleDiscount, given.rate, priced.saleDiscounts[i], {},
            given.reason, given.user ? given.user : actor.user, given.approver});
    }
    return row;
}

/// What cannot be sold again comes in and leaves in the same document.
void SalePosting::move(DocumentId document, const CartLine& line, const SaleLineRow& row)
{
    const auto place = m_session.facts.location;
    const StockRepository::Move moved{row.product, -row.quantity, -row.cost, row.lineNo};
    if (!row.quantity.isNegative()) return m_stock.move(moved, place, MovementKind::Sale, document);
    m_stock.move(moved, place, MovementKind::Return, document);
    const StockRepository::Move gone{row.product, row.quantity, row.cost, row.lineNo};
    switch (line.condition) {
    case ReturnCondition::Resell: return;
    case ReturnCondition::Damaged: return m_stock.move(gone, place, MovementKind::Damaged, document);
    case ReturnCondition::Expired: return m_stock.move(gone, place, MovementKind::Expired, document);
    case ReturnCondition::Supplier: return m_stock.move(gone, place, MovementKind::ToSupplier, document);
    }
}

/// Out of the stock and into it; what it cost.
Money SalePosting::moveGoods(DocumentId document, const SaleToPost& sale, std::vector<SaleLineRow>& rows)
{
    Money cost;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        auto& row = rows[i];
        const auto& line = sale.cart.lines[i];
        if (!row.product) continue;
        const auto known = m_stock.level(row.product, m_session.facts.location);
        row.cost = costOf(line.tracksStock ? known.level : StockLevel{}, row.quantity, known.unitCost);
        if (line.returns) { // it comes in at what it went out for
            if (const auto back = m_session.returns->portion(sale.cart, line, sale.taxes))
                row.cost = back->cost;
        }
        if (line.tracksStock) move(document, line, row);
        if (row.quantity.isPositive()) countSale(m_session.db, row.product, sale.at.utc);
        cost += row.cost;
    }
    return cost;
}

void SalePosting::insertLines(DocumentId document, const Cart& cart, const std::vector<SaleLineRow>& rows)
{
    if (!cart.internalNote.empty()) insertInternalNote(m_session.db, document, 0, cart.internalNote);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto& line = cart.lines[i];
        const auto lineNo = rows[i].lineNo;
        m_sales.insertLine(document, rows[i]);
        if (isToldOfReturn(line))
            insertLineReturn(
                m_session.db, document, lineNo, static_cast<int>(line.condition), line.returnReason);
        if (!line.internalNote.empty()) insertInternalNote(m_session.db, document, lineNo, line.internalNote);
    }
}

FinishedSale SalePosting::post(const Actor& actor, const SaleToPost& sale)
{
    const auto& cart = sale.cart;
    const std::int64_t customer =
        cart.customer ? findOrAddCustomer(m_session.db, *cart.customer, sale.at.utc) : 0;
    const auto document = m_sales.insertDocument({cart.uid, DocumentKind::Sale, actor.till, sale.shift,
        sale.at, sale.started, actor.user, actor.approver, customer, cart.note});
    if (!sale.originTicket.empty())
        m_sales.insertOrigin(document.id, actor.till, sale.originTicket, sale.at.businessDay);

    std::vector<SaleLineRow> rows;
    rows.reserve(cart.lines.size());
    for (std::size_t i = 0; i < cart.lines.size(); ++i) rows.push_back(lineRow(actor, sale, i));
    const auto cost = moveGoods(document.id, sale, rows);
    const SaleTotals totals{sale.priced.gross, sale.priced.discount, sale.priced.net, sale.priced.tax,
        sale.priced.total, sale.settlement.rounding, sale.settlement.paid, sale.settlement.change, cost,
        static_cast<int>(rows.size())};
    m_sales.insertSale(document.id, m_sales.findOrAddHead(head()), m_session.facts.pricesIncludeTax, totals);
    insertLines(document.id, cart, rows);
    for (const auto& tax : sale.priced.taxes)
        m_sales.insertTax(document.id, {sale.taxes.rateOf(tax.tax), tax.net, tax.amount, tax.gross});
    const auto tenders = tenderRows(sale, *m_session.checkout);
    for (std::size_t i = 0; i < tenders.size(); ++i)
        m_sales.insertTender(document.id, static_cast<int>(i), tenders[i]);
    m_daySums.add(sale.at.businessDay, actor.till, daySumsOf({sale.at, actor.user, customer}, rows, tenders));
    // Paper is asked for by the shop's setting; without a printer the receipt is shown, not printed.
    const auto order = m_session.printing->orderState(!sale.originTicket.empty());
    m_sales.insertPrintOrder(document.id, order == "waiting" ? "paper" : "screen", order, 0, sale.at.utc);
    m_session.journal->append(JournalType::Sale, actor, sale.at,
        saleJson(record(sale, document, rows, totals, tenders)), document.id);
    m_session.vouchers->post(actor, sale.at, document.id, cart.lines, sale.tenders);
    return {document.id, cart.uid, document.number, sale.at, totals.total, totals.rounding,
        sale.settlement.due, totals.paid, totals.change, false};
}

} // namespace till
