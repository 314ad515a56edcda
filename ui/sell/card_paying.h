#pragma once

#include "base/event.h"
#include "services/card_service.h"
#include "services/cart_service.h"

#include <QObject>
#include <QPointer>

namespace till {

class CardPanel;
class Paying;
class SellDesk;

/// Payments through the card terminal: starts them, shows how far they are, takes over how they end. Nothing
/// here waits.
class CardPaying : public QObject {
    Q_OBJECT

public:
    CardPaying(SellDesk& desk, Paying& paying);

    void start(const PricedCart& cart, Money amount);
    void show(); ///< the payment under way, or the one nobody knows the end of

private:
    std::function<void()> wake();
    void takeNews();
    void ended(const CardPayment& payment);
    void ask();
    void decide(bool charged);
    void refresh();
    std::optional<CardPayment> open() const; ///< of the open cart first

    SellDesk& m_desk;
    Paying& m_paying;
    QPointer<CardPanel> m_panel;
    Subscription m_changed;
};

} // namespace till
