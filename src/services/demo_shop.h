#pragma once

#include "services/import_service.h"
#include "services/shop.h"

namespace till {

/// Makes the practice shop: a bakery and corner shop with its products, opening stock, deliveries and 90 days
/// of invented sales up to yesterday, all through the same services a real day uses, at the times of an
/// invented clock. The same seed gives the same shop but for uids and signatures. Its receipts say that it is
/// practice. The file gets its name when it is complete; on an error or cancel nothing is left. Errors as
/// Shop::create, Cancelled.
struct DemoShopOptions {
    ShopOptions shop;
    int days = 90;
    std::uint64_t seed = 20260314;
    Progress progress;
};
Result<> makeDemoShop(const DemoShopOptions& options, const Clock& clock);

} // namespace till
