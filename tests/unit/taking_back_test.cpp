#include "domain/sales/taking_back.h"

#include <catch2/catch.hpp>

using namespace till;

namespace {

BusinessDay day(unsigned month, unsigned date)
{
    return BusinessDay::fromDate(
        std::chrono::year{2026} / std::chrono::month{month} / std::chrono::day{date});
}

} // namespace

TEST_CASE("goods sold on the 1st with 14 days come back until the end of the 15th")
{
    const ReturnWindow fortnight{14};
    CHECK(fortnight.lastDay(day(3, 1)) == day(3, 15));
    CHECK_FALSE(fortnight.isOver(day(3, 1), day(3, 15)));
    CHECK(fortnight.isOver(day(3, 1), day(3, 16)));
    CHECK_FALSE(fortnight.isNever());
}

TEST_CASE("without a number of days goods may always come back, with none never")
{
    const ReturnWindow endless;
    CHECK_FALSE(endless.lastDay(day(3, 1)));
    CHECK_FALSE(endless.isOver(day(3, 1), day(12, 31)));
    CHECK_FALSE(endless.isNever());
    CHECK(ReturnWindow{0}.isNever());
}

TEST_CASE("every state goods come back in has a name of its own that is read again")
{
    using enum ReturnCondition;
    for (const auto condition : {Resell, Damaged, Expired, Supplier})
        CHECK(returnConditionFrom(toText(condition)) == condition);
    CHECK_FALSE(returnConditionFrom("eaten"));
    CHECK_FALSE(returnConditionFrom(""));
}
