#pragma once

#include "base/event.h"
#include "base/numbers.h"
#include "ui/sell/own_sale.h"

#include <QObject>
#include <QString>

#include <atomic>
#include <functional>
#include <memory>

namespace till {

class SellDesk;

/// Takes the weight of goods from the scale at the counter, beside the till's own thread: the queue of scans
/// goes on meanwhile. Only a weight at rest and above zero counts; what is none is said. A new weighing, a
/// step back, another sale in front and the end of the sale make an older one void, which is said, too.
class Weighing : public QObject {
    Q_OBJECT

public:
    explicit Weighing(SellDesk& desk);
    ~Weighing() override;

    bool hasScale() const; ///< one is set up
    void start(const QString& goods, std::function<void(Quantity weight)> weighed);
    void leaveOut(); ///< what lies on the scale is not sold

private:
    void ask();
    void stop();
    void followSale();
    bool keepsSale();

    SellDesk& m_desk;
    std::shared_ptr<std::atomic<bool>> m_isOver; ///< of the weighing under way
    bool m_isAtScale = false;                    ///< a weighing that is over may still be reading
    std::function<void(Quantity weight)> m_weighed;
    QString m_goods;
    OwnSale m_sale; ///< the goods on the scale are its customer's
    Subscription m_sold;
    Subscription m_cartChanged;
};

} // namespace till
