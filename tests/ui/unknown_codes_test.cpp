// Codes nobody knows belong to the sale they were scanned in, and none of them is forgotten silently.

#include "counter.h"
#include "heard_sounds.h"

#include "services/cart_service.h"
#include "services/catalog_service.h"
#include "services/checkout_service.h"
#include "ui/sell/item_field.h"

#include <QLineEdit>
#include <catch2/catch.hpp>

using namespace till;
using namespace till::test;
using namespace Qt::StringLiterals;

namespace {

struct Codes : Counter {
    Codes() { beer = addProduct("Beer", 150, "BEER", "A", 80); }
    bool isOffered() { return page->frame().left() == SellFrame::Left::Page; }
    bool waits() { return button("codesWaiting").isVisible(); }
    bool isSold() { return shop().checkout().last(shop().facts().till).has_value(); }
    std::optional<PricedCart> cart() { return shop().carts().current(shop().facts().till); }
    void click(const char* name)
    {
        QTest::mouseClick(&childNamed(*page, QString::fromLatin1(name)), Qt::LeftButton);
        settle();
    }
    void change(ProductId id, const std::function<void(ProductDraft&)>& how)
    {
        const auto details = shop().catalog().details(id);
        auto draft = details->fields;
        how(draft);
        REQUIRE(shop().catalog().change(owner(), id, details->revision, draft));
    }
    /// What is offered is one more code of the product of that name.
    void attachTo(const QString& name)
    {
        child<QLineEdit>(*page, "attachSearch").setFocus();
        type(name);
        press(Qt::Key_Return);
    }
    ProductId beer;
};

} // namespace

TEST_CASE_METHOD(
    Codes, "an empty form is asked about before the sale is paid, and the same key leaves it out")
{
    scan(u"BAG"_s);
    scan(u"4006381333931"_s);
    scanAnywhere(u"3017620422003"_s);
    REQUIRE(waits());
    HeardSounds heard;
    press(Qt::Key_F12);
    CHECK(noteWords().contains(u"2 code(s) nobody knows wait"_s));
    CHECK(isOffered());
    CHECK_FALSE(isSold());
    press(Qt::Key_F11); // another key is no answer
    CHECK_FALSE(isSold());
    press(Qt::Key_F12);
    CHECK_FALSE(isSold());
    CHECK(heard.count(Sound::Blocked) == 3);
    press(Qt::Key_F12);
    CHECK(isSold());
    CHECK(heard.count(Sound::Blocked) == 4);
    CHECK(noteWords().contains(u"2 code(s) nobody knows were left out"_s));
    CHECK_FALSE(waits());
    CHECK(page->frame().left() == SellFrame::Left::Tiles);
    scan(u"COF"_s);
    press(Qt::Key_F12);
    CHECK(shop().checkout().last(shop().facts().till)->number == "A-000002");
    verify();
}

TEST_CASE_METHOD(Codes, "what is typed or scanned after the question asks it anew")
{
    scan(u"BAG"_s);
    scan(u"4006381333931"_s);
    page->frame().field().edit()->setFocus();
    type(u"5"_s);
    press(Qt::Key_F12);
    CHECK_FALSE(isSold());
    scanAnywhere(u"3017620422003"_s);
    press(Qt::Key_F12);
    CHECK_FALSE(isSold());
    CHECK(noteWords().contains(u"2 code(s)"_s));
    press(Qt::Key_F12);
    REQUIRE(isSold());
    CHECK(shop().checkout().last(shop().facts().till)->change == Money::fromMinor(320)); // of the 5 typed
}

