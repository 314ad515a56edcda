#pragma once

#include "base/event.h"
#include "base/ids.h"
#include "base/numbers.h"

#include <QObject>

#include <atomic>
#include <functional>
#include <memory>
#include <optional>

namespace till {

class SellDesk;

/// Takes the weight of goods from the scale at the counter, beside the till's own thread: the queue of scans
/// goes on meanwhile. Only a weight at rest and above zero counts; what is none is said. A new weighing, a
/// step back, another sale in front and the end of the sale make an older one void.
class Weighing : public QObject {
    Q_OBJECT

public:
    explicit Weighing(SellDesk& desk);
    ~Weighing() override;

    bool hasScale() const; ///< one is set up
    void start(const QString& goods, std::function<void(Quantity weight)> weighed);
    void stop();

private:
    void followSale();

    SellDesk& m_desk;
    std::shared_ptr<std::atomic<bool>> m_isOver; ///< of the weighing under way
    Subscription m_sold;
    Subscription m_cartChanged;
    std::optional<CartId> m_sale; ///< the one in front when it began; none: nothing was rung up yet
};

} // namespace till
