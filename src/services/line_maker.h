#pragma once

#include "base/result.h"
#include "domain/sales/cart.h"
#include "services/cart_service.h"

namespace till {

class Session;

/// Turns what was rung up into a cart line with everything as it is now, and asks for the permissions that a
/// typed price or goods coming back need. The same for the window, tillctl and imports.
Result<CartLine> makeLine(Session& session, const Actor& actor, const RingUp& what);
Result<CartLine> makeLine(Session& session, const Actor& actor, const OpenItem& item);

/// What is sold with a line as one of its own, its lineNo still open: the deposit of its goods; nothing when
/// nothing is. The errors of makeLine().
Result<std::optional<CartLine>> makeDeposit(Session& session, const Actor& actor, const CartLine& parent);
Quantity depositFor(Quantity goods, Quantity perPiece);

/// The bounds a line must keep: quantity not zero, whole where the unit is, at most a million; price not
/// negative, at most ten thousand million minor units; the line at most a hundred thousand million.
/// QuantityInvalid, PriceInvalid, NumberOutOfRange.
Result<> checkLine(const CartLine& line);
Money soldGross(const Cart& cart); ///< before discounts, without what comes back on its receipt
/// Discounts as a share of what they are taken from, in ppm: what a limit is compared with.
std::int64_t shareOff(const std::vector<CartDiscount>& discounts, Money amount);
/// price.override with the share taken off the list price, in ppm (a higher price asks for 0).
Result<> requirePrice(Session& session, const Actor& actor, const CartLine& line);

} // namespace till
