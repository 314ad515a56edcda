#include "ui/sell/paying.h"

#include "base/rounding.h"
#include "ui/kit/note_bar.h"
#include "ui/sell/cart_panel.h"
#include "ui/sell/cart_rows.h"
#include "ui/sell/item_field.h"
#include "ui/sell/pay_parts_page.h"
#include "ui/sell/product_rows.h"
#include "ui/sell/sell_desk.h"
#include "ui/sell/sell_frame.h"

#include <algorithm>

namespace till {

Paying::Paying(SellDesk& desk)
    : QObject{&desk}
    , m_desk{desk}
{
    auto& zone = desk.frame().cart().payZone();
    connect(
        &zone, &PayZone::noteChosen, this, [this](qint64 minor) { pay("cash", Money::fromMinor(minor)); });
    connect(&zone, &PayZone::cashRequested, this, &Paying::payCash);
    connect(&zone, &PayZone::cardRequested, this, &Paying::payCard);
    connect(&zone, &PayZone::partCashRequested, this, &Paying::takePartInCash);
    connectParts();
    m_cartChanged = desk.shop().carts().changed.subscribe([this](TillId) {
        if (m_desk.frame().left() == SellFrame::Left::PayParts) refreshParts();
    });
}

void Paying::connectParts()
{
    auto& parts = m_desk.frame().payParts();
    connect(&parts, &PayPartsPage::backRequested, &m_desk, &SellDesk::homeRequested);
    connect(&parts, &PayPartsPage::partCashRequested, this, &Paying::takePartInCash);
    connect(&parts, &PayPartsPage::partCardRequested, this, &Paying::takePartByCard);
    connect(&parts, &PayPartsPage::removePartRequested, this, &Paying::removePart);
    connect(&parts, &PayPartsPage::methodChosen, this,
        [this](const QString& id) { pay(id.toUtf8().constData(), std::nullopt); });
    connect(&parts, &PayPartsPage::halfRequested, this, [this] { proposePart(2, true); });
    connect(&parts, &PayPartsPage::shareChosen, this, [this](int count) { proposePart(count, false); });
}

void Paying::payCash()
{
    payTyped("cash");
}

void Paying::payCard()
{
    payTyped("card");
}

void Paying::payTyped(const char* tenderCode)
{
    auto typed = m_desk.typedAmount();
    if (!typed) return;
    // The amount the page proposes is the rest, before cash rounds it: nobody handed that over.
    const bool parts = m_desk.frame().left() == SellFrame::Left::PayParts;
    const auto open = m_desk.cart();
    if (parts && open && *typed == m_desk.shop().checkout().settlementSoFar(*open).left) typed->reset();
    pay(tenderCode, *typed);
}

void Paying::takePartInCash()
{
    takePart("cash");
}

void Paying::takePartByCard()
{
    takePart("card");
}

void Paying::pay(const char* tenderCode, std::optional<Money> amount)
{
    const auto open = m_desk.goods();
    if (!open) return;
    const auto* tender = m_desk.shop().checkout().tenderType(tenderCode);
    if (tender == nullptr) return m_desk.refuse({ErrorCode::TenderUnknown});
    finish(open->cart, *tender, amount);
}

void Paying::finish(const Cart& cart, const TenderType& tender, std::optional<Money> amount)
{
    auto& shop = m_desk.shop();
    m_desk.attempt([&]() -> Result<> {
        const auto sale = shop.checkout().finish(shop.owner(), cart.id, {{tender.id, amount, {}}});
        if (!sale) return sale.error();
        showPaid(*sale, paidWith(cart, tender));
        return {};
    });
}

void Paying::takePart(const char* tenderCode)
{
    const auto open = m_desk.goods();
    if (!open) return;
    const auto typed = m_desk.typedAmount();
    if (!typed) return;
    const auto amount = *typed;
    if (!amount) return showParts();
    auto& shop = m_desk.shop();
    const auto* tender = shop.checkout().tenderType(tenderCode);
    if (tender == nullptr) return m_desk.refuse({ErrorCode::TenderUnknown});
    // What pays the rest is no part but the end.
    if (*amount >= shop.checkout().settlementSoFar(*open).left) return finish(open->cart, *tender, amount);
    const bool taken = m_desk.attempt([&] {
        return shop.carts().addTender(shop.owner(), open->cart.id, {tender->id, *amount, {}});
    });
    if (!taken) return;
    m_desk.frame().field().clear();
    showParts();
}

void Paying::removePart(int position)
{
    const auto open = m_desk.cart();
    auto& shop = m_desk.shop();
    if (open)
        m_desk.attempt([&] { return shop.carts().removeTender(shop.owner(), open->cart.id, position); });
}

void Paying::proposePart(int count, bool first)
{
    const auto open = m_desk.cart();
    if (!open) return;
    const auto left = m_desk.shop().checkout().settlementSoFar(*open).left;
    const auto shares = allocate(left, std::vector<std::int64_t>(static_cast<std::size_t>(count), 1));
    m_desk.frame().payParts().setAmountText(m_desk.formats().money(first ? shares.front() : shares.back()));
}

void Paying::showParts()
{
    if (!m_desk.goods()) return;
    m_desk.frame().showLeft(SellFrame::Left::PayParts);
    refreshParts();
    m_desk.frame().payParts().focusAmount();
}

void Paying::refreshParts()
{
    const auto open = m_desk.cart();
    if (!open) return;
    const auto& checkout = m_desk.shop().checkout();
    const auto state = checkout.settlementSoFar(*open);
    auto& parts = m_desk.frame().payParts();
    parts.setState(partsState(*open, state, checkout, m_desk.formats()));
    parts.setGroups(payGroups(state.left, checkout.tenderTypes(), m_desk.formats()));
}

std::vector<TenderType> Paying::paidWith(const Cart& cart, const TenderType& last) const
{
    std::vector<TenderType> types;
    for (const auto& part : cart.tenders) {
        const auto* type = m_desk.shop().checkout().tenderType(part.type);
        const bool known = std::ranges::find(types, part.type, &TenderType::id) != types.end();
        if (type != nullptr && type->id != last.id && !known) types.push_back(*type);
    }
    types.push_back(last);
    return types;
}

void Paying::showPaid(const FinishedSale& sale, const std::vector<TenderType>& paidWith)
{
    const auto& formats = m_desk.formats();
    auto& frame = m_desk.frame();
    const auto number = QString::fromStdString(sale.number);
    const auto how = tr("%1, %2").arg(tenderWords(paidWith), formats.time(sale.at));
    const bool back = sale.due.isNegative();
    frame.cart().showPaid(
        back ? tr("%1 given back").arg(formats.moneyWithSymbol(-sale.due)) : tr("Sale %1 paid").arg(number),
        back ? tr("%1, %2", "number of the receipt, how it was paid").arg(number, how) : how,
        paidSale(sale, paidWith, m_desk.currency(), formats));
    frame.field().clear();
    frame.note().dismiss();
    frame.showLeft(SellFrame::Left::Tiles);
    m_desk.takeFocus();
}

} // namespace till
