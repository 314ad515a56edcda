#include "ui/sell/paying.h"

#include "base/rounding.h"
#include "services/card_service.h"
#include "ui/kit/note_bar.h"
#include "ui/sell/card_paying.h"
#include "ui/sell/cart_panel.h"
#include "ui/sell/cart_rows.h"
#include "ui/sell/giving_back.h"
#include "ui/sell/item_field.h"
#include "ui/sell/other_tenders.h"
#include "ui/sell/pay_parts_page.h"
#include "ui/sell/product_rows.h"
#include "ui/sell/sell_desk.h"
#include "ui/sell/sell_frame.h"
#include "ui/sound/sounds.h"

#include <algorithm>

namespace till {

Paying::Paying(SellDesk& desk)
    : QObject{&desk}
    , m_desk{desk}
    , m_others{new OtherTenders{desk, *this}}
    , m_cards{new CardPaying{desk, *this}}
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
        [this](const QString& id) { payBy(id.toUtf8().constData()); });
    connect(&parts, &PayPartsPage::foreignChosen, m_others, &OtherTenders::askForeign);
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
    if (!open || !canBePaid(*open)) return;
    auto& checkout = m_desk.shop().checkout();
    const auto* tender = checkout.tenderType(tenderCode);
    if (tender == nullptr) return m_desk.refuse({ErrorCode::TenderUnknown});
    if (!giveBack(*open, *tender, amount)) return;
    const auto soFar = checkout.settlementSoFar(*open);
    if (!amount && soFar.isSettled() && !open->cart.tenders.empty()) return finishPaid(open->cart);
    if (tender->code == "card") {
        if (m_desk.shop().cards().hasTerminal() || m_desk.shop().cards().isOpen(open->cart.uid))
            return m_cards->start(*open, amount.value_or(soFar.leftByCard));
        if (m_others->asksForSlip(*open)) return m_others->askSlip(amount);
    }
    if (givesBack(*open) && amount)
        take({tender->id, amount, {}}); // a part of it: what is left is given back some other way
    else
        finish(open->cart, *tender, {{tender->id, amount, {}}});
}

bool Paying::canBePaid(const PricedCart& open)
{
    if (partsGoItsWay(open)) return true;
    m_desk.refuse(QString{},
        givesBack(open) ? tr("Money was taken as a part, and now it goes the other way. Press F10, and give "
                             "that part back first.")
                        : tr("Money was given back as a part, and now it goes the other way. Press F10, and "
                             "take that part back first."));
    return false;
}

/// What is typed while money goes back is what is given back. False, and said why, where it cannot be.
bool Paying::giveBack(const PricedCart& open, const TenderType& tender, std::optional<Money>& amount)
{
    if (!givesBack(open) || !amount) return true;
    const auto back = backAmount(open, tender, *amount, m_desk.shop().checkout());
    amount = back.amount;
    const bool isNothing = amount && amount->isZero();
    if (isNothing)
        m_desk.refuse(QString{}, tr("Type how much is given back, or nothing: then all of it is."));
    else if (back.isTooMuch)
        m_desk.refuse(
            QString{}, tr("No more than %1 is left to give back.").arg(m_desk.formats().money(back.most)));
    return !isNothing && !back.isTooMuch;
}

void Paying::payBy(const char* tenderCode)
{
    const auto open = m_desk.goods();
    if (!open) return;
    if (std::string_view{tenderCode} == "voucher" && !open->priced.total.isNegative())
        return m_others->askVoucher();
    pay(tenderCode, std::nullopt);
}

void Paying::takeVoucher(const QString& number)
{
    m_others->takeVoucher(number);
}

void Paying::sellVoucher()
{
    m_others->sellVoucher();
}

