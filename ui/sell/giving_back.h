#pragma once

#include "services/cart_service.h"
#include "services/checkout_service.h"

#include <optional>

namespace till {

// A sale of which money goes back, as the window reads what is typed for it: without a sign.

bool givesBack(const PricedCart& cart);
/// Whether the parts go the way the sale goes: goods that came or went since may have turned it.
bool partsGoItsWay(const PricedCart& cart);

struct BackAmount {
    std::optional<Money> amount; ///< negative, by coins that there are; none: all that is left
    Money most;                  ///< what can be given back by this tender, positive
    bool isTooMuch = false;      ///< nobody gives change on what goes back
};
BackAmount backAmount(
    const PricedCart& cart, const TenderType& tender, Money typed, const CheckoutService& checkout);

/// As the page of parts counts it: what is still to be given, down to nothing.
PricedCart turned(PricedCart cart);
Settlement turned(Settlement settlement);

/// What is counted out of the drawer of what `sale` gave back, `last` being the way its end was paid.
Money cashBack(
    const FinishedSale& sale, const Cart& cart, const TenderType& last, const CheckoutService& checkout);

} // namespace till
