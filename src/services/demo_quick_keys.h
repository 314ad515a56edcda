#pragma once

#include "base/result.h"
#include "services/actor.h"

namespace till {

class Shop;

/// The practice shop's two pages as somebody there would have arranged them, by department, with pictures on
/// what is asked for most.
Result<> addDemoQuickKeys(Shop& shop, const Actor& actor);

} // namespace till
