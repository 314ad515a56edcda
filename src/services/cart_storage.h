#pragma once

#include "services/cart_service.h"
#include "services/sale_taxes.h"
#include "storage/cart_repository.h"

namespace till {

/// What the parts of CartService share: cart_service.cpp edits, cart_waiting.cpp sets aside, cart_parts.cpp
/// takes money before the end.
struct CartService::Storage {
    CartRepository carts;
    std::optional<PricedCart>
        shown; ///< the cart last edited, as it is on disk: a scan need not read it again
    std::optional<SaleTaxes> taxes;
    Subscription catalogChanged;
    Subscription promotionsChanged;
    Subscription settingsChanged;
};

} // namespace till
