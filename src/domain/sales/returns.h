#pragma once

#include "domain/sales/pricing.h"

namespace till {

/// A line as it was sold: everything about it that is an amount.
struct SoldLine {
    Quantity quantity{};
    PricedLine amounts{};
    Money cost{};
};

/// The opposite line when `now` of a sold line comes back and `before` of it has come back already (both
/// counted in the sold line's sign). Quantity and amounts are negated, so that a sale and its returns sum to
/// zero, to the cent and field by field, in whatever portions and order the goods return.
///
/// Every level of the line (gross, after each discount, net, after each tax) is taken at `before` and at
/// `before + now` as level x quantity / sold quantity, rounded; the difference is what this return moves.
/// That keeps net + taxes = total within each return, and no return ever charges for goods.
///
/// QuantityInvalid when nothing or more than what is left would come back.
Result<SoldLine> returnOf(
    const SoldLine& sold, Quantity before, Quantity now, std::span<const TaxPart> taxes);

} // namespace till
