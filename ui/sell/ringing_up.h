#pragma once

#include "services/cart_service.h"

#include <QObject>

#include <optional>

namespace till {

class SellDesk;
struct TypedLine;

/// Puts goods into the open sale and shows them there: a scan at once, a typed count after a question when
/// nobody buys so many.
class RingingUp : public QObject {
    Q_OBJECT

public:
    explicit RingingUp(SellDesk& desk);

    Result<> ringUp(const RingUp& what);

private:
    Result<> add(const RingUp& what);
    std::optional<TypedLine> typedLine(const RingUp& what) const;

    SellDesk& m_desk;
};

} // namespace till
