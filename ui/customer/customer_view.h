#pragma once

#include "services/cart_service.h"
#include "services/checkout_service.h"
#include "services/counter_devices.h"
#include "ui/kit/format.h"

#include <QString>

namespace till {

/// What the customer sees, whatever shows it: the second screen in large letters, a pole in two lines.
struct CustomerView {
    enum class State {
        Idle,    ///< nobody is served
        Selling, ///< the line that was just rung up, and the total so far
        Paid,    ///< what was paid, and the change
    };
    State state = State::Idle;
    QString item;   ///< the goods; at the end: what was to pay
    QString detail; ///< "2 x 1,35"; empty for one piece
    QString itemAmount;
    QString label;  ///< "To pay", "Change"
    QString amount; ///< with the currency
    QString saved;  ///< "You save 1,35"; empty: nothing

    friend bool operator==(const CustomerView&, const CustomerView&) = default;
};

CustomerView idleView(const QString& shop, const QString& words);
/// `line`: the one to show, none: the last.
CustomerView sellingView(const PricedCart& cart, int line, Money toPay, const Formats& formats);
CustomerView paidView(const FinishedSale& sale, const Formats& formats);

/// The line that is new or has changed since `before`; where none has, 0.
int changedLine(const Cart* before, const Cart& now);

/// The same on a pole.
struct PoleText {
    CustomerPole::Line upper;
    CustomerPole::Line lower;
};
PoleText poleText(const CustomerView& view);

} // namespace till
