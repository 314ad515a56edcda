#pragma once

#include "base/ids.h"

#include <vector>

namespace till {

class SellDesk;

/// The sale that something beside it belongs to: the one that was in front when it began, or the one that is
/// begun after it. A sale that is taken up again meanwhile is another customer's.
class OwnSale {
public:
    explicit OwnSale(const SellDesk& desk);

    void begin();
    bool isInFront(); ///< or is not begun yet
    CartId id() const { return m_id; }

private:
    const SellDesk& m_desk;
    CartId m_id;                  ///< none: not begun yet
    std::vector<CartId> m_others; ///< those there were then
};

} // namespace till
