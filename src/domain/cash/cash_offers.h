#pragma once

#include "domain/cash/currency.h"

#include <span>

namespace till {

/// Totals that are paid alike: from 1, 2 or 5 times a power of ten up to the next. The smallest of them.
Money bandOf(Money due);

/// Whether a sum says something of how people pay: made of notes and the larger coins. 17.41 given for 17.41
/// says nothing of the next customer.
bool isRoundSum(const Currency& currency, Money sum);

/// The sums to offer for `due`, ascending, each at least `due`, none twice, at most `count`: `due` itself
/// when it is a round sum, then what is usual here (most usual first), then the country's notes.
std::vector<Money> cashOffers(
    const Currency& currency, Money due, std::span<const Money> usual, std::size_t count);

} // namespace till
