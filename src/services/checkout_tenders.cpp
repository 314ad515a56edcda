#include "domain/sales/settlement.h"
#include "services/checkout_service.h"
#include "services/session.h"
#include "services/voucher_service.h"

#include <algorithm>

namespace till {

PricingRules CheckoutService::rules() const
{
    const auto& facts = m_session.facts;
    return {facts.pricesIncludeTax ? PriceTax::Inclusive : PriceTax::Exclusive, facts.taxRounding,
        facts.cashStep, facts.cashTies};
}

Result<Settlement> CheckoutService::settleAll(Money total, const std::vector<CartTender>& tenders) const
{
    std::vector<TenderPaid> amounts;
    amounts.reserve(tenders.size());
    for (const auto& tender : tenders) {
        const auto* type = tenderType(tender.type);
        if (!type) return Error{ErrorCode::TenderUnknown};
        amounts.push_back({type->givesChange() ? TenderClass::Cash : TenderClass::Other, tender.amount});
    }
    return settle(total, amounts, rules());
}

Settlement CheckoutService::settlementSoFar(const PricedCart& cart) const
{
    const auto settled = settleAll(cart.priced.total, cart.cart.tenders);
    // Goods were taken off after a part was paid: nothing is left, and finishing says what is wrong.
    return settled ? *settled : Settlement{};
}

Money CheckoutService::cashDueOf(Money amount) const
{
    return cashDue(amount, rules());
}

Result<CartTender> CheckoutService::partOf(const TenderOffer& offer, const Settlement& soFar) const
{
    return resolve(offer, soFar, false);
}

Result<CartTender> CheckoutService::resolve(
    const TenderOffer& offer, const Settlement& soFar, bool isImported) const
{
    const auto& book = tenders();
    const auto* type = tenderType(offer.type);
    if (!type || (!type->isOffered && !isImported))
        return Error{ErrorCode::TenderUnknown, type ? type->code : ""};
    CartTender tender{offer.type, offer.amount.value_or(soFar.leftByCard), offer.reference};
    if (type->isForeign()) {
        // Change and refunds are given in the shop's own money.
        if (soFar.leftByCard.isNegative()) return Error{ErrorCode::TenderUnknown, type->code};
        const auto due = offer.foreignMinor ? Result<std::int64_t>{*offer.foreignMinor}
                                            : book.dueIn(type->currency, cashDueOf(soFar.leftByCard));
        if (!due) return due.error();
        const auto cash = book.cashIn(type->currency, *due);
        if (!cash) return cash.error();
        const auto value = valueOf(*cash, m_session.facts.decimals);
        if (!value) return value.error();
        tender.amount = *value;
        tender.foreign = *cash;
    } else if (type->isCash && !offer.amount) {
        tender.amount = cashDueOf(soFar.leftByCard);
    } else if (type->code == "voucher" && !offer.amount && tender.amount.isPositive() && !isImported) {
        const auto free = m_session.vouchers->available(offer.reference);
        if (!free) return free.error();
        tender.amount = std::min(tender.amount, *free);
    }
    if (tender.amount > kMostTender || tender.amount < -kMostTender)
        return Error{type->isCash ? ErrorCode::NumberOutOfRange : ErrorCode::TenderTooLarge, type->code};
    if (type->code == "card" && tender.amount.isPositive() && !isImported) {
        auto reference = checkCardReference(book.cardReferenceRule(), offer.reference);
        if (!reference) return reference.error();
        tender.reference = std::move(*reference);
    }
    return tender;
}

Result<CheckoutService::Paid> CheckoutService::pay(const Actor& actor, Money total,
    const std::vector<CartTender>& taken, const std::vector<TenderOffer>& offers, bool isImported) const
{
    Paid paid;
    paid.tenders = taken;
    for (const auto& offer : offers) {
        const auto soFar = settleAll(total, paid.tenders);
        if (!soFar) return soFar.error();
        const bool wantsRest = !offer.amount && !offer.foreignMinor;
        if (wantsRest && soFar->isSettled() && !paid.tenders.empty())
            continue; // the tenders before it have paid everything
        auto tender = resolve(offer, *soFar, isImported);
        if (!tender) return tender.error();
        paid.tenders.push_back(std::move(*tender));
    }
    if (auto known = m_session.vouchers->checkTenders(actor, paid.tenders, taken.size(), isImported); !known)
        return known.error();
    auto settled = settleAll(total, paid.tenders);
    if (!settled) return settled.error();
    if (!settled->isSettled()) return Error{ErrorCode::TenderTooSmall};
    paid.settlement = *settled;
    return paid;
}

} // namespace till
