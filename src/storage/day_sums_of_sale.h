#pragma once

#include "storage/day_sum_repository.h"
#include "storage/sale_repository.h"

#include <span>

namespace till {

/// What the sums ask of a sale beside its lines and tenders.
struct SaleForSums {
    Moment at;
    UserId cashier;
    std::int64_t customer = 0; ///< 0 = none
};

/// What one sale adds to the sums of its day: the one definition of every field of day_sum, used when a sale
/// is put on record and when the sums are made again. A ticket counts once for each key it touches, as a
/// return only when nothing was sold under that key on it. Tenders add what was kept (given less change) as
/// gross, nothing else. Taxes are those of the lines; a line with two taxes stands under both.
std::vector<DaySumRow> daySumsOf(
    const SaleForSums& sale, std::span<const SaleLineRow> lines, std::span<const TenderRow> tenders);

} // namespace till
