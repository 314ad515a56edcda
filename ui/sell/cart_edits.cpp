#include "ui/sell/cart_edits.h"

#include "services/cart_service.h"
#include "ui/keys/key_map.h"
#include "ui/kit/key_badge.h"
#include "ui/sell/cart_panel.h"
#include "ui/sell/cart_view.h"
#include "ui/sell/item_field.h"
#include "ui/sell/line_question.h"
#include "ui/sell/sell_desk.h"
#include "ui/sell/sell_frame.h"

namespace till {

namespace {

/// The key as it is printed on the keyboard.
QString wayTo(const char* command)
{
    return keyText(KeyMap::instance().key(QLatin1String{command}));
}

} // namespace

struct CartEdits::Marked {
    CartId cart;
    CartLine line;
    TypedLine with(Quantity quantity, UnitPrice price) const
    {
        return {QString::fromStdString(line.name), quantity, line.unitDecimals, price};
    }
};

CartEdits::CartEdits(SellDesk& desk)
    : QObject{&desk}
    , m_desk{desk}
{
    auto& cart = desk.frame().cart();
    auto& lines = cart.lines();
    connect(&cart, &CartPanel::undoRequested, this, &CartEdits::undo);
    connect(&lines, &CartView::oneLess, this, [this](qint64 line) { addPieces(line, -1); });
    connect(&lines, &CartView::oneMore, this, [this](qint64 line) { addPieces(line, 1); });
    connect(&lines, &CartView::priceRequested, this, qOverload<>(&CartEdits::setPrice));
    connect(&lines, &CartView::discountRequested, this, qOverload<>(&CartEdits::discountLine));
    connect(&lines, &CartView::removeRequested, this, &CartEdits::remove);
}

bool CartEdits::editMarked(const std::function<Result<>(const Cart& cart, int lineNo)>& change)
{
    const auto open = m_desk.cart();
    const auto line = static_cast<int>(m_desk.frame().cart().lines().markedLine());
    return open && line > 0 && m_desk.attempt([&] { return change(open->cart, line); });
}

void CartEdits::typeQuantity(Quantity quantity)
{
    if (const auto marked = this->marked())
        m_desk.question().takeLine(marked->with(quantity, marked->line.unitPrice),
            [this, marked = *marked, quantity] { setQuantity(marked, quantity); });
}

void CartEdits::setQuantity(const Marked& line, Quantity quantity)
{
    auto& shop = m_desk.shop();
    m_desk.attempt(
        [&] { return shop.carts().setQuantity(shop.owner(), line.cart, line.line.lineNo, quantity); });
}

std::optional<CartEdits::Marked> CartEdits::marked() const
{
    const auto open = m_desk.cart();
    const auto lineNo = static_cast<int>(m_desk.frame().cart().lines().markedLine());
    const auto* line = open ? open->cart.find(lineNo) : nullptr;
    if (line == nullptr) return std::nullopt;
    return Marked{open->cart.id, *line};
}

void CartEdits::takeBack()
{
    auto& shop = m_desk.shop();
    editMarked([&](const Cart& cart, int lineNo) -> Result<> {
        const auto* line = cart.find(lineNo);
        if (line == nullptr) return {};
        return shop.carts().setQuantity(shop.owner(), cart.id, lineNo, -line->quantity);
    });
}

void CartEdits::addPieces(qint64 lineId, int pieces)
{
    const auto open = m_desk.cart();
    const auto* line = open ? open->cart.find(static_cast<int>(lineId)) : nullptr;
    if (line == nullptr) return;
    m_desk.frame().cart().lines().markLine(lineId);
    const auto quantity = line->quantity + Quantity::fromWhole(pieces);
    // One less of half a kilo is none, not goods that come back.
    if (quantity.isZero() || quantity.isNegative() != line->quantity.isNegative()) return remove();
    setQuantity({open->cart.id, *line}, quantity);
}

void CartEdits::setPrice()
{
    const auto price = readPrice(m_desk.frame().field().text(), m_desk.formats(), m_desk.figures());
    if (!price) {
        m_desk.tell(tr("Price"), tr("Type the new price first, then press %1.").arg(wayTo("price")));
        return m_desk.takeFocus();
    }
    if (const auto marked = this->marked())
        m_desk.question().takeLine(marked->with(marked->line.quantity, *price),
            [this, marked = *marked, price = *price] { setPrice(marked, price); });
}

void CartEdits::setPrice(const Marked& line, UnitPrice price)
{
    auto& shop = m_desk.shop();
    const bool set = m_desk.attempt(
        [&] { return shop.carts().setPrice(shop.owner(), line.cart, line.line.lineNo, price, {}); });
    if (set) m_desk.goHome();
}

void CartEdits::discountLine()
{
    const auto rate = m_desk.formats().parsePercent(m_desk.frame().field().text());
    if (rate) return discountLine(*rate);
    m_desk.tell(tr("Discount"), tr("Type the percentage first, then press Discount."));
    m_desk.takeFocus();
}

void CartEdits::discountLine(Rate rate)
{
    std::vector<CartDiscount> discounts;
    if (!rate.isZero()) discounts.push_back({rate, {}, {}, {}, {}});
    auto& shop = m_desk.shop();
    const bool given = editMarked([&](const Cart& cart, int line) {
        return shop.carts().setLineDiscounts(shop.owner(), cart.id, line, discounts);
    });
    if (given) m_desk.goHome();
}

void CartEdits::discountSale()
{
    const auto open = m_desk.goods();
    if (!open) return;
    const auto rate = m_desk.formats().parsePercent(m_desk.frame().field().text());
    if (!rate) {
        m_desk.tell(
            tr("Discount"), tr("Type the percentage first, then press %1.").arg(wayTo("sale_discount")));
        return m_desk.takeFocus();
    }
    std::vector<CartDiscount> discounts;
    if (!rate->isZero()) discounts.push_back({*rate, {}, {}, {}, {}});
    auto& shop = m_desk.shop();
    if (m_desk.attempt([&] { return shop.carts().setSaleDiscounts(shop.owner(), open->cart.id, discounts); }))
        m_desk.goHome();
}

void CartEdits::remove()
{
    auto& shop = m_desk.shop();
    editMarked(
        [&](const Cart& cart, int line) { return shop.carts().removeLine(shop.owner(), cart.id, line); });
}

void CartEdits::undo()
{
    const auto open = m_desk.cart();
    auto& shop = m_desk.shop();
    if (open) m_desk.attempt([&] { return shop.carts().undo(shop.owner(), open->cart.id); });
}

void CartEdits::redo()
{
    const auto open = m_desk.cart();
    auto& shop = m_desk.shop();
    if (open) m_desk.attempt([&] { return shop.carts().redo(shop.owner(), open->cart.id); });
}

} // namespace till
