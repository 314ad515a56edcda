#pragma once

#include "base/numbers.h"

#include <optional>

namespace till {

/// Rows of table movement_kind; a test compares them.
enum class MovementKind {
    Sale = 1,
    Return = 2,
    Receipt = 3,
    Opening = 4,
    Adjustment = 5,
    Damaged = 6,   ///< came back and is thrown away
    Expired = 7,   ///< the same, past its date
    ToSupplier = 8 ///< came back and waits for the supplier, who owes for it
};

/// Stock of one product at one place: thousandths, and what it cost in minor units.
struct StockLevel {
    Quantity quantity;
    Money value;
};

/// What `quantity` taken from stock cost, by moving average: value in proportion while stock lasts, so that
/// the last piece takes the whole rest; beyond it the last known unit cost (nothing known: zero). A negative
/// quantity (goods coming back) comes in at the average, or at the unit cost when there is no stock; the sign
/// follows.
Money costOf(const StockLevel& level, Quantity quantity, std::optional<UnitPrice> unitCost);

} // namespace till
