#pragma once

#include "services/cart_service.h"

#include <QString>

#include <optional>

namespace till {

class SellDesk;

/// Goods that were scanned or touched and still lack a figure: an open price, a weight that no scale says.
/// The cashier is asked for it; what is typed next completes them, anything else leaves them out.
class AskedGoods {
public:
    explicit AskedGoods(SellDesk& desk);

    /// PriceNeeded and WeightNeeded: says what to type and keeps the goods. False: another refusal.
    bool ask(const Error& refusal, const RingUp& what);
    /// The goods that were asked about, with the figure that is typed. None: nothing was asked, or the text
    /// is no such figure but a code or a name; then nothing is asked any more.
    std::optional<RingUp> complete(const QString& text);
    /// The figure that is missing, where it stands in the field already: "2.50" and a touch. False: it does
    /// not.
    bool fill(ErrorCode refusal, const QString& text, RingUp& what) const;
    void forget() { m_asked.reset(); }

    std::optional<UnitPrice> typedPrice(const QString& text) const; ///< none: rather a code

private:
    std::optional<Quantity> typedWeight(const QString& text) const;

    struct Asked {
        RingUp goods;
        ErrorCode missing;
    };
    SellDesk& m_desk;
    std::optional<Asked> m_asked;
};

} // namespace till
