#pragma once

#include "services/cart_service.h"

#include <QObject>

#include <optional>

namespace till {

class SellDesk;
class Weighing;
struct TypedLine;

/// Puts goods into the open sale and shows them there: a scan at once, a typed count after a question when
/// nobody buys so many.
class RingingUp : public QObject {
    Q_OBJECT

public:
    explicit RingingUp(SellDesk& desk);

    /// Goods by weight without one are put on the scale; without a scale: WeightNeeded, detail = the name.
    Result<> ringUp(const RingUp& what);
    Result<> ringUp(const OpenItem& item);
    Weighing& weighing() { return *m_weighing; }

private:
    Result<> add(const RingUp& what);
    /// The container is not paid for. ScaleEmpty where nothing else lies there.
    Result<> addWeighed(const RingUp& what, const SellableProduct& goods, Quantity onScale, Quantity tare);
    Result<> show(const Result<int>& line); ///< what was added, or why nothing was
    void sayWhatIsShort(int line);          ///< of the goods of this line more is sold than is there
    std::optional<TypedLine> typedLine(const RingUp& what) const;

    std::optional<SellableProduct> goodsToWeigh(const RingUp& what) const;

    SellDesk& m_desk;
    Weighing* m_weighing;
};

} // namespace till
