#pragma once

#include "base/clock.h"

#include <optional>
#include <string_view>

namespace till {

/// In what state goods come back, and so where they go (features.md 68). The number is the row of table
/// return_condition. Only what can be sold again stays in stock.
enum class ReturnCondition { Resell = 1, Damaged, Expired, Supplier };

std::string_view toText(ReturnCondition condition); ///< "resell", "damaged", "expired", "supplier"
std::optional<ReturnCondition> returnConditionFrom(std::string_view text);

inline constexpr int kLongestReturn = 3650; ///< days

/// For how long goods may come back. `days` counts from the day of the sale: 14 means until that weekday two
/// weeks later, the whole day. None: without an end. 0: never.
struct ReturnWindow {
    std::optional<int> days;

    bool isNever() const { return days == 0; }
    std::optional<BusinessDay> lastDay(BusinessDay sold) const; ///< none: without an end
    bool isOver(BusinessDay sold, BusinessDay today) const;     ///< an endless one never is
};

} // namespace till
