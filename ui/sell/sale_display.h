#pragma once

#include "base/event.h"

#include <QObject>

namespace till {

class SellDesk;
struct PricedCart;

/// Keeps the cart at the side as the open sale is on disk: its lines, what it comes to, what may be pressed.
/// While a paid sale is shown it stays, until the next one has a line or leavePaid() is called.
class SaleDisplay : public QObject {
    Q_OBJECT

public:
    explicit SaleDisplay(SellDesk& desk);

    void leavePaid(); ///< from the change to the next, empty sale

private:
    void show();
    void showTitle(const PricedCart& open); ///< also of which receipts goods come back
    void showTotals(const PricedCart& open);
    void showNothingToPay();
    void showLastSale();

    SellDesk& m_desk;
    Subscription m_cartChanged;
    Subscription m_offersChanged;
    Subscription m_sold;
};

} // namespace till
