#include "services/return_service.h"

#include "base/decimal.h"
#include "base/text.h"
#include "domain/sales/returns.h"
#include "services/catalog_service.h"
#include "services/checkout_service.h"
#include "services/line_maker.h"
#include "services/receipt_service.h"
#include "services/sale_taxes.h"
#include "services/session.h"
#include "services/setting_service.h"
#include "storage/sold_sale_repository.h"

#include <algorithm>
#include <map>

namespace till {
namespace {

/// What is sold can come back; a voucher is paid out as one, and what came back already stays here.
bool isKept(const SoldSaleLine& line, const ReturnWindow& window)
{
    return !line.quantity.isPositive() || line.kind == ItemKind::Voucher || window.isNever();
}

PricedLine amountsOf(const SoldSaleLine& line, const SaleTaxes& taxes)
{
    PricedLine priced;
    priced.gross = line.gross;
    for (const auto& adjustment : line.adjustments) {
        switch (adjustment.kind) {
        case AdjustmentKind::LineDiscount: priced.discounts.push_back(adjustment.amount); break;
        case AdjustmentKind::SaleDiscount: priced.saleDiscounts.push_back(adjustment.amount); break;
        case AdjustmentKind::Promotion: priced.promotion += adjustment.amount; break;
        case AdjustmentKind::PriceOverride: break;
        }
    }
    priced.net = line.net;
    priced.tax = line.tax;
    priced.total = line.total;
    for (const auto& tax : line.taxes)
        if (const auto index = taxes.indexOf(tax.rate)) priced.taxes.push_back({*index, tax.net, tax.tax});
    return priced;
}

/// What of the same line stands before it in the cart.
Quantity beforeIn(const Cart& cart, const CartLine& line)
{
    Quantity before;
    for (const auto& each : cart.lines)
        if (each.returns == line.returns && each.lineNo < line.lineNo) before += -each.quantity;
    return before;
}

} // namespace

struct ReturnService::Storage {
    SoldSaleRepository sold;
    std::map<Uid, SoldSale> read; ///< of the carts that are shown

