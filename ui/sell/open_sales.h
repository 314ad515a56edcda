#pragma once

#include "base/event.h"
#include "base/ids.h"

#include <QObject>

#include <vector>

namespace till {

class SellDesk;

/// Sales side by side: a new one beside the one in front, and going from one to the other.
class OpenSales : public QObject {
    Q_OBJECT

public:
    explicit OpenSales(SellDesk& desk);

    void startNew();
    void step(int by); ///< to the next or the one before, round the end

private:
    void show();
    void bringToFront(CartId id);

    SellDesk& m_desk;
    std::vector<CartId> m_shown;
    CartId m_front;
    Subscription m_cartChanged;
};

} // namespace till
