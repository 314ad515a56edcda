#pragma once

#include "services/checkout_service.h"

namespace till {

class Session;

/// The cart of a sale that is asked for in one call, as if it had been rung up. The errors of what it is made
/// of.
Result<Cart> requestedCart(Session& session, const Actor& actor, const SaleRequest& request);

} // namespace till
