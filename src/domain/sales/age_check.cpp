#include "domain/sales/age_check.h"

#include <algorithm>

namespace till {

std::chrono::year_month_day latestBirthday(std::chrono::year_month_day today, int years)
{
    const auto born = today - std::chrono::years{years};
    return born.ok() ? born : born.year() / born.month() / std::chrono::last;
}

int ageToConfirm(const Cart& cart)
{
    int age = 0;
    for (const auto& line : cart.lines)
        if (line.quantity.isPositive()) age = std::max(age, line.minimumAge);
    return age > cart.ageConfirmed ? age : 0;
}

} // namespace till
