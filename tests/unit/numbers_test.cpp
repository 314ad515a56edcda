#include "base/ids.h"
#include "base/numbers.h"
#include "base/result.h"

#include <catch2/catch.hpp>

#include <limits>
#include <type_traits>

namespace {

using namespace till;

constexpr auto kMost = std::numeric_limits<std::int64_t>::max();
constexpr auto kLeast = std::numeric_limits<std::int64_t>::min();

template <typename A, typename B>
concept Addable = requires(A a, B b) { a + b; };
template <typename A, typename B>
concept Comparable = requires(A a, B b) { a < b; };

} // namespace

TEST_CASE("money adds, subtracts, multiplies by a count, and compares")
{
    auto sum = Money::fromMinor(250) + Money::fromMinor(-100);
    CHECK(sum == Money::fromMinor(150));
    CHECK(sum * 3 == Money::fromMinor(450));
    CHECK(-sum == Money::fromMinor(-150));
    CHECK(Money::fromMinor(-1) < Money{});
    sum += Money::fromMinor(1);
    sum -= Money::fromMinor(2);
    CHECK(sum.minor() == 149);
    CHECK(sum.isPositive());
    CHECK_FALSE(sum.isNegative());
    CHECK(Money{}.isZero());
}

TEST_CASE("what does not fit is thrown, never wrapped")
{
    CHECK_THROWS_AS(Money::fromMinor(kMost) + Money::fromMinor(1), NumberOverflow);
    CHECK_THROWS_AS(Money::fromMinor(kLeast) - Money::fromMinor(1), NumberOverflow);
    CHECK_THROWS_AS(-Money::fromMinor(kLeast), NumberOverflow);
    CHECK_THROWS_AS(Money::fromMinor(kMost) * 2, NumberOverflow);
    CHECK_THROWS_AS(UnitPrice::fromMoney(Money::fromMinor(kMost)), NumberOverflow);
    CHECK_THROWS_AS(Quantity::fromWhole(kMost / 10), NumberOverflow);
    CHECK_THROWS_AS(Rate::fromPercent(kMost / 10), NumberOverflow);
    CHECK_THROWS_AS(narrow(Wide{kMost} + 1), NumberOverflow);
    CHECK(narrow(Wide{kLeast}) == kLeast);
    auto sum = Money::fromMinor(kMost);
    CHECK_THROWS_AS(sum += Money::fromMinor(1), NumberOverflow);
    CHECK(sum.minor() == kMost);
}

TEST_CASE("kinds of number do not mix, and none comes from a double")
{
    STATIC_REQUIRE(Addable<Money, Money>);
    STATIC_REQUIRE_FALSE(Addable<Money, Quantity>);
    STATIC_REQUIRE_FALSE(Addable<Money, UnitPrice>);
    STATIC_REQUIRE_FALSE(Addable<Money, int>);
    STATIC_REQUIRE_FALSE(Comparable<Money, Rate>);
    STATIC_REQUIRE_FALSE(std::is_constructible_v<Money, double>);
    STATIC_REQUIRE_FALSE(std::is_convertible_v<std::int64_t, Money>);
    STATIC_REQUIRE_FALSE(std::is_convertible_v<Money, double>);
    STATIC_REQUIRE_FALSE(std::is_convertible_v<ProductId, CartId>);
}

TEST_CASE("units are what they say")
{
    CHECK(UnitPrice::fromMoney(Money::fromMinor(199)).hundredths() == 19'900);
    CHECK(Quantity::fromWhole(3).thousandths() == 3'000);
    CHECK(Quantity::fromThousandths(-2'000).isWhole());
    CHECK_FALSE(Quantity::fromThousandths(1'250).isWhole());
    CHECK(Rate::fromPercent(20).partsPerMillion() == 200'000);
    CHECK(Rate::whole() == Rate::fromPercent(100));
}

TEST_CASE("an id of zero is none yet")
{
    CHECK_FALSE(ProductId{});
    CHECK(ProductId{7});
    CHECK(ProductId{7} < ProductId{8});
}

TEST_CASE("a result holds its value or the reason")
{
    const Result<int> good{7};
    REQUIRE(good);
    CHECK(*good == 7);
    CHECK(good.value() == 7);

    const Result<std::string> bad = Error{ErrorCode::CodeTaken, "4006381333931"};
    REQUIRE_FALSE(bad);
    CHECK(bad.error().code == ErrorCode::CodeTaken);
    CHECK(bad.error().detail == "4006381333931");
    CHECK(toText(bad.error().code) == "CodeTaken");

    CHECK(Result<>{});
    const Result<> refused = Error{ErrorCode::CartIsEmpty};
    CHECK_FALSE(refused);
    CHECK_FALSE(refused.hasValue());
}

TEST_CASE("a result gives away what it holds without copying")
{
    Result<std::unique_ptr<int>> result{std::make_unique<int>(7)};
    CHECK(*result->get() == 7);
    const auto taken = std::move(result).value();
    CHECK(*taken == 7);
}
