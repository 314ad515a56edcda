#include "base/rounding.h"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <algorithm>
#include <limits>
#include <numeric>

namespace {

using namespace till;

constexpr auto kMost = std::numeric_limits<std::int64_t>::max();
constexpr auto kLeast = std::numeric_limits<std::int64_t>::min();

Money cents(std::int64_t minor)
{
    return Money::fromMinor(minor);
}

std::vector<Money> moneys(std::initializer_list<std::int64_t> minors)
{
    std::vector<Money> made;
    for (const auto minor : minors) made.push_back(cents(minor));
    return made;
}

std::vector<Money> allocated(std::int64_t total, std::vector<std::int64_t> weights)
{
    return allocate(cents(total), weights);
}

Money sumOf(const std::vector<Money>& parts)
{
    return std::accumulate(parts.begin(), parts.end(), Money{});
}

} // namespace

TEST_CASE("half a cent goes away from zero, on both sides")
{
    CHECK(multiplyAndRound(5, 1, 2) == 3);
    CHECK(multiplyAndRound(-5, 1, 2) == -3);
    CHECK(multiplyAndRound(4, 1, 3) == 1);
    CHECK(multiplyAndRound(5, 1, 3) == 2);
    CHECK(multiplyAndRound(5, -1, 3) == -2);
    CHECK(multiplyAndRound(0, 7, 3) == 0);
}

TEST_CASE("a product may leave 64 bits as long as the result comes back into them")
{
    CHECK(multiplyAndRound(kMost, kMost, kMost) == kMost);
    CHECK(multiplyAndRound(kLeast, kMost, kMost) == kLeast);
    CHECK(multiplyAndRound(kMost, 1, 2) == kMost / 2 + 1);
    CHECK(multiplyAndRound(kMost / 2 + 1, 1, kMost) == 1);
    CHECK_THROWS_AS(multiplyAndRound(kMost, 2, 1), NumberOverflow);
}

TEST_CASE("property: rounding is the nearest, whatever the size of the figures")
{
    CHECK(rc::check([](std::int64_t value, std::int64_t numerator) {
        const auto denominator = *rc::gen::positive<std::int64_t>();
        const Wide product = Wide{value} * numerator;
        const Wide quotient = product / denominator;
        if (quotient > kMost - 1 || quotient < kLeast + 1) return;
        const Wide error = Wide{multiplyAndRound(value, numerator, denominator)} * denominator - product;
        RC_ASSERT((error < 0 ? -error : error) * 2 <= denominator);
    }));
}

TEST_CASE("a line costs its price times its quantity, to the cent")
{
    CHECK(lineAmount(UnitPrice::fromHundredths(350), Quantity::fromWhole(1)) == cents(4));
    CHECK(lineAmount(UnitPrice::fromHundredths(350), Quantity::fromWhole(-1)) == cents(-4));
    CHECK(lineAmount(UnitPrice::fromHundredths(350), Quantity::fromWhole(100)) == cents(350));
    CHECK(lineAmount(UnitPrice::fromHundredths(29'900), Quantity::fromThousandths(1'255)) == cents(375));
}

TEST_CASE("the tax inside a price and the tax on top of it agree")
{
    CHECK(includedTax(cents(1200), Rate::fromPercent(20)) == cents(200));
    CHECK(shareOf(cents(1000), Rate::fromPercent(20)) == cents(200));
    CHECK(includedTax(cents(-277), Rate::fromPercent(20)) == cents(-46));
    CHECK(includedTax(cents(277), Rate{}) == cents(0));
}

