#include "ui/sell/giving_back.h"

#include <algorithm>

namespace till {

bool givesBack(const PricedCart& cart)
{
    return cart.priced.total.isNegative();
}

bool partsGoItsWay(const PricedCart& cart)
{
    return std::ranges::all_of(cart.cart.tenders, [&](const CartTender& part) {
        return part.amount.isZero() || part.amount.isNegative() == givesBack(cart);
    });
}

BackAmount backAmount(
    const PricedCart& cart, const TenderType& tender, Money typed, const CheckoutService& checkout)
{
    const auto left = checkout.settlementSoFar(cart);
    const auto most = tender.givesChange() ? checkout.cashDueOf(left.leftByCard) : left.leftByCard;
    const auto back = typed.isNegative() ? typed : -typed;
    // The page proposes what is left before cash rounds it: that is all of it, too.
    if (back == most || back == left.left || back == left.leftByCard) return {{}, -most};
    const auto given = tender.givesChange() ? checkout.cashDueOf(back) : back;
    return {given, -most, given < most};
}

PricedCart turned(PricedCart cart)
{
    cart.priced.total = -cart.priced.total;
    for (auto& part : cart.cart.tenders) part.amount = -part.amount;
    return cart;
}

Settlement turned(Settlement settlement)
{
    settlement.left = -settlement.left;
    settlement.leftByCard = -settlement.leftByCard;
    return settlement;
}

Money cashBack(
    const FinishedSale& sale, const Cart& cart, const TenderType& last, const CheckoutService& checkout)
{
    Money cash;
    auto rest = sale.paid;
    for (const auto& part : cart.tenders) {
        const auto* type = checkout.tenderType(part.type);
        if (type != nullptr && type->isCash) cash += part.amount;
        rest -= part.amount;
    }
    if (last.isCash) cash += rest;
    return -cash;
}

} // namespace till
