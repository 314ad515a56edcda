#pragma once

#include "domain/sales/pricing.h"

#include <span>

namespace till {

enum class TenderClass { Cash, Other }; ///< only cash is rounded, only cash gives change

struct TenderPaid {
    TenderClass tenderClass = TenderClass::Cash;
    Money amount{}; ///< what was handed over; of the total's sign: negative when the shop pays out
};

/// Invariants: due = total + rounding; paid - change + left = due; change or left is zero.
struct Settlement {
    Money rounding{};   ///< of the cash part; zero while no tender is cash
    Money due{};        ///< what has to be paid in all
    Money paid{};       ///< what was handed over in all
    Money change{};     ///< what goes back, in cash
    Money left{};       ///< what is still to be paid
    Money leftByCard{}; ///< the same if the rest is not paid in cash: without rounding

    bool isSettled() const { return left.isZero(); }
};

/// What `amount` comes to when it is paid in cash.
Money cashDue(Money amount, const PricingRules& rules);

/// Holds tenders against a total. The cash part is what the other tenders leave of the total; it alone is
/// rounded. A refund (negative total) is the mirror image of a sale. Errors: TenderTooLarge when tenders
/// other than cash exceed the total, TenderTooSmall for an amount against the total's sign; detail is
/// "tenders[1]" or "tenders".
Result<Settlement> settle(Money total, std::span<const TenderPaid> tenders, const PricingRules& rules);

} // namespace till
