#include "counter.h"
#include "heard_sounds.h"

#include "services/catalog_service.h"
#include "services/checkout_service.h"
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
    press(Qt::Key_F6);
    press(Qt::Key_F6); // held, without them: the next customer comes
    scan(u"COF"_s);
    scale.answer("S S    846.00 g\r\n");
    CHECK_FALSE(waitUntil([&] { return rows().size() > 1; }, 300));
    CHECK(rows().size() == 1);
}

TEST_CASE_METHOD(CounterWithScale, "a step back says what is left on the scale")
{
    const ScaleNearby scale{"SI\r\n", {"S D    700.00 g\r\n"}};
    plugIn(scale);
    scan(u"TOM"_s);
    const HeardSounds heard;
    press(Qt::Key_Escape);
    CHECK(heard.count(Sound::Blocked) == 1);
    CHECK(noteWords() == u"Tomatoes was not weighed and is not in the sale."_s);
    press(Qt::Key_Escape);
    CHECK(heard.count(Sound::Blocked) == 1);
}

TEST_CASE_METHOD(CounterWithScale, "goods touched while others are weighed take their place, which is said")
{
    addWeighed("Apples", 350, "APP");
    const ScaleNearby scale{"SI\r\n", {"S D    700.00 g\r\n"}};
    plugIn(scale);
    scan(u"TOM"_s);
    const HeardSounds heard;
    scan(u"TOM"_s); // the same again: nothing is lost
    CHECK(heard.count(Sound::Blocked) == 0);
    scan(u"APP"_s);
    CHECK(heard.count(Sound::Blocked) == 1);
    CHECK(noteWords().startsWith(u"Apples is being weighed"_s));
    CHECK(noteWords().contains(u"Tomatoes was not weighed"_s));
    scale.answer("S S    846.00 g\r\n");
    REQUIRE(waitUntil([&] { return rows().size() == 1; }));
    CHECK(rows().front().startsWith(u"0,846 Apples"_s));
}

TEST_CASE_METHOD(
    CounterWithScale, "while goods are weighed the sale is paid, held or left on the second press")
{
    const ScaleNearby scale{"SI\r\n", {"S D    700.00 g\r\n"}};
    plugIn(scale);
    const auto [key, modifiers] = GENERATE(std::pair{Qt::Key_F12, Qt::NoModifier},
        std::pair{Qt::Key_F6, Qt::NoModifier}, std::pair{Qt::Key_T, Qt::ControlModifier});
    CAPTURE(key);
    scan(u"BAG"_s);
    scan(u"TOM"_s);
    const HeardSounds heard;
    press(key, modifiers);
    CHECK(noteWords().startsWith(u"Tomatoes is still on the scale"_s));
    CHECK(heard.count(Sound::Blocked) == 1);
    CHECK(rows() == QStringList{u"1 Baguette 1,80"_s});
    CHECK_FALSE(shop().checkout().last(shop().facts().till));
    press(key, modifiers);
    CHECK(page->frame().cart().isShowingPaid() == (key == Qt::Key_F12));
    CHECK((key == Qt::Key_F12 || rows().isEmpty()));
    CHECK(heard.count(Sound::Blocked) == 2);
    CHECK(noteWords() == u"Tomatoes was not weighed and is not in the sale."_s);
}

TEST_CASE_METHOD(
    CounterWithScale, "a key that waited for the scale is asked no more when the weight is there")
{
    const ScaleNearby scale{"SI\r\n", {"S D    700.00 g\r\n"}};
    plugIn(scale);
    scan(u"TOM"_s);
    press(Qt::Key_F12);
    CHECK(noteWords().contains(u"still on the scale"_s));
    scale.answer("S S    846.00 g\r\n");
    REQUIRE(waitUntil([&] { return rows().size() == 1; }));
    press(Qt::Key_F12);
    CHECK(page->frame().cart().isShowingPaid());
}

TEST_CASE_METHOD(CounterWithScale, "goods weighed before any sale do not come into one that is taken up")
{
    const ScaleNearby scale{"SI\r\n", {"S D    700.00 g\r\n"}};
    plugIn(scale);
    scan(u"BAG"_s);
    press(Qt::Key_F6);
    scan(u"TOM"_s);
    const auto waiting = shop().carts().held(shop().facts().till);
    REQUIRE(shop().carts().recall(owner(), waiting.front().id));
    scale.answer("S S    846.00 g\r\n");
    CHECK_FALSE(waitUntil([&] { return rows().size() > 1; }, 300));
    CHECK(rows() == QStringList{u"1 Baguette 1,80"_s});
}
