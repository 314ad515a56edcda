#include "ui/sell/cart_edits.h"

#include "services/cart_service.h"
#include "services/setting_service.h"
#include "ui/keys/key_map.h"
#include "ui/kit/key_badge.h"
#include "ui/kit/note_bar.h"
#include "ui/sell/cart_panel.h"
#include "ui/sell/cart_view.h"
#include "ui/sell/item_field.h"
#include "ui/sell/line_question.h"
#include "ui/sell/number_entry.h"
#include "ui/sell/reasons.h"
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
    // Of goods that come back on their receipt there is no other side: 2 means that two come back.
    if (line.line.returns && quantity.isPositive()) quantity = -quantity;
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
    if (const auto marked = this->marked(); marked && marked->line.returns) return remove();
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
    const auto marked = this->marked();
    if (marked && !keepsItsPrice(marked->line))
        m_desk.question().takeLine(marked->with(marked->line.quantity, *price),
            [this, marked = *marked, price = *price] { setPrice(marked, price); });
}

bool CartEdits::keepsItsPrice(const CartLine& line)
{
    if (line.returns)
        m_desk.refuse(QString::fromStdString(line.name), tr("It comes back at the price of its receipt."));
    return line.returns.has_value();
}

void CartEdits::setPrice(const Marked& line, UnitPrice price)
{
    const bool asks = m_desk.shop().settings().isOn("sale.price_reason") && line.line.listPrice &&
                      *line.line.listPrice != price;
    if (!asks) return setPrice(line, price, {});
    askReason(m_desk, {QStringLiteral("priceReason"), tr("Why another price?"), "sale.price_reasons",
                          [this, line, price](const std::string& reason) { setPrice(line, price, reason); }});
}

void CartEdits::setPrice(const Marked& line, UnitPrice price, const std::string& reason)
{
    auto& shop = m_desk.shop();
    const auto lineNo = line.line.lineNo;
    if (!m_desk.attempt(
            [&] { return shop.carts().setPrice(shop.owner(), line.cart, lineNo, price, reason); }))
        return;
    m_desk.goHome();
    const auto after = m_desk.cart();
    if (after && shop.carts().isBelowCost(*after, lineNo))
        m_desk.frame().note().show({Tone::Warn, QString::fromStdString(line.line.name),
            tr("is sold for less than it cost. Ctrl+Z takes the price back."), {}, {}});
}

std::optional<std::vector<CartDiscount>> CartEdits::typedDiscount(const QString& name)
{
    const auto& formats = m_desk.formats();
    const auto typed = m_desk.frame().field().text().trimmed();
    // A figure with a decimal sign is money, as everywhere in this field; another one is a percentage.
    const bool money = !typed.endsWith(u'%') && (typed.contains(u'.') || typed.contains(u','));
    if (const auto amount = money ? readAmount(typed, formats) : std::optional<Money>{}; amount && *amount)
        return discounts({}, **amount);
    if (const auto rate = formats.parsePercent(typed); rate && !money) return discounts(*rate, {});
    m_desk.tell(name,
        tr("Type a percentage (10) or an amount (%1) first, then what it is.").arg(formats.samplePrice()));
    m_desk.takeFocus();
    return std::nullopt;
}

std::vector<CartDiscount> CartEdits::discounts(std::optional<Rate> rate, std::optional<Money> amount)
{
    if ((rate && rate->isZero()) || (amount && amount->isZero())) return {}; // none any more
    return {{rate, amount, {}, {}, {}}};
}

void CartEdits::discountLine()
{
    if (auto given = typedDiscount(tr("Discount"))) giveLine(std::move(*given));
}

void CartEdits::discountLine(Rate rate)
{
    giveLine(discounts(rate, {}));
}

void CartEdits::discountLine(Money amount)
{
    giveLine(discounts({}, amount));
}

void CartEdits::giveLine(std::vector<CartDiscount> discounts)
{
    auto& shop = m_desk.shop();
    if (const auto marked = this->marked(); marked && keepsItsPrice(marked->line)) return;
    const bool given = editMarked([&](const Cart& cart, int line) {
        return shop.carts().setLineDiscounts(shop.owner(), cart.id, line, discounts);
    });
    if (given) m_desk.goHome();
}

void CartEdits::discountSale()
{
    const auto open = m_desk.goods(SellDesk::Then::SaleStays);
    if (!open) return;
    const auto given = typedDiscount(tr("Discount on the sale"));
    if (!given) return;
    auto& shop = m_desk.shop();
    if (m_desk.attempt([&] { return shop.carts().setSaleDiscounts(shop.owner(), open->cart.id, *given); }))
        m_desk.goHome();
}

void CartEdits::abandon()
{
    const auto open = m_desk.goods();
    if (!open) return;
    askReason(
        m_desk, {QStringLiteral("abandonReason"), tr("Why is this sale given up?"), "sale.abandon_reasons",
                    [this, cart = open->cart.id](const std::string& reason) {
                        auto& shop = m_desk.shop();
                        if (m_desk.attempt([&] { return shop.carts().abandon(shop.owner(), cart, reason); }))
                            m_desk.goHome();
                    }});
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