    const SoldSale* find(const Uid& uid)
    {
        const auto known = read.find(uid);
        if (known != read.end()) return &known->second;
        auto sale = sold.find(uid);
        return sale ? &read.emplace(uid, std::move(*sale)).first->second : nullptr;
    }
    const SoldSaleLine* find(const ReturnedLine& of)
    {
        const auto* sale = find(of.sale);
        return sale != nullptr ? sale->find(of.line) : nullptr;
    }
};

ReturnService::ReturnService(Session& session)
    : m_session{session}
    , m_storage{std::make_unique<Storage>(Storage{SoldSaleRepository{session.db}, {}})}
{
}

ReturnService::~ReturnService() = default;

void ReturnService::forget()
{
    m_storage->read.clear();
}

Result<Uid> ReturnService::find(std::string_view receipt) const
{
    if (const auto document = m_session.receipts->documentOf(receipt)) return uidOf(*document);
    if (const auto uid = Uid::fromText(receipt); uid && m_storage->find(*uid)) return *uid;
    if (const auto uid = m_storage->sold.byTicket(receipt)) return *uid;
    return Error{ErrorCode::SaleNotFound, clipped(receipt, 40)};
}

Result<Uid> ReturnService::uidOf(DocumentId sale) const
{
    const auto uid = m_storage->sold.uidOf(sale);
    if (!uid) return Error{ErrorCode::SaleNotFound};
    return *uid;
}

ReturnWindow ReturnService::windowOf(DepartmentId department) const
{
    const auto& all = m_session.catalog->departments();
    for (auto id = department; id;) {
        const auto at = std::ranges::find_if(all, [&](const Department& each) { return each.id == id; });
        if (at == all.end()) break;
        if (at->returnDays) return {at->returnDays};
        id = at->parent;
    }
    const auto days = parseScaled(m_session.settings->value("sale.return_days"), 0);
    return days ? ReturnWindow{static_cast<int>(*days)} : ReturnWindow{};
}

Result<ReturnableSale> ReturnService::sale(TillId till, const Uid& uid) const
{
    m_storage->read.erase(uid); // as it is on record now
    const auto* sold = m_storage->find(uid);
    if (sold == nullptr) return Error{ErrorCode::SaleNotFound};
    const auto today = m_session.now().businessDay;
    const auto open = m_session.carts->current(till);
    ReturnableSale sale{
        sold->document, sold->uid, sold->number, sold->at, sold->total, {}, sold->customer, {}, {}};
    for (const auto& paid : sold->tenders) sale.paidBy.push_back(paid.type);
    bool isEndless = false;
    for (const auto& line : sold->lines) {
        const auto window = windowOf(line.department);
        ReturnableLine back;
        back.of = {uid, line.lineNo};
        back.name = line.name;
        back.unit = line.unit;
        back.unitDecimals = line.unitDecimals;
        back.bought = line.quantity;
        back.isKept = isKept(line, window);
        back.until = window.lastDay(sold->at.businessDay);
        back.isLate = !back.isKept && window.isOver(sold->at.businessDay, today);
        back.returned =
            line.returned + m_storage->sold.inOtherCarts(uid, line.lineNo, open ? open->cart.id : CartId{});
        back.left = back.isKept ? Quantity{} : line.quantity - back.returned;
        for (std::size_t i = 0; open && i < open->cart.lines.size(); ++i) {
            const auto& in = open->cart.lines[i];
            if (in.returns != back.of) continue;
            back.inSale = -in.quantity;
            back.cartLine = in.lineNo;
            back.condition = in.condition;
            back.reason = in.returnReason;
            back.refund = -open->priced.lines[i].total;
        }
        if (!back.isKept) {
            isEndless = isEndless || !back.until;
            if (back.until) sale.until = std::max(sale.until.value_or(*back.until), *back.until);
        }
        sale.lines.push_back(std::move(back));
    }
    if (isEndless) sale.until.reset();
    return sale;
}

/// What else comes back by the same hands: today on record, and with this cart. Positive.
Money ReturnService::otherRefunds(const Actor& actor, const ReturnedLine& but, CartId cart) const
{
    auto sum = m_storage->sold.refundedBy(actor.user, m_session.now().businessDay);
    const auto open = cart ? m_session.carts->find(cart) : std::nullopt;
    for (std::size_t i = 0; open && i < open->cart.lines.size(); ++i) {
        const auto& line = open->cart.lines[i];
        if (line.returns && *line.returns != but) sum -= open->priced.lines[i].total;
    }
    return sum;
}

Result<CartLine> ReturnService::lineFor(const Actor& actor, const TakeBack& what, CartId cart) const
{
    const auto* sold = m_storage->find(what.of.sale);
    if (sold == nullptr) return Error{ErrorCode::SaleNotFound};
    const auto* original = sold->find(what.of.line);
    if (original == nullptr) return Error{ErrorCode::LineNotFound, std::to_string(what.of.line)};
    const auto window = windowOf(original->department);
    if (isKept(*original, window)) return Error{ErrorCode::LineNotReturnable, original->name};
    if (!what.quantity.isPositive()) return Error{ErrorCode::QuantityInvalid, original->name};
    const auto left = original->quantity - original->returned -
                      m_storage->sold.inOtherCarts(what.of.sale, what.of.line, cart);
    if (what.quantity > left) return Error{ErrorCode::ReturnTooMuch, formatQuantity(left)};
    auto reason = cleanNote(what.reason, 200);
    if (!reason) return reason.error();

    CartLine line;
    line.product = original->product;
    line.kind = original->kind;
    line.name = original->name;
    line.unit = original->unit;
    line.unitDecimals = original->unitDecimals;
    line.department = original->department;
    line.supplier = original->supplier;
    line.taxClass = original->taxClass;
    line.quantity = -what.quantity;
    line.unitPrice = original->unitPrice;
    line.listPrice = original->unitPrice;
    line.code = original->code;
    line.tracksStock = original->tracksStock;
    line.discountable = false; // it was sold with its discounts
    line.approver = actor.approver;
    line.returns = what.of;
    line.condition = what.condition;
    line.returnReason = std::move(*reason);
    if (auto sound = checkLine(line); !sound) return sound.error();

    const auto today = m_session.now().businessDay;
    const auto& taxes = m_session.carts->taxesAt(today);
    const auto back = returnOf({original->quantity, amountsOf(*original, taxes), original->cost},
        original->returned, what.quantity, taxes.parts());
    if (!back) return back.error();
    // The limit is one of a day (roles-and-audit.md 5.1): many small lines are as much as a large one.
    const PermissionContext amount{(otherRefunds(actor, what.of, cart) - back->amounts.total).minor()};
    if (auto allowed = m_session.require(actor, Permission::RefundWithReceipt, amount); !allowed)
        return allowed.error();
    // After its last day a receipt counts as none.
    if (window.isOver(sold->at.businessDay, today) &&
        !m_session.require(actor, Permission::RefundWithoutReceipt, amount)) {
        return Error{ErrorCode::ReturnTooLate, window.lastDay(sold->at.businessDay)->toText()};
    }
    return line;
}

Result<SoldLine> ReturnService::portion(const Cart& cart, const CartLine& line, const SaleTaxes& taxes) const
{
    const auto* original = m_storage->find(*line.returns);
    if (original == nullptr) return Error{ErrorCode::SaleNotFound};
    const auto now = -line.quantity;
    // A cart that others were quicker than is shown all the same; check() refuses to finish it.
    const auto before = std::min(original->returned + beforeIn(cart, line), original->quantity - now);
    return returnOf(
        {original->quantity, amountsOf(*original, taxes), original->cost}, before, now, taxes.parts());
}

std::vector<SaleLineAdjustment> ReturnService::adjustments(
    const CartLine& line, const PricedLine& priced) const
{
    const auto* original = m_storage->find(*line.returns);
    std::vector<SaleLineAdjustment> parts;
    if (original == nullptr) return parts;
    std::size_t ofLine = 0;
    std::size_t ofSale = 0;
    bool isPromotionTold = false;
    for (const auto& given : original->adjustments) {
        auto part = given;
        switch (given.kind) {
        case AdjustmentKind::LineDiscount: part.amount = priced.discounts[ofLine++]; break;
        case AdjustmentKind::SaleDiscount: part.amount = priced.saleDiscounts[ofSale++]; break;
        case AdjustmentKind::Promotion: // several are one level of the line, told by the first
            part.amount = isPromotionTold ? Money{} : priced.promotion;
            isPromotionTold = true;
            break;
        case AdjustmentKind::PriceOverride: continue;
        }
        if (!part.amount.isZero()) parts.push_back(std::move(part));
    }
    return parts;
}

Result<> ReturnService::check(
    const Actor& actor, const Cart& cart, const std::vector<CartTender>& tenders) const
{
    std::map<std::pair<Uid, int>, Quantity> back;
    for (const auto& line : cart.lines)
        if (line.returns) back[{line.returns->sale, line.returns->line}] += -line.quantity;
    if (back.empty()) return {};

    std::vector<const SoldSale*> sales;
    for (const auto& [of, quantity] : back) {
        const auto* sold = m_storage->find(of.first);
        const auto* original = sold != nullptr ? sold->find(of.second) : nullptr;
        if (original == nullptr) return Error{ErrorCode::SaleNotFound};
        const auto left = original->quantity - m_storage->sold.returned(of.first, of.second);
        if (quantity > left) return Error{ErrorCode::ReturnTooMuch, formatQuantity(left)};
        if (std::ranges::find(sales, sold) == sales.end()) sales.push_back(sold);
    }
    return checkRefund(actor, sales, tenders);
}

/// Each way gives back at most what it took; more, or another way, is for those who may.
Result<> ReturnService::checkRefund(const Actor& actor, const std::vector<const SoldSale*>& sales,
    const std::vector<CartTender>& tenders) const
{
    const auto& book = m_session.checkout->tenders();
    const auto isCash = [&](TenderTypeId id) {
        const auto* type = m_session.checkout->tenderType(id);
        return type != nullptr && type->givesChange(); // foreign cash is given back in the shop's own
    };
    std::map<std::int64_t, Money> left; // by type, all kinds of cash as one
    const auto keyOf = [&](TenderTypeId id) { return isCash(id) ? book.find("cash")->id.value : id.value; };
    for (const auto* sale : sales)
        for (const auto& paid : sale->tenders) left[keyOf(paid.type)] += paid.kept - paid.givenOut;
    for (const auto& tender : tenders) {
        if (!tender.amount.isNegative()) continue;
        const auto* type = m_session.checkout->tenderType(tender.type);
        // A voucher leaves the money here: it may always be given.
        if (type != nullptr && type->code == "voucher") continue;
        auto& rest = left[keyOf(tender.type)];
        rest += tender.amount;
        // Cash that was rounded down comes back rounded up.
        const auto slack = isCash(tender.type) ? m_session.facts.cashStep : Money{};
        if (!(rest + slack).isNegative()) continue;
        const PermissionContext amount{-tender.amount.minor()};
        if (auto allowed = m_session.require(actor, Permission::RefundOtherTender, amount); !allowed)
            return allowed;
    }
    return {};
}

} // namespace till
