#include "domain/sales/settlement.h"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

namespace {

using namespace till;

Money cents(std::int64_t minor)
{
    return Money::fromMinor(minor);
}

TenderPaid cash(std::int64_t minor)
{
    return {TenderClass::Cash, cents(minor)};
}

TenderPaid card(std::int64_t minor)
{
    return {TenderClass::Other, cents(minor)};
}

PricingRules fiveCents()
{
    PricingRules rules;
    rules.cashStep = cents(5);
    return rules;
}

Settlement settled(std::int64_t total, std::vector<TenderPaid> tenders)
{
    const auto result = settle(cents(total), tenders, fiveCents());
    REQUIRE(result);
    return *result;
}

} // namespace

TEST_CASE("cash is rounded to the coins there are, and gives change")
{
    const auto paid = settled(277, {cash(2000)});
    CHECK(paid.rounding == cents(-2));
    CHECK(paid.due == cents(275));
    CHECK(paid.change == cents(1725));
    CHECK(paid.isSettled());
}

TEST_CASE("a card pays to the cent")
{
    const auto paid = settled(277, {card(277)});
    CHECK(paid.rounding == cents(0));
    CHECK(paid.due == cents(277));
    CHECK(paid.isSettled());
    CHECK_FALSE(settled(277, {card(275)}).isSettled());
}

TEST_CASE("of a mixed payment only the cash part is rounded")
{
    const auto paid = settled(1002, {card(500), cash(500)});
    CHECK(paid.rounding == cents(-2));
    CHECK(paid.due == cents(1000));
    CHECK(paid.isSettled());
    CHECK(settled(1002, {card(502), cash(500)}).rounding == cents(0));
}

TEST_CASE("what is left depends on how it will be paid")
{
    const auto begun = settled(1002, {cash(300)});
    CHECK(begun.left == cents(700));
    CHECK(begun.leftByCard == cents(702));
    CHECK(settled(1002, {cash(300), card(702)}).isSettled());
    CHECK(settled(1002, {cash(300), cash(700)}).isSettled());
}

TEST_CASE("nothing tendered leaves the whole total")
{
    const auto untouched = settled(1002, {});
    CHECK(untouched.due == cents(1002));
    CHECK(untouched.left == cents(1002));
    CHECK(untouched.change == cents(0));
}

TEST_CASE("change comes out of cash only")
{
    const std::vector<TenderPaid> tooMuch{card(1003)};
    CHECK(settle(cents(1002), tooMuch, fiveCents()).error().code == ErrorCode::TenderTooLarge);
    CHECK(settled(1002, {card(1002), cash(500)}).change == cents(500));
}

TEST_CASE("a refund is paid out, rounded like a sale")
{
    const auto refund = settled(-277, {cash(-275)});
    CHECK(refund.rounding == cents(2));
    CHECK(refund.due == cents(-275));
    CHECK(refund.isSettled());
    CHECK(settled(-277, {card(-100), cash(-180)}).change == cents(-5));
    const std::vector<TenderPaid> tooMuch{card(-278)};
    CHECK(settle(cents(-277), tooMuch, fiveCents()).error().code == ErrorCode::TenderTooLarge);
}

TEST_CASE("a tender against the direction of the sale is refused")
{
    const std::vector<TenderPaid> negative{cash(1000), cash(-1)};
    const auto refused = settle(cents(277), negative, fiveCents());
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::TenderTooSmall);
    CHECK(refused.error().detail == "tenders[1]");
    const std::vector<TenderPaid> positive{cash(1)};
    CHECK_FALSE(settle(cents(-277), positive, fiveCents()));
}

TEST_CASE("an even exchange needs no tender")
{
    CHECK(settled(0, {}).isSettled());
    CHECK(settled(0, {cash(500)}).change == cents(500));
}

TEST_CASE("two cents are nothing in cash, once cash is what they are paid with")
{
    CHECK(settled(2, {}).left == cents(2));
    CHECK(settled(2, {cash(0)}).isSettled());
}

TEST_CASE("property: what is paid, given back and left always makes up what is due, and a refund mirrors it")
{
    CHECK(rc::check([] {
        const auto total = *rc::gen::inRange<std::int64_t>(0, 100'000);
        PricingRules rules;
        rules.cashStep = cents(*rc::gen::element<std::int64_t>(0, 1, 5, 10, 50, 100));
        rules.cashTies = *rc::gen::element(CashTies::AwayFromZero, CashTies::TowardZero);
        std::vector<TenderPaid> tenders;
        std::vector<TenderPaid> mirrored;
        for (const auto amount :
            *rc::gen::container<std::vector<std::int64_t>>(rc::gen::inRange<std::int64_t>(0, 60'000))) {
            const auto tenderClass = *rc::gen::element(TenderClass::Cash, TenderClass::Other);
            tenders.push_back({tenderClass, cents(amount)});
            mirrored.push_back({tenderClass, cents(-amount)});
        }
        const auto sale = settle(cents(total), tenders, rules);
        const auto refund = settle(cents(-total), mirrored, rules);
        if (total == 0) return;
        RC_ASSERT(sale.hasValue() == refund.hasValue());
        if (!sale) return;
        RC_ASSERT(sale->due == cents(total) + sale->rounding);
        RC_ASSERT(sale->paid - sale->change + sale->left == sale->due);
        RC_ASSERT(sale->change.isZero() || sale->left.isZero());
        RC_ASSERT(!sale->change.isNegative() && !sale->left.isNegative());
        RC_ASSERT(std::abs(sale->rounding.minor()) * 2 <= std::max<std::int64_t>(rules.cashStep.minor(), 0));
        RC_ASSERT(refund->due == -sale->due);
        RC_ASSERT(refund->change == -sale->change);
        RC_ASSERT(refund->left == -sale->left);
    }));
}