TEST_CASE_METHOD(Codes, "a finger answers by the same button, or by the one that stands beside the question")
{
    scan(u"BAG"_s);
    scan(u"4006381333931"_s);
    click("payCash");
    CHECK_FALSE(isSold());
    click("payCard");
    CHECK_FALSE(isSold());
    click("payCard");
    CHECK(isSold());
    scan(u"BAG"_s);
    scan(u"4006381333931"_s);
    click("payCash");
    click("noteAction");
    CHECK_FALSE(isOffered());
    CHECK(rows() == QStringList{u"1 Baguette 1,80"_s});
    click("payCash");
    CHECK(shop().checkout().last(shop().facts().till)->number == "A-000002");
}

TEST_CASE_METHOD(Codes, "no way to another sale takes codes along that nobody knows")
{
    scan(u"COF"_s);
    press(Qt::Key_F6); // waits
    scan(u"BAG"_s);
    press(Qt::Key_T, Qt::ControlModifier); // stands beside
    const auto [key, modifiers] =
        GENERATE(std::pair{Qt::Key_F6, Qt::NoModifier}, std::pair{Qt::Key_F7, Qt::NoModifier},
            std::pair{Qt::Key_T, Qt::ControlModifier}, std::pair{Qt::Key_Tab, Qt::ControlModifier});
    CAPTURE(key);
    scan(u"BEER"_s);
    const auto sale = cart()->cart.id;
    scan(u"4006381333931"_s);
    scanAnywhere(u"3017620422003"_s);
    press(key, modifiers);
    CHECK(noteWords().contains(u"2 code(s) nobody knows wait"_s));
    REQUIRE(cart());
    CHECK(cart()->cart.id == sale);
    CHECK(isOffered());
    HeardSounds heard;
    press(key, modifiers);
    CHECK((!cart() || cart()->cart.id != sale));
    CHECK_FALSE(isOffered());
    CHECK_FALSE(waits());
    CHECK(heard.count(Sound::Blocked) == 1);
}

TEST_CASE_METHOD(Codes, "codes of a sale that is only beginning do not come into the one that is taken up")
{
    scan(u"COF"_s);
    press(Qt::Key_F6);
    scan(u"4006381333931"_s);
    press(Qt::Key_F7);
    CHECK(noteWords().contains(u"1 code(s) nobody knows wait"_s));
    CHECK(rows().isEmpty());
    press(Qt::Key_F7);
    CHECK(rows() == QStringList{u"1 Coffee 2,40"_s});
    CHECK_FALSE(isOffered());
}

TEST_CASE_METHOD(Codes, "a half filled form is kept, whatever leads to another sale")
{
    scan(u"COF"_s);
    press(Qt::Key_F6);
    scan(u"BAG"_s);
    scan(u"4006381333931"_s);
    type(u"Pen"_s);
    for (int again = 0; again < 2; ++again) {
        press(Qt::Key_F7);
        press(Qt::Key_T, Qt::ControlModifier);
        press(Qt::Key_F6);
        CHECK(noteWords().contains(u"half filled in"_s));
        CHECK(isOffered());
        CHECK(child<QLineEdit>(*page, "newProductName").text() == u"Pen");
        CHECK(rows() == QStringList{u"1 Baguette 1,80"_s});
    }
}

TEST_CASE_METHOD(Codes, "codes that wait go with their sale, also when it ends or goes by another hand")
{
    scan(u"BAG"_s);
    scan(u"4006381333931"_s);
    scanAnywhere(u"3017620422003"_s);
    press(Qt::Key_F2); // the tiles: one waits still
    REQUIRE(waits());
    const auto id = cart()->cart.id;
    HeardSounds heard;
    const auto how = GENERATE(0, 1, 2);
    CAPTURE(how);
    if (how == 0) {
        const auto* cash = shop().checkout().tenderType("cash");
        REQUIRE(shop().checkout().finish(shop().owner(), id, {{cash->id, {}, {}}}));
    } else if (how == 1) {
        REQUIRE(shop().carts().abandon(owner(), id, "Training"));
    } else {
        REQUIRE(shop().carts().hold(owner(), id));
    }
    settle();
    CHECK_FALSE(waits());
    CHECK(heard.count(Sound::Blocked) == 1);
    CHECK(noteWords().contains(u"1 code(s) nobody knows were left out"_s));
}

