#pragma once

#include "domain/sales/pricing.h"

#include <span>
#include <vector>

namespace till {

/// TaxNotFound for a line's index beyond the table, NumberOutOfRange for a rate below zero or over 1,000 %.
Result<> checkTaxes(const CartToPrice& cart);

/// Fills net, tax, total and taxes of each line; `discounted` is what the discounts left of it.
void applyTaxes(const CartToPrice& cart, const PricingRules& rules, std::span<const Money> discounted,
    std::vector<PricedLine>& lines);

} // namespace till
