#include "ui/sell/card_paying.h"

#include "services/checkout_service.h"
#include "ui/app/error_text.h"
#include "ui/kit/note_bar.h"
#include "ui/sell/card_panel.h"
#include "ui/sell/item_field.h"
#include "ui/sell/paying.h"
#include "ui/sell/sell_desk.h"
#include "ui/sell/sell_frame.h"

#include <QCoreApplication>
#include <QTimer>

namespace till {
namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(till::CardPaying)

public:
    static QString step(CardPayment::Step step)
    {
        switch (step) {
        case CardPayment::Step::Connecting: return tr("Calling the terminal ...");
        case CardPayment::Step::PresentCard: return tr("Present the card");
        case CardPayment::Step::Pin: return tr("The customer types the PIN");
        case CardPayment::Step::Authorising: return tr("The bank is asked ...");
        case CardPayment::Step::Ended: break;
        }
        return tr("Asking the terminal ...");
    }
    static QString unknown() { return tr("Nobody knows whether the card was charged"); }
    static QString whatToDo(bool canAsk)
    {
        return canAsk ? tr("The sale waits; nothing is charged twice. Ask the terminal. If it does not know, "
                           "look "
                           "at its slip or its list of payments, and say what it shows.")
                      : tr("The sale waits; nothing is charged twice. Look at the terminal's slip or its "
                           "list of "
                           "payments, and say what it shows.");
    }
};

} // namespace

CardPaying::CardPaying(SellDesk& desk, Paying& paying)
    : QObject{&desk}
    , m_desk{desk}
    , m_paying{paying}
{
    m_changed = desk.shop().cards().changed.subscribe([this](const Uid&) { refresh(); });
    // A payment whose end was lost with the power is the first thing to be seen.
    QTimer::singleShot(0, this, [this] {
        if (!m_desk.shop().cards().open().empty()) show();
    });
}

std::function<void()> CardPaying::wake()
{
    return [pointer = QPointer<CardPaying>{this}] {
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [pointer] {
                if (pointer) pointer->takeNews();
            },
            Qt::QueuedConnection);
    };
}

std::optional<CardPayment> CardPaying::open() const
{
    const auto payments = m_desk.shop().cards().open();
    const auto cart = m_desk.cart();
    for (const auto& payment : payments) {
        if (cart && payment.sale == cart->cart.uid) return payment;
    }
    return payments.empty() ? std::nullopt : std::optional{payments.front()};
}

void CardPaying::start(const PricedCart& cart, Money amount)
{
    auto& shop = m_desk.shop();
    if (shop.cards().isOpen(cart.cart.uid)) return show();
    const bool started = m_desk.attempt([&]() -> Result<> {
        const auto payment = shop.cards().start(shop.owner(), cart.cart.id, amount, wake());
        return payment ? Result<>{} : payment.error();
    });
    if (!started) return;
    m_desk.frame().field().clear();
    show();
}

void CardPaying::show()
{
    if (!m_panel) {
        m_panel = new CardPanel;
        connect(m_panel, &CardPanel::cancelRequested, this, [this] { m_desk.shop().cards().cancel(); });
        connect(m_panel, &CardPanel::askRequested, this, &CardPaying::ask);
        connect(m_panel, &CardPanel::chargedDecided, this, &CardPaying::decide);
        connect(m_panel, &CardPanel::left, &m_desk, &SellDesk::homeRequested);
    }
    m_desk.frame().note().dismiss();
    refresh();
    m_desk.frame().showPage(m_panel, false);
    m_panel->setFocus(Qt::OtherFocusReason);
}

void CardPaying::refresh()
{
    const auto payment = open();
    if (!m_panel || !payment) return;
    const auto& cards = m_desk.shop().cards();
    const auto amount = payment->amount.isNegative() ? -payment->amount : payment->amount;
    const bool unknown = payment->state == CardPayment::State::Unknown;
    const bool asking = unknown && cards.isBusy();
    m_panel->showPayment({m_desk.formats().moneyWithSymbol(amount),
        unknown && !asking ? Words::unknown() : Words::step(payment->step),
        unknown ? Words::whatToDo(cards.hasTerminal()) : QString{}, cards.isBusy(), unknown,
        cards.hasTerminal()});
}

void CardPaying::takeNews()
{
    auto& shop = m_desk.shop();
    std::vector<CardPayment> payments;
    const bool taken = m_desk.attempt([&]() -> Result<> {
        payments = shop.cards().takeNews(shop.owner());
        return {};
    });
    if (!taken) QTimer::singleShot(2000, this, &CardPaying::takeNews); // the disk is full: what it said waits
    for (const auto& payment : payments) ended(payment);
}

void CardPaying::ended(const CardPayment& payment)
{
    using State = CardPayment::State;
    auto& frame = m_desk.frame();
    if (payment.state == State::Unknown) return show();
    const auto cart = m_desk.cart();
    const bool isThisSale = cart && cart->cart.uid == payment.sale;
    const bool isSeen = m_panel && frame.left() == SellFrame::Left::Page;
    if (payment.state == State::Approved && isThisSale) {
        const auto left = m_desk.shop().checkout().settlementSoFar(*cart);
        if (left.isSettled()) return m_paying.finishPaid(cart->cart);
        m_paying.showParts();
        if (payment.approved != payment.amount)
            m_desk.tell(m_desk.formats().money(payment.approved),
                tr("was charged, not all of it. The rest stays to pay."));
        return;
    }
    if (isSeen) isThisSale && !cart->cart.tenders.empty() ? m_paying.showParts() : m_desk.goHome();
    if (payment.state == State::Declined)
        m_desk.refuse({ErrorCode::CardDeclined, payment.message});
    else if (payment.state == State::Cancelled)
        m_desk.refuse({ErrorCode::CardCancelled, payment.message});
}

void CardPaying::ask()
{
    const auto payment = open();
    if (!payment) return;
    auto& shop = m_desk.shop();
    m_desk.attempt([&] { return shop.cards().ask(shop.owner(), payment->id, wake()); });
    refresh();
}

void CardPaying::decide(bool charged)
{
    const auto payment = open();
    if (!payment) return;
    auto& shop = m_desk.shop();
    const bool done =
        m_desk.attempt([&] { return shop.cards().resolve(shop.owner(), payment->id, charged); });
    if (!done) return;
    if (const auto known = shop.cards().find(payment->id)) {
        auto decided = *known;
        decided.message.clear();
        ended(decided);
    }
}

} // namespace till
