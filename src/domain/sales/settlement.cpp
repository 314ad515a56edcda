#include "domain/sales/settlement.h"

#include <string>

namespace till {
namespace {

/// Whether `amount` lies beyond `limit`, seen from zero in the direction of `sign`.
bool exceeds(Money amount, Money limit, int sign)
{
    return sign > 0 ? amount > limit : amount < limit;
}

} // namespace

Money cashDue(Money amount, const PricingRules& rules)
{
    return roundCash(amount, rules.cashStep, rules.cashTies);
}

Result<Settlement> settle(Money total, std::span<const TenderPaid> tenders, const PricingRules& rules)
{
    const int sign = total.isNegative() ? -1 : 1;
    Money cash;
    Money other;
    bool hasCash = false;
    for (std::size_t i = 0; i < tenders.size(); ++i) {
        const auto& tender = tenders[i];
        if (exceeds(Money{}, tender.amount, sign)) {
            return Error{ErrorCode::TenderTooSmall, "tenders[" + std::to_string(i) + "]"};
        }
        hasCash = hasCash || tender.tenderClass == TenderClass::Cash;
        (tender.tenderClass == TenderClass::Cash ? cash : other) += tender.amount;
    }
    if (exceeds(other, total, sign)) return Error{ErrorCode::TenderTooLarge, "tenders"};

    Settlement settled;
    const auto remaining = total - other;
    if (hasCash) settled.rounding = cashDue(remaining, rules) - remaining;
    settled.due = total + settled.rounding;
    settled.paid = cash + other;
    if (exceeds(settled.due, settled.paid, sign)) {
        settled.left = settled.due - settled.paid;
        settled.leftByCard = total - settled.paid;
    } else {
        settled.change = settled.paid - settled.due;
    }
    return settled;
}

} // namespace till
