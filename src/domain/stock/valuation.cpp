#include "domain/stock/valuation.h"

#include "base/rounding.h"

namespace till {

Money costOf(const StockLevel& level, Quantity quantity, std::optional<UnitPrice> unitCost)
{
    const auto atUnitCost = [&](Quantity some) { return unitCost ? lineAmount(*unitCost, some) : Money{}; };
    if (!level.quantity.isPositive()) return atUnitCost(quantity);
    const auto fromStock = quantity > level.quantity ? level.quantity : quantity;
    const auto average = Money::fromMinor(
        multiplyAndRound(level.value.minor(), fromStock.thousandths(), level.quantity.thousandths()));
    return average + atUnitCost(quantity - fromStock);
}

} // namespace till