TEST_CASE_METHOD(Codes, "what is done to the sale itself needs no answer about codes that wait")
{
    scan(u"BAG"_s);
    scan(u"4006381333931"_s);
    scanAnywhere(u"3017620422003"_s);
    press(Qt::Key_F2);
    press(Qt::Key_N, Qt::ControlModifier);
    REQUIRE(childNamed(*page, u"notePage"_s).isVisible());
    type(u"fresh"_s);
    press(Qt::Key_Return);
    CHECK(rows().last() == u"fresh");
    CHECK(waits());
}

TEST_CASE_METHOD(
    Codes, "goods that are refused after their form stop the codes that wait, and the reason stays")
{
    ProductDraft unpriced;
    unpriced.name = "Calendar";
    unpriced.taxClass = shop().catalog().taxes().match("A", shop().now().businessDay);
    REQUIRE(shop().catalog().add(owner(), unpriced));
    scan(u"4006381333931"_s);
    scanAnywhere(u"3017620422003"_s);
    attachTo(u"calendar"_s);
    CHECK(noteWords().contains(u"price"_s));
    CHECK(page->frame().left() == SellFrame::Left::Tiles);
    CHECK(waits());
    CHECK(rows().isEmpty());
    click("codesWaiting");
    CHECK(isOffered());
    CHECK_FALSE(waits());
}

TEST_CASE_METHOD(
    Codes, "goods of an open price are asked for it behind their form, and the codes wait meanwhile")
{
    change(beer, [](ProductDraft& draft) { draft.openPrice = true; });
    scan(u"4006381333931"_s);
    scanAnywhere(u"4006381333931"_s); // another one
    scanAnywhere(u"3017620422003"_s);
    attachTo(u"beer"_s);
    CHECK(noteWords().contains(u"open price"_s));
    CHECK(page->frame().left() == SellFrame::Left::Tiles);
    type(u"3"_s);
    press(Qt::Key_Return);
    CHECK(rows() == QStringList{u"1 Beer 3,00"_s});
    CHECK(button("codesWaiting").text() == u"2 code(s) wait");
    click("codesWaiting");
    CHECK(noteWords().contains(u"open price"_s)); // the second one
    type(u"4"_s);
    press(Qt::Key_Return);
    CHECK(rows() == QStringList{u"1 Beer 3,00"_s, u"1 Beer 4,00"_s});
    click("codesWaiting");
    CHECK(isOffered());
}

TEST_CASE_METHOD(Codes, "goods by weight without a scale are asked for their weight behind the form")
{
    scan(u"4006381333931"_s);
    attachTo(u"tomatoes"_s);
    CHECK(noteWords().contains(u"Type the weight"_s));
    type(u"0,5"_s);
    press(Qt::Key_Return);
    REQUIRE(rows().size() == 1);
    CHECK(rows().front().startsWith(u"0,500 Tomatoes"_s));
}

TEST_CASE_METHOD(Codes, "a price check is over when it was told that nobody knows the code")
{
    press(Qt::Key_F9);
    scan(u"3017620422003"_s);
    CHECK(noteWords().contains(u"not in your products yet"_s));
    scanAnywhere(u"BEER"_s);
    CHECK(rows() == QStringList{u"1 Beer 1,50"_s});
}

TEST_CASE_METHOD(Codes, "what stops the payment is read though codes were left out for it")
{
    scan(u"4006381333931"_s);
    press(Qt::Key_F12);
    CHECK(noteWords().contains(u"1 code(s) nobody knows wait"_s));
    HeardSounds heard;
    press(Qt::Key_F12); // nothing was rung up
    CHECK_FALSE(isOffered());
    CHECK(heard.count(Sound::Blocked) == 2);
    CHECK_FALSE(noteWords().contains(u"left out"_s));
}
