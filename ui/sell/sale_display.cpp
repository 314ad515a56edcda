#include "ui/sell/sale_display.h"

#include "services/checkout_service.h"
#include "services/promotion_service.h"
#include "services/return_service.h"
#include "ui/app/shop_formats.h"
#include "ui/sell/action_row.h"
#include "ui/sell/cart_panel.h"
#include "ui/sell/cart_rows.h"
#include "ui/sell/cart_view.h"
#include "ui/sell/product_rows.h"
#include "ui/sell/sell_desk.h"
#include "ui/sell/sell_frame.h"

#include <algorithm>

namespace till {

using namespace Qt::StringLiterals;

namespace {

/// What the keys work on where the cashier has marked nothing: after a recall, a void, a new start.
qint64 newestLine(const Cart& cart)
{
    int newest = 0;
    for (const auto& line : cart.lines)
        if (line.parentLine == 0) newest = std::max(newest, line.lineNo);
    return newest;
}

} // namespace

SaleDisplay::SaleDisplay(SellDesk& desk)
    : QObject{&desk}
    , m_desk{desk}
{
    auto& shop = desk.shop();
    m_cartChanged = shop.carts().changed.subscribe([this](TillId) { show(); });
    m_offersChanged = shop.promotions().changed.subscribe([this] { show(); });
    m_sold = shop.checkout().sold.subscribe([this](DocumentId) { showLastSale(); });
    showLastSale();
    show();
}

void SaleDisplay::leavePaid()
{
    if (!m_desk.frame().cart().isShowingPaid()) return;
    m_desk.frame().cart().showSale();
    show();
}

void SaleDisplay::show()
{
    auto& panel = m_desk.frame().cart();
    const auto open = m_desk.cart();
    const bool empty = !open || open->cart.lines.empty();
    if (!empty && panel.isShowingPaid()) panel.showSale();
    if (panel.isShowingPaid()) return;
    panel.setUndoPossible(open && open->cart.canUndo);
    panel.setRows(empty ? std::vector<CartRow>{}
                        : cartRows(*open, m_desk.formats(),
                              m_desk.shop().promotions().couponsIn(open->cart, open->priced)));
    if (!empty && panel.lines().markedLine() == 0) panel.lines().markLine(newestLine(open->cart));
    auto& actions = m_desk.frame().actions();
    for (const auto& id : {u"hold"_s, u"take_back"_s, u"note"_s, u"sale_discount"_s, u"abandon"_s})
        actions.setActionEnabled(id, !empty);
    panel.payZone().setPayable(!empty);
    if (empty) return showNothingToPay();
    showTitle(*open);
    showTotals(*open);
}

void SaleDisplay::showTitle(const PricedCart& open)
{
    auto& shop = m_desk.shop();
    std::vector<Uid> receipts;
    bool sells = false;
    for (const auto& line : open.cart.lines) {
        sells = sells || !line.returns;
        if (line.returns && std::ranges::find(receipts, line.returns->sale) == receipts.end())
            receipts.push_back(line.returns->sale);
    }
    auto& panel = m_desk.frame().cart();
    if (receipts.empty()) return panel.setSale(tr("Sale"), tillName(shop.facts()));
    QStringList numbers;
    for (const auto& uid : receipts)
        if (const auto sale = shop.returns().sale(shop.facts().till, uid))
            numbers << QString::fromStdString(sale->number);
    panel.setSale(
        sells ? tr("Exchange") : tr("Return"), tr("from %1").arg(numbers.join(QStringLiteral(", "))));
}

void SaleDisplay::showNothingToPay()
{
    const auto& formats = m_desk.formats();
    auto& panel = m_desk.frame().cart();
    panel.setSale(tr("Sale"), tillName(m_desk.shop().facts()));
    panel.setTotals({.label = tr("To pay"), .amount = formats.moneyWithSymbol({})});
    panel.payZone().setGivingBack(false);
    panel.payZone().setCashAmount({});
    panel.payZone().setNotes(cashNotes(m_desk.currency(), {}, {}, formats));
}

void SaleDisplay::showTotals(const PricedCart& open)
{
    const auto& formats = m_desk.formats();
    const auto& checkout = m_desk.shop().checkout();
    auto& panel = m_desk.frame().cart();
    const auto state = checkout.settlementSoFar(open);
    const auto due = checkout.cashDueOf(state.leftByCard);
    panel.setTotals(cartTotals(open, state, formats));
    panel.payZone().setGivingBack(due.isNegative());
    panel.payZone().setCashAmount(formats.money(due.isNegative() ? -due : due));
    panel.payZone().setNotes(
        cashNotes(m_desk.currency(), due, checkout.tenders().cashOffers(due, 4), formats));
}

void SaleDisplay::showLastSale()
{
    const auto last = m_desk.shop().checkout().last(m_desk.shop().facts().till);
    m_desk.frame().cart().setLastSale(last ? std::optional{lastSale(*last, m_desk.formats())} : std::nullopt);
}

} // namespace till