bool Paying::take(const TenderOffer& offer)
{
    const auto open = m_desk.goods();
    if (!open) return false;
    auto& shop = m_desk.shop();
    const auto* type = shop.checkout().tenderType(offer.type);
    if (type == nullptr) return false;
    const auto soFar = shop.checkout().settlementSoFar(*open);
    bool isEnd = true;
    const bool taken = m_desk.attempt([&]() -> Result<> {
        const auto part = shop.checkout().partOf(offer, soFar);
        if (!part) return part.error();
        // What pays the rest is no part but the end.
        const auto rest = type->givesChange() ? soFar.left : soFar.leftByCard;
        isEnd = givesBack(*open) ? !offer.amount || part->amount <= rest : part->amount >= rest;
        return isEnd ? Result<>{} : shop.carts().addTender(shop.owner(), open->cart.id, *part);
    });
    if (!taken) return false;
    if (isEnd) return finish(open->cart, *type, {offer});
    m_desk.frame().field().clear();
    showParts();
    return true;
}

void Paying::finishPaid(const Cart& cart)
{
    const auto* last = m_desk.shop().checkout().tenderType(cart.tenders.back().type);
    if (last != nullptr) finish(cart, *last, {});
}

bool Paying::finish(const Cart& cart, const TenderType& last, const std::vector<TenderOffer>& offers)
{
    auto& shop = m_desk.shop();
    const auto uid = cart.uid;
    const bool done = m_desk.attempt([&]() -> Result<> {
        const auto sale = shop.checkout().finish(shop.owner(), cart.id, offers);
        if (!sale) return sale.error();
        showPaid(*sale, cart, last);
        return {};
    });
    if (!done && shop.cards().isOpen(uid)) m_cards->show();
    return done;
}

void Paying::takePart(const char* tenderCode)
{
    const auto open = m_desk.goods();
    if (!open) return;
    const auto typed = m_desk.typedAmount();
    if (!typed) return;
    auto amount = *typed;
    if (!amount) return showParts();
    auto& shop = m_desk.shop();
    const auto* tender = shop.checkout().tenderType(tenderCode);
    if (tender == nullptr) return m_desk.refuse({ErrorCode::TenderUnknown});
    if (!canBePaid(*open) || !giveBack(*open, *tender, amount)) return;
    if (tender->code == "card") {
        if (shop.cards().hasTerminal() || shop.cards().isOpen(open->cart.uid))
            return m_cards->start(*open, amount.value_or(shop.checkout().settlementSoFar(*open).leftByCard));
        if (m_others->asksForSlip(*open)) return m_others->askSlip(amount);
    }
    take({tender->id, amount, {}});
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
    auto left = m_desk.shop().checkout().settlementSoFar(*open).left;
    if (givesBack(*open)) left = -left;
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
    const bool back = givesBack(*open);
    auto shown = back ? partsState(turned(*open), turned(state), checkout, m_desk.formats())
                      : partsState(*open, state, checkout, m_desk.formats());
    shown.givesBack = back;
    auto groups = payGroups(back ? -state.left : state.left, checkout, m_desk.formats());
    groups.givesBack = back;
    if (back) groups.foreign.clear(); // only the shop's own money goes out
    auto& parts = m_desk.frame().payParts();
    parts.setState(shown);
    parts.setGroups(groups);
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

void Paying::showPaid(const FinishedSale& sale, const Cart& cart, const TenderType& last)
{
    const auto ways = paidWith(cart, last);
    Sounds::instance().play(Sound::SaleDone);
    const auto& formats = m_desk.formats();
    auto& frame = m_desk.frame();
    const auto number = QString::fromStdString(sale.number);
    const auto how = tr("%1, %2").arg(tenderWords(ways), formats.time(sale.at));
    const bool back = sale.due.isNegative();
    const auto inCash = back ? cashBack(sale, cart, last, m_desk.shop().checkout()) : sale.change;
    frame.cart().showPaid(
        back ? tr("%1 given back").arg(formats.moneyWithSymbol(-sale.due)) : tr("Sale %1 paid").arg(number),
        back ? tr("%1, %2", "number of the receipt, how it was paid").arg(number, how) : how,
        paidSale(sale, ways, inCash, m_desk.currency(), formats));
    frame.field().clear();
    frame.note().dismiss();
    frame.showLeft(SellFrame::Left::Tiles);
    m_desk.takeFocus();
}

} // namespace till
