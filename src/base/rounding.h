#pragma once

#include "base/numbers.h"

#include <cstdint>
#include <span>
#include <vector>

namespace till {

// The only file in the program that rounds money (decisions.md, "Numbers").

/// value x numerator / denominator, rounded half away from zero: symmetric, so a return undoes its sale.
/// Throws NumberOverflow; denominator must be positive.
std::int64_t multiplyAndRound(std::int64_t value, std::int64_t numerator, std::int64_t denominator);

/// What `quantity` costs at `price`, in minor units.
Money lineAmount(UnitPrice price, Quantity quantity);

/// `rate` of `amount`.
Money shareOf(Money amount, Rate rate);

/// The tax inside a price that includes it: amount x rate / (1 + rate).
Money includedTax(Money gross, Rate rate);

/// The price of one that gives `amount` for `quantity`, to the hundredth of a minor unit.
UnitPrice unitPriceOf(Money amount, Quantity quantity);

/// Splits `total` in proportion to `weights` so that the parts always sum to it: largest remainder, ties to
/// the earlier part. Weights may be of either sign but not of both; when all are zero the first part takes
/// all. allocate(-t, w) == -allocate(t, w). No weights and a total of zero give no parts.
std::vector<Money> allocate(Money total, std::span<const std::int64_t> weights);

/// Splits `total`, which is about the sum of `amounts` x numerator / denominator, so that the parts sum to it
/// and each lies within one minor unit of its own exact product: largest remainder, ties to the earlier part.
/// Amounts may be of both signs, where `allocate` has no proportion to go by. Whatever is more than rounding
/// in `total` falls to the largest amount. Negated amounts and total give negated parts.
std::vector<Money> allocateNear(
    Money total, std::span<const Money> amounts, std::int64_t numerator, std::int64_t denominator);

/// How a cash total meets the coins that exist.
enum class CashTies {
    AwayFromZero, ///< 0.025 -> 0.05: most countries
    TowardZero,   ///< NZ: 5 c of a 10 c step goes down (Reserve Bank of NZ's advice to retailers)
};

/// The nearest multiple of `step`; a step of zero or one minor unit changes nothing.
Money roundCash(Money amount, Money step, CashTies ties = CashTies::AwayFromZero);

} // namespace till
