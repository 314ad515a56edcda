#pragma once

#include "base/result.h"

#include <string>
#include <string_view>

namespace till {

/// Prices a cart described in JSON and gives the priced sale as JSON, without a shop: the schema of
/// `tillctl price --cart`. Money, quantities and percentages are decimal strings ("12.30", "1.250", "5.5");
/// quantities and percentages may also be JSON integers, money may not.
///
/// Errors, with the key's path as detail ("lines[0].taxes[1]"): JsonInvalid (detail = the byte where the text
/// stops being JSON, 0 if unknown), JsonKeyUnknown, JsonKeyMissing, JsonValueInvalid, NumberOutOfRange,
/// TaxNotFound, CouponUnknown (no promotion of the cart has that code), and what priceSale and settle refuse.
Result<std::string> priceCart(std::string_view json);

} // namespace till
