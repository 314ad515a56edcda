#include "base/text.h"
#include "domain/sales/returns.h"
#include "services/cart_edit.h"
#include "services/catalog_service.h"
#include "services/promotion_check.h"
#include "services/promotion_service.h"
#include "services/return_service.h"
#include "services/shift_service.h"

namespace till {

// Goods of an earlier sale that come back with this one: they cost what they cost then, whatever is sold now.

Result<int> CartService::takeBack(const Actor& actor, const TakeBack& what)
{
    if (!m_session.shifts->open(actor.till)) return Error{ErrorCode::NoShiftOpen};
    const auto cart = m_storage->carts.openCart(actor.till).value_or(CartId{});
    int lineNo = 0;
    if (const auto* open = cart ? load(cart) : nullptr) {
        for (const auto& line : open->cart.lines)
            if (line.returns == what.of) lineNo = line.lineNo;
    }
    if (what.quantity.isZero()) {
        if (lineNo == 0) return 0;
        if (auto gone = removeLine(actor, cart, lineNo); !gone) return gone.error();
        return 0;
    }
    auto made = m_session.returns->lineFor(actor, what, cart);
    if (!made) return made.error();
    auto line = std::move(*made);
    auto edited = edit(actor, cart, "take_back", [&](Cart& after, int number) -> Result<> {
        line.lineNo = lineNo > 0 ? lineNo : m_storage->carts.nextLineNo(after.id);
        if (lineNo > 0) {
            auto& known = *std::ranges::find_if(
                after.lines, [&](const CartLine& each) { return each.lineNo == lineNo; });
            line.note = known.note;
            line.internalNote = known.internalNote;
            m_storage->carts.replaceLine(after.id, number, line);
            known = line;
            return {};
        }
        m_storage->carts.addLine(after.id, number, line);
        after.lines.push_back(line);
        return {};
    });
    if (!edited) return edited.error();
    return line.lineNo;
}

Result<> CartService::setCondition(
    const Actor& actor, CartId cart, int lineNo, ReturnCondition condition, const std::string& reason)
{
    auto clean = cleanNote(reason, 200);
    if (!clean) return clean.error();
    return editLine(actor, cart, lineNo, "condition", [&](Cart&, auto line, int number) -> Result<> {
        if (!line->quantity.isNegative()) return Error{ErrorCode::LineNotFound};
        if (auto allowed = m_session.require(actor, Permission::SaleCreate); !allowed) return allowed;
        line->condition = condition;
        if (!clean->empty()) line->returnReason = *clean;
        m_storage->carts.replaceLine(cart, number, *line);
        return {};
    });
}

Result<PricedSale> CartService::priceBack(const Cart& cart, const SaleTaxes& taxes, Discounts discounts) const
{
    Cart sold = cart;
    std::erase_if(sold.lines, [](const CartLine& line) { return line.returns.has_value(); });
    auto priced = price(sold, taxes, discounts);
    if (!priced) return priced;
    std::vector<PricedLine> lines;
    std::vector<std::size_t> place; // of the lines that are sold, among all
    for (std::size_t i = 0; i < cart.lines.size(); ++i) {
        if (!cart.lines[i].returns) {
            lines.push_back(std::move(priced->lines[place.size()]));
            place.push_back(i);
            continue;
        }
        auto back = m_session.returns->portion(cart, cart.lines[i], taxes);
        if (!back) return back.error();
        lines.push_back(std::move(back->amounts));
    }
    auto promotions = std::move(priced->promotions);
    for (auto& promotion : promotions)
        for (auto& share : promotion.shares) share.line = place[share.line];
    auto all = sumUp(std::move(lines), taxes.parts());
    all.promotions = std::move(promotions);
    return all;
}

} // namespace till
