#include "domain/sales/taking_back.h"

namespace till {

std::string_view toText(ReturnCondition condition)
{
    switch (condition) {
    case ReturnCondition::Resell: return "resell";
    case ReturnCondition::Damaged: return "damaged";
    case ReturnCondition::Expired: return "expired";
    case ReturnCondition::Supplier: return "supplier";
    }
    return "resell";
}

std::optional<ReturnCondition> returnConditionFrom(std::string_view text)
{
    using enum ReturnCondition;
    for (const auto condition : {Resell, Damaged, Expired, Supplier})
        if (toText(condition) == text) return condition;
    return std::nullopt;
}

std::optional<BusinessDay> ReturnWindow::lastDay(BusinessDay sold) const
{
    return days ? std::optional{BusinessDay{sold.days + *days}} : std::nullopt;
}

bool ReturnWindow::isOver(BusinessDay sold, BusinessDay today) const
{
    const auto last = lastDay(sold);
    return last && today > *last;
}

} // namespace till
