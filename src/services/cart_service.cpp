#include "services/cart_service.h"

#include "base/rounding.h"
#include "base/text.h"
#include "services/card_service.h"
#include "services/cart_edit.h"
#include "services/catalog_service.h"
#include "services/line_maker.h"
#include "services/promotion_check.h"
#include "services/promotion_service.h"
#include "services/session.h"
#include "services/setting_service.h"
#include "services/shift_service.h"
#include "services/voucher_service.h"

#include <algorithm>

namespace till {

CartService::CartService(Session& session)
    : m_session{session}
    , m_storage{std::make_unique<Storage>(Storage{CartRepository{session.db}, {}, {}, {}, {}, {}})}
{
}

CartService::~CartService() = default;

const SaleTaxes& CartService::taxesAt(BusinessDay day) const
{
    if (!m_storage->catalogChanged) {
        m_storage->catalogChanged = m_session.catalog->changed.subscribe([this] {
            m_storage->taxes.reset();
            m_storage->shown.reset();
        });
        const auto priceAgain = [this] { m_storage->shown.reset(); };
        m_storage->promotionsChanged = m_session.promotions->changed.subscribe(priceAgain);
        m_storage->settingsChanged = m_session.settings->changed.subscribe(priceAgain);
    }
    if (!m_storage->taxes || m_storage->taxes->day() != day) {
        m_storage->taxes.emplace(m_session.catalog->taxes(), day);
        m_storage->shown.reset(); // it was priced by yesterday's rates
    }
    return *m_storage->taxes;
}

namespace {

PricingRules rulesOf(const ShopFacts& facts)
{
    return {facts.pricesIncludeTax ? PriceTax::Inclusive : PriceTax::Exclusive, facts.taxRounding,
        facts.cashStep, facts.cashTies};
}

} // namespace

Result<PricedSale> CartService::price(const Cart& cart, const SaleTaxes& taxes) const
{
    return price(cart, taxes, Discounts::WereGiven);
}

Result<PricedSale> CartService::priceGiving(const Cart& cart, const SaleTaxes& taxes) const
{
    return price(cart, taxes, Discounts::AreGiven);
}

Result<PricedSale> CartService::price(const Cart& cart, const SaleTaxes& taxes, Discounts discounts) const
{
    if (std::ranges::any_of(cart.lines, [](const CartLine& line) { return line.returns.has_value(); }))
        return priceBack(cart, taxes, discounts);
    auto toPrice = taxes.toPrice(cart);
    toPrice.discountsWereGiven = discounts == Discounts::WereGiven;
    auto offers = m_session.promotions->offersFor(cart, m_session.now());
    toPrice.promotions = std::move(offers.list);
    toPrice.choice = offers.choice;
    return priceSale(toPrice, rulesOf(m_session.facts));
}

Result<PricedSale> CartService::priceAsWritten(const Cart& cart, const SaleTaxes& taxes) const
{
    return priceSale(taxes.toPrice(cart), rulesOf(m_session.facts));
}

std::optional<PricedCart> CartService::current(TillId till) const
{
    const auto open = m_storage->carts.openCart(till);
    return open ? find(*open) : std::nullopt;
}

std::optional<PricedCart> CartService::find(CartId id) const
{
    const auto* known = load(id);
    return known ? std::optional{*known} : std::nullopt;
}

PricedCart* CartService::load(CartId id) const
{
    const auto& taxes = taxesAt(m_session.now().businessDay);
    auto& shown = m_storage->shown;
    if (shown && shown->cart.id == id) return &*shown;
    auto cart = m_storage->carts.find(id);
    if (!cart) return nullptr;
    shown = priced(std::move(*cart), taxes);
    return &*shown;
}

/// A cart on disk is always shown: one that cannot be priced could neither be mended nor given up otherwise.
PricedCart CartService::priced(Cart cart, const SaleTaxes& taxes) const
{
    auto now = price(cart, taxes);
    if (now) return {std::move(cart), std::move(*now)};
    auto plain = cart;
    plain.discounts.clear();
    for (auto& line : plain.lines) line.discounts.clear();
    auto without = priceAsWritten(plain, taxes);
    PricedSale nothing;
    nothing.lines.resize(cart.lines.size());
    return {std::move(cart), without ? std::move(*without) : std::move(nothing), now.error()};
}

/// While the terminal may be charging the card the sale stays as it is charged for.
Result<> CartService::mayChange(const Cart& cart) const
{
    if (!m_session.cards->isOpen(cart.uid)) return {};
    return Error{m_session.cards->isBusy() ? ErrorCode::TerminalBusy : ErrorCode::CardOutcomeUnknown};
}

/// The last goods are gone: whoever comes next was promised nothing, is nobody known, and of no known age.
void CartService::promiseNothing(Cart& after, int number)
{
    m_storage->carts.replaceDiscounts(after.id, number, 0, {});
    after.discounts.clear();
    m_storage->carts.replaceCoupons(after.id, number, {});
    after.coupons.clear();
    after.customer.reset();
    after.note.clear();
    after.internalNote.clear();
    m_storage->carts.replaceHead(after.id, number, after, m_session.clock.now());
    m_storage->carts.confirmAge(after.id, 0);
    after.ageConfirmed = 0;
}

Result<int> CartService::ringUp(const Actor& actor, const RingUp& what)
{
    return ringUpLine(actor, makeLine(m_session, actor, what));
}

Result<int> CartService::ringUp(const Actor& actor, const OpenItem& item)
{
    return ringUpLine(actor, makeLine(m_session, actor, item));
}

Result<int> CartService::ringUp(const Actor& actor, const VoucherSale& voucher)
{
    return ringUpLine(actor, m_session.vouchers->lineFor(actor, voucher.amount, voucher.number));
}

Result<int> CartService::ringUpLine(const Actor& actor, Result<CartLine> made)
{
    if (auto allowed = m_session.require(actor, Permission::SaleCreate); !allowed) return allowed.error();
    if (!m_session.shifts->open(actor.till)) return Error{ErrorCode::NoShiftOpen};
    if (!made) return made.error();
    auto line = std::move(*made);
    const auto cart = m_storage->carts.openCart(actor.till).value_or(CartId{});
    const bool merge = m_session.settings->isOn("sale.merge_lines");
    int lineNo = 0;
    auto edited = edit(actor, cart, "ring_up", [&](Cart& after, int number) -> Result<> {
        lineNo = merge ? mergeTarget(after, line) : 0;
        if (lineNo == 0) {
            lineNo = line.lineNo = m_storage->carts.nextLineNo(after.id);
            m_storage->carts.addLine(after.id, number, line);
            if (line.kind == ItemKind::OpenItem)
                journalOpenItem(*m_session.journal, actor, m_session.now(), after.uid, line);
            after.lines.push_back(std::move(line));
            if (auto enough = requireStock(actor, after, after.lines.back()); !enough) return enough;
            return addDeposit(actor, after, number, lineNo);
        }
        auto& raised = *std::find_if(after.lines.begin(), after.lines.end(),
            [&](const CartLine& each) { return each.lineNo == lineNo; });
        raised.quantity += line.quantity;
        if (auto sound = checkLine(raised); !sound) return sound;
        m_storage->carts.replaceLine(after.id, number, raised);
        return requireStock(actor, after, raised);
    });
    if (!edited) return edited.error();
    return lineNo;
}

Result<> CartService::setQuantity(const Actor& actor, CartId cart, int lineNo, Quantity quantity)
{
    if (const auto* known = load(cart)) {
        const auto* line = known->cart.find(lineNo);
        if (line != nullptr && line->returns) {
            const auto back =
                takeBack(actor, {*line->returns, -quantity, line->condition, line->returnReason});
            return back ? Result<>{} : back.error();
        }
    }
    return editLine(actor, cart, lineNo, "quantity", [&](Cart& after, auto line, int number) -> Result<> {
        // A voucher has one number.
        if (line->kind == ItemKind::Voucher && quantity != Quantity::fromWhole(1))
            return Error{ErrorCode::QuantityInvalid, line->name};
        const bool more = quantity > line->quantity;
        if (quantity.isNegative() && quantity < line->quantity && line->kind != ItemKind::Deposit) {
            const auto amount = -lineAmount(line->unitPrice, quantity).minor();
            if (auto allowed = m_session.require(actor, Permission::RefundWithoutReceipt, {amount}); !allowed)
                return allowed;
        }
        line->quantity = quantity;
        if (auto sound = checkLine(*line); !sound) return sound;
        m_storage->carts.replaceLine(cart, number, *line);
        return more ? requireStock(actor, after, *line) : Result<>{};
    });
}

Result<> CartService::setPrice(
    const Actor& actor, CartId cart, int lineNo, UnitPrice price, const std::string& given)
{
    auto clean = cleanNote(given, 200);
    if (!clean) return clean.error();
    const auto reason = std::move(*clean);
    return editLine(actor, cart, lineNo, "price", [&](Cart&, auto line, int number) -> Result<> {
        if (line->returns) return Error{ErrorCode::PriceInvalid, line->name}; // it is that of its receipt
        if (line->kind == ItemKind::Voucher && !price.isPositive())
            return Error{ErrorCode::PriceInvalid, line->name};
        line->unitPrice = price;
        line->reason = reason;
        line->approver = actor.approver;
        if (reason.empty() && line->priceOverridden() && m_session.settings->isOn("sale.price_reason"))
            return Error{ErrorCode::ReasonNeeded, std::string{toText(Permission::PriceOverride)}};
        if (auto sound = checkLine(*line); !sound) return sound;
        if (auto allowed = requirePrice(m_session, actor, *line); !allowed) return allowed;
        // More for goods that come back is more money out of the drawer, also for an empty bottle.
        if (line->quantity.isNegative() && (line->kind != ItemKind::Deposit || line->priceOverridden())) {
            const auto amount = -lineAmount(line->unitPrice, line->quantity).minor();
            if (auto allowed = m_session.require(actor, Permission::RefundWithoutReceipt, {amount}); !allowed)
                return allowed;
        }
        m_storage->carts.replaceLine(cart, number, *line);
        return {};
    });
}

namespace {

void signDiscounts(std::vector<CartDiscount>& discounts, const Actor& actor)
{
    for (auto& discount : discounts) {
        if (!discount.user) discount.user = actor.user;
        if (!discount.approver) discount.approver = actor.approver;
    }
}

} // namespace

Result<> CartService::setLineDiscounts(
    const Actor& actor, CartId cart, int lineNo, std::vector<CartDiscount> discounts)
{
    signDiscounts(discounts, actor);
    return editLine(actor, cart, lineNo, "discount", [&](Cart& after, auto line, int number) -> Result<> {
        if (!line->discountable && !discounts.empty()) return Error{ErrorCode::DiscountInvalid, line->name};
        const auto share = shareOff(discounts, lineAmount(line->unitPrice, line->quantity));
        if (auto allowed = m_session.require(actor, Permission::DiscountLine, {share}); !allowed)
            return allowed;
        m_storage->carts.replaceDiscounts(cart, number, lineNo, discounts);
        line->discounts = std::move(discounts);
        const auto possible = priceGiving(after, taxesAt(m_session.now().businessDay));
        return possible ? Result<>{} : possible.error();
    });
}

Result<> CartService::setSaleDiscounts(const Actor& actor, CartId cart, std::vector<CartDiscount> discounts)
{
    signDiscounts(discounts, actor);
    return edit(actor, cart, "sale_discount", [&](Cart& after, int number) -> Result<> {
        const auto share = shareOff(discounts, soldGross(after));
        if (auto allowed = m_session.require(actor, Permission::DiscountCart, {share}); !allowed)
            return allowed;
        m_storage->carts.replaceDiscounts(cart, number, 0, discounts);
        after.discounts = std::move(discounts);
        const auto possible = priceGiving(after, taxesAt(m_session.now().businessDay));
        return possible ? Result<>{} : possible.error();
    });
}

Result<> CartService::addCoupon(const Actor& actor, const std::string& typed)
{
    if (auto allowed = m_session.require(actor, Permission::SaleCreate); !allowed) return allowed;
    if (!m_session.shifts->open(actor.till)) return Error{ErrorCode::NoShiftOpen};
    const auto cart = m_storage->carts.openCart(actor.till).value_or(CartId{});
    return edit(actor, cart, "coupon", [&](Cart& after, int number) -> Result<> {
        if (auto good = m_session.promotions->checkCoupon(typed, after, m_session.now()); !good) return good;
        after.coupons.push_back(couponCode(typed));
        m_storage->carts.replaceCoupons(after.id, number, after.coupons);
        return {};
    });
}

Result<> CartService::removeCoupon(const Actor& actor, CartId cart, const std::string& code)
{
    return edit(actor, cart, "coupon", [&](Cart& after, int number) -> Result<> {
        if (std::erase(after.coupons, code) == 0) return Error{ErrorCode::CouponUnknown, clipped(code, 40)};
        m_storage->carts.replaceCoupons(cart, number, after.coupons);
        return {};
    });
}

Result<> CartService::removeLine(const Actor& actor, CartId cart, int lineNo)
{
    return editLine(actor, cart, lineNo, "remove", [&](Cart& after, auto line, int number) -> Result<> {
        if (auto allowed = m_session.require(actor, Permission::CartLineDelete); !allowed) return allowed;
        m_storage->carts.removeLine(cart, number, lineNo);
        after.lines.erase(line);
        return {};
    });
}

Result<> CartService::undo(const Actor& actor, CartId cart)
{
    return step(actor, cart, -1);
}

Result<> CartService::redo(const Actor& actor, CartId cart)
{
    return step(actor, cart, 1);
}

Result<> CartService::step(const Actor& actor, CartId id, int by)
{
    const auto before = find(id);
    if (!before) return Error{ErrorCode::CartNotFound};
    if (before->cart.state != CartState::Open) return Error{ErrorCode::CartNotOpen};
    if (by < 0 && !before->cart.canUndo) return Error{ErrorCode::NothingToUndo};
    if (by > 0 && !before->cart.canRedo) return Error{ErrorCode::NothingToRedo};
    if (auto may = mayChange(before->cart); !may) return may;
    if (auto allowed = m_session.require(actor, Permission::SaleCreate); !allowed) return allowed;
    const auto now = m_session.now();
    m_storage->shown.reset();
    Transaction tx{m_session.db};
    m_storage->carts.moveTo(id, m_storage->carts.editNo(id) + by, now.utc);
    const auto after = m_storage->carts.find(id);
    if (auto kept = keepsWhatIsPaid(*after); !kept) return kept;
    // Undoing a scan takes goods off the bill as surely as a void does: it leaves the same trace.
    journalTakenAway(*m_session.journal, actor, now, before->cart, *after, by < 0 ? "undo" : "redo");
    if (after->lines.empty()) m_storage->carts.confirmAge(id, 0);
    tx.commit();
    changed.emit(actor.till);
    return {};
}

void CartService::forget()
{
    m_storage->shown.reset();
}

} // namespace till
