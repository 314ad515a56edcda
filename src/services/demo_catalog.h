#pragma once

#include "base/numbers.h"
#include "base/result.h"
#include "services/actor.h"

#include <cstdint>
#include <string>
#include <vector>

namespace till {

class Shop;

/// A product of the practice shop and how it sells.
struct DemoProduct {
    ProductId id;
    std::string department;
    bool byWeight = false;
    bool madeHere = false; ///< baked or brewed on the day: never runs out, never kept
    UnitPrice cost;
    int weight = 1;          ///< relative chance of being bought
    std::int64_t onHand = 0; ///< thousandths, as the generator knows it
};

/// Adds departments, suppliers and products from resources/demo.
Result<std::vector<DemoProduct>> addDemoCatalog(Shop& shop, const Actor& actor);

} // namespace till
