#pragma once

#include "base/error.h"
#include "base/numbers.h"

#include <optional>

namespace till {

struct Currency;

// What a line may be, and from where on a slip of the fingers is likelier than a sale.

constexpr std::int64_t kMaxQuantity = 1'000'000'000;      // a million pieces, in thousandths
constexpr std::int64_t kMaxLine = 100'000'000'000;        // minor units: sums of years stay far inside int64
constexpr std::int64_t kMaxUnitPrice = 1'000'000'000'000; // ten thousand million minor units, in hundredths

/// Why no line can be like this: QuantityInvalid (zero, a fraction of what is sold whole, above
/// kMaxQuantity), PriceInvalid (below zero, above kMaxUnitPrice), NumberOutOfRange (it would come to more
/// than kMaxLine). `unitDecimals`: 0 for goods that are sold by the piece. What is taken back counts as what
/// is sold.
std::optional<ErrorCode> lineFault(Quantity quantity, int unitDecimals, UnitPrice unitPrice);

/// To be asked about, not refused. A thousand pieces, or a hundred thousand in the shop's money: who buys
/// that at a counter is known beforehand, while a code typed as a count or a figure that was hit twice gets
/// there at once. Where money has large figures, two hundred of its largest notes (2,000,000 yen): else an
/// ordinary sum would be asked about. False for what lineFault() refuses.
bool isUnusualLine(Quantity quantity, int unitDecimals, UnitPrice unitPrice, const Currency& currency);

} // namespace till