TEST_CASE("the price of one is the amount over the quantity, to a hundredth of a cent")
{
    CHECK(unitPriceOf(cents(1000), Quantity::fromWhole(3)).hundredths() == 33'333);
    CHECK(unitPriceOf(cents(-1000), Quantity::fromWhole(-3)).hundredths() == 33'333);
    CHECK(unitPriceOf(cents(375), Quantity::fromThousandths(1'255)).hundredths() == 29'880);
}

TEST_CASE("what is allocated is the whole, the odd cents to the largest remainder and then the first")
{
    CHECK(allocated(100, {1, 1, 1}) == moneys({34, 33, 33}));
    CHECK(allocated(-100, {1, 1, 1}) == moneys({-34, -33, -33}));
    CHECK(allocated(5, {1, 2, 3}) == moneys({1, 2, 2}));
    CHECK(allocated(100, {-1, -3}) == moneys({25, 75}));
    CHECK(allocated(7, {0, 0}) == moneys({7, 0}));
    CHECK(allocated(0, {}) == moneys({}));
    CHECK(allocated(1, {0, 5, 0}) == moneys({0, 1, 0}));
    CHECK(allocated(kMost, {kMost, kMost}) == moneys({kMost / 2 + 1, kMost / 2}));
    CHECK(allocated(kLeast, {1}) == moneys({kLeast}));
}

TEST_CASE("property: allocated parts sum to the whole, lie within a cent of their share and mirror")
{
    CHECK(rc::check([](std::int64_t total) {
        const auto weights = *rc::gen::nonEmpty(
            rc::gen::container<std::vector<std::int64_t>>(rc::gen::inRange<std::int64_t>(0, 100'000)));
        if (total == kLeast) return;
        const auto parts = allocated(total, weights);
        RC_ASSERT(sumOf(parts) == cents(total));
        const Wide sum = std::accumulate(weights.begin(), weights.end(), std::int64_t{0});
        if (sum > 0) {
            for (std::size_t i = 0; i < parts.size(); ++i) {
                const Wide error = parts[i].minor() * sum - Wide{total} * weights[i];
                RC_ASSERT(error < sum && -error < sum);
            }
        }
        auto mirrored = allocated(-total, weights);
        for (auto& part : mirrored) part = -part;
        RC_ASSERT(mirrored == parts);
    }));
}

TEST_CASE("amounts of both signs each keep their own share of a rounded sum")
{
    const auto tenth = [](std::int64_t total, std::initializer_list<std::int64_t> amounts) {
        return allocateNear(cents(total), moneys(amounts), 1, 10);
    };
    CHECK(tenth(0, {100, -100}) == moneys({10, -10}));
    CHECK(tenth(0, {}) == moneys({}));
    CHECK(tenth(10, {33, 33, 33}) == moneys({4, 3, 3}));
    CHECK(tenth(2, {0, 15, 0}) == moneys({0, 2, 0}));
    CHECK(tenth(3, {0, 0}) == moneys({3, 0}));
}

TEST_CASE("where the sum is nothing, the first amount tells which side is the mirror")
{
    CHECK(allocateNear(cents(0), moneys({5, -5}), 1, 2) == moneys({3, -3}));
    CHECK(allocateNear(cents(0), moneys({-5, 5}), 1, 2) == moneys({-3, 3}));
    CHECK(allocateNear(cents(0), moneys({0, -5, 5}), 1, 2) == moneys({0, -3, 3}));
}

TEST_CASE("property: near allocation sums to its total, within a cent of each product")
{
    CHECK(rc::check([] {
        const auto minors = *rc::gen::nonEmpty(
            rc::gen::container<std::vector<std::int64_t>>(rc::gen::inRange<std::int64_t>(-100'000, 100'000)));
        const auto numerator = *rc::gen::inRange<std::int64_t>(0, 1'000'001);
        std::vector<Money> amounts;
        std::vector<Money> negated;
        for (const auto minor : minors) amounts.push_back(cents(minor));
        for (const auto minor : minors) negated.push_back(cents(-minor));
        const auto total = shareOf(sumOf(amounts), Rate::fromPartsPerMillion(numerator));
        const auto parts = allocateNear(total, amounts, numerator, 1'000'000);
        RC_ASSERT(sumOf(parts) == total);
        for (std::size_t i = 0; i < parts.size(); ++i) {
            const auto error = parts[i].minor() * 1'000'000 - minors[i] * numerator;
            RC_ASSERT(std::abs(error) < 1'000'000);
        }
        auto mirrored = allocateNear(-total, negated, numerator, 1'000'000);
        for (auto& part : mirrored) part = -part;
        RC_ASSERT(mirrored == parts);
    }));
}

TEST_CASE("cash meets the nearest coin, a tie going the country's way")
{
    const auto five = cents(5);
    CHECK(roundCash(cents(277), five) == cents(275));
    CHECK(roundCash(cents(278), five) == cents(280));
    CHECK(roundCash(cents(-278), five) == cents(-280));
    CHECK(roundCash(cents(25), cents(10)) == cents(30));
    CHECK(roundCash(cents(-25), cents(10)) == cents(-30));
    CHECK(roundCash(cents(25), cents(10), CashTies::TowardZero) == cents(20));
    CHECK(roundCash(cents(-25), cents(10), CashTies::TowardZero) == cents(-20));
    CHECK(roundCash(cents(26), cents(10), CashTies::TowardZero) == cents(30));
    CHECK(roundCash(cents(277), cents(1)) == cents(277));
    CHECK(roundCash(cents(277), cents(0)) == cents(277));
    CHECK_THROWS_AS(roundCash(cents(kMost), cents(10)), NumberOverflow);
}
