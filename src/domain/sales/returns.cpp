#include "domain/sales/returns.h"

namespace till {
namespace {

/// What part of an amount of the sold line lies between two points of its quantity.
class Portion {
public:
    Portion(Quantity sold, Quantity before, Quantity now)
        : m_sold{sold.thousandths()}
        , m_from{before.thousandths()}
        , m_to{(before + now).thousandths()}
    {
        if (m_sold < 0) { // only the ratio counts, and a divisor is positive
            m_sold = -m_sold;
            m_from = -m_from;
            m_to = -m_to;
        }
    }

    Money of(Money amount) const { return at(amount, m_to) - at(amount, m_from); }

private:
    Money at(Money amount, std::int64_t quantity) const
    {
        return Money::fromMinor(multiplyAndRound(amount.minor(), quantity, m_sold));
    }
    std::int64_t m_sold;
    std::int64_t m_from;
    std::int64_t m_to;
};

bool isReturnable(Quantity sold, Quantity before, Quantity now)
{
    if (sold.isNegative()) return isReturnable(-sold, -before, -now);
    return now.isPositive() && !before.isNegative() && before <= sold && now <= sold - before;
}

/// Walks down the levels of a line: the difference of two neighbours, each rounded for itself.
class Levels {
public:
    Levels(Money top, const Portion& portion)
        : m_portion{portion}
        , m_level{top}
        , m_part{portion.of(top)}
    {
    }

    Money takeOff(Money step) // the step's own part, so that the levels stay exact
    {
        m_level -= step;
        const auto part = m_portion.of(m_level);
        const auto taken = m_part - part;
        m_part = part;
        return taken;
    }
    Money part() const { return m_part; }

private:
    const Portion& m_portion;
    Money m_level;
    Money m_part;
};

} // namespace

Result<SoldLine> returnOf(const SoldLine& sold, Quantity before, Quantity now, std::span<const TaxPart> taxes)
{
    if (!isReturnable(sold.quantity, before, now)) return Error{ErrorCode::QuantityInvalid};
    const Portion portion{sold.quantity, before, now};
    const auto& original = sold.amounts;
    SoldLine back;
    back.quantity = -now;
    back.cost = -portion.of(sold.cost);

    auto& line = back.amounts;
    Levels prices{original.gross, portion};
    line.gross = -prices.part();
    for (const auto discount : original.discounts) line.discounts.push_back(-prices.takeOff(discount));
    line.promotion = -prices.takeOff(original.promotion);
    for (const auto share : original.saleDiscounts) line.saleDiscounts.push_back(-prices.takeOff(share));

    Levels withTaxes{original.net, portion};
    line.net = -withTaxes.part();
    for (const auto& part : original.taxes) {
        const bool compound = part.tax < taxes.size() && taxes[part.tax].compound;
        const auto base = compound ? -withTaxes.part() : line.net;
        line.taxes.push_back({part.tax, base, withTaxes.takeOff(-part.amount)});
    }
    line.total = -withTaxes.part();
    line.tax = line.total - line.net;
    return back;
}

} // namespace till
