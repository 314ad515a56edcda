#pragma once

#include "base/event.h"
#include "base/ids.h"

#include <QObject>

namespace till {

class SellDesk;

/// Sales that wait: putting one aside, taking one up again, and how many there are.
class HeldSales : public QObject {
    Q_OBJECT

public:
    explicit HeldSales(SellDesk& desk);

    void hold();
    void recall(); ///< the only one at once; of several the cashier picks

private:
    void showCount();
    void take(CartId id);
    void discard(CartId id); ///< asks why

    SellDesk& m_desk;
    Subscription m_heldChanged;
};

} // namespace till
