#include "counter.h"

#include "services/catalog_service.h"
#include "services/setting_service.h"
#include "support/scale_nearby.h"

#include <catch2/catch.hpp>

using namespace till;
using namespace till::test;
using namespace Qt::StringLiterals;

namespace {

struct CounterWithScale : Counter {
    void plugIn(const ScaleNearby& scale)
    {
        REQUIRE(shop().settings().set(shop().owner(), "scale.address", "mt-sics:" + scale.file()));
    }
};

} // namespace

TEST_CASE_METHOD(CounterWithScale, "goods by weight are put on the scale, and take what it says at rest")
{
    const ScaleNearby scale{"SI\r\n", {"S D    700.00 g\r\n", "S S    846.00 g\r\n"}};
    plugIn(scale);
    scan(u"TOM"_s);
    REQUIRE(waitUntil([&] { return rows().size() == 1; }));
    CHECK(rows().front().startsWith(u"0,846 Tomatoes"_s));
}

TEST_CASE_METHOD(
    CounterWithScale, "the container of goods is not paid for, and alone on the scale it is nothing")
{
    SellingRules rules;
    rules.tare = Quantity::fromThousandths(20);
    const auto tomatoes = shop().catalog().findByCode("TOM");
    REQUIRE(tomatoes);
    REQUIRE(shop().catalog().setSellingRules(shop().owner(), tomatoes->id, rules));
    const ScaleNearby scale{"SI\r\n", {"S S    866.00 g\r\n", "S S     20.00 g\r\n"}};
    plugIn(scale);
    scan(u"TOM"_s);
    REQUIRE(waitUntil([&] { return rows().size() == 1; }));
    CHECK(rows().front().startsWith(u"0,846 Tomatoes"_s));
    CHECK(noteWords().contains(u"0,866 on the scale, less 0,020 for the container"_s));
    scan(u"TOM"_s);
    REQUIRE(waitUntil([&] { return noteWords().contains(u"Nothing lies on the scale"_s); }));
    CHECK(rows().size() == 1);
}

TEST_CASE_METHOD(CounterWithScale, "the queue goes on while goods are weighed")
{
    const ScaleNearby scale{"SI\r\n", {"S D    700.00 g\r\n", "S D    700.00 g\r\n", "S S    846.00 g\r\n"}};
    plugIn(scale);
    scan(u"TOM"_s);
    scan(u"BAG"_s);
    CHECK(rows().size() == 1);
    REQUIRE(waitUntil([&] { return rows().size() == 2; }));
    CHECK(rows().filter(u"Tomatoes"_s).size() == 1);
}

TEST_CASE_METHOD(CounterWithScale, "an empty scale sells nothing and says so")
{
    const ScaleNearby scale{"SI\r\n", {"S S      0.00 g\r\n"}};
    plugIn(scale);
    scan(u"TOM"_s);
    REQUIRE(waitUntil([&] { return noteWords().contains(u"Nothing lies on the scale"_s); }));
    CHECK(rows().isEmpty());
}

TEST_CASE_METHOD(CounterWithScale, "a step back leaves the goods where they are")
{
    const ScaleNearby scale{"SI\r\n", {"S D    700.00 g\r\n"}};
    plugIn(scale);
    scan(u"TOM"_s);
    press(Qt::Key_Escape);
    scan(u"BAG"_s);
    press(Qt::Key_F12);
    CHECK(rows().isEmpty());
    CHECK_FALSE(noteWords().contains(u"scale"_s));
}

TEST_CASE_METHOD(Counter, "without a scale the weight is asked for and typed, and a code is no weight")
{
    scan(u"TOM"_s);
    CHECK(noteWords().contains(u"Type the weight"_s));
    scan(u"0,846"_s);
    REQUIRE(rows().size() == 1);
    CHECK(rows().front().startsWith(u"0,846 Tomatoes"_s));
    scan(u"TOM"_s);
    scan(u"BAG"_s);
    CHECK(rows().size() == 2);
    CHECK(rows().filter(u"Tomatoes"_s).size() == 1);
}

TEST_CASE_METHOD(CounterWithScale, "goods that are weighed for one customer are never in the next one's sale")
{
    const ScaleNearby scale{"SI\r\n", {"S D    700.00 g\r\n"}};
    plugIn(scale);
    scan(u"BAG"_s);
    scan(u"TOM"_s);
    press(Qt::Key_F6); // held: the next customer comes
    scan(u"COF"_s);
    scale.answer("S S    846.00 g\r\n");
    CHECK_FALSE(waitUntil([&] { return rows().size() > 1; }, 300));
    CHECK(rows().size() == 1);
}
