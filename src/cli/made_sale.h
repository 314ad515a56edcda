#pragma once

#include "cli/frame.h"
#include "services/checkout_service.h"

namespace till {

/// Makes a sale, waits a while for its paper, and tells of both: what `sell` and `return` print.
Result<Outcome> makeSale(const Frame& frame, Shop& shop, const SaleRequest& request);

} // namespace till
