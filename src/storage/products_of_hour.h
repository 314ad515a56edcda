#pragma once

#include "base/clock.h"
#include "base/ids.h"

#include <cstdint>
#include <span>
#include <vector>

namespace till {

class Connection;

struct ProductOfHour {
    ProductId product;
    std::int64_t lines = 0;  ///< sold, over all of the days
    bool hasBarcode = false; ///< a scanner finds it without a key
};

/// What was sold on these days within `minutes` from `fromMinute` of the clock on (0 = midnight; over
/// midnight too). Only the documents of these days are looked at, so it costs a moment in a shop of any age.
/// Archived products are left out. By product.
std::vector<ProductOfHour> productsSoldAround(
    Connection& db, std::span<const BusinessDay> days, int fromMinute, int minutes);

} // namespace till
