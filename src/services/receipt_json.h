#pragma once

#include "domain/sales/receipt.h"

#include <string>

namespace till {

/// `receipt --format json`: one document, keys in the order of the paper. Money, quantities and rates are
/// decimal strings, the time is ISO 8601 with offset. A line's `discounts` and the sale's `discount` are
/// positive where the customer saved; a line's `total` is its gross less its discounts, with tax as `prices`
/// says. Text that is not UTF-8 comes out with U+FFFD in place of the broken bytes.
std::string receiptJson(const Receipt& receipt);

} // namespace till
