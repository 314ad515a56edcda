// A scan is a code and never an answer: pages where a digit picks something, and pages that ask for a code.

#include "counter.h"
#include "heard_sounds.h"
#include "key_hands.h"

#include "services/customer_service.h"
#include "services/promotion_service.h"
#include "services/setting_service.h"
#include "ui/scan/scan_filter.h"
#include "ui/sell/action_row.h"

#include <QLineEdit>
#include <catch2/catch.hpp>

using namespace till;
using namespace till::test;
using namespace Qt::StringLiterals;

namespace {

/// Goods whose codes begin with digits, and two customers.
struct Digits : Counter {
    Digits()
    {
        ScanFilter::instance().setRules({});
        addProduct("One", 100, "1000001");
        addProduct("Two", 200, "2-00002");
        addProduct("Four", 400, "4006381333931");
        REQUIRE(shop().customers().add(owner(), "K-17", "Anna Weber"));
        REQUIRE(shop().customers().add(owner(), "K-18", "Bert Weber"));
    }
    ~Digits() { ScanFilter::instance().setRules({}); }
    bool shows(const char* name)
    {
        auto* shown = page->findChild<QWidget*>(QString::fromLatin1(name));
        return shown != nullptr && shown->isVisible();
    }
    QString customer() { return button("saleCustomer").text(); }
    QString text(const char* field) { return child<QLineEdit>(*page, field).text(); }
    void set(const char* key, const char* value) { REQUIRE(shop().settings().set(owner(), key, value)); }
    void touch(const char* name)
    {
        QTest::mouseClick(&childNamed(*page, QString::fromLatin1(name)), Qt::LeftButton);
        settle();
    }
    void act(const char* name)
    {
        Q_EMIT page->frame().actions().triggered(QString::fromLatin1(name));
        settle();
    }
    KeyHands hands;
};

} // namespace

TEST_CASE_METHOD(Digits, "a scan gives no sale up: its first digit is no reason, a typed digit is one")
{
    scan(u"BAG"_s);
    press(Qt::Key_Delete, Qt::ControlModifier | Qt::ShiftModifier);
    REQUIRE(shows("abandonReason"));
    for (const auto& code : {u"4006381333931"_s, u"1000001"_s, u"2-00002"_s}) hands.scan(code);
    CHECK(shows("abandonReason"));
    CHECK(text("abandonReasonField").isEmpty());
    CHECK(rows() == QStringList{u"1 Baguette 1,80"_s, u"1 Four 4,00"_s, u"1 One 1,00"_s, u"1 Two 2,00"_s});
    hands.press(Qt::Key_4);
    CHECK(waitUntil([&] { return rows().isEmpty(); }, 5'000));
    CHECK_FALSE(shows("abandonReason"));
}

TEST_CASE_METHOD(Digits, "a digit that begins another reason's text, or an answer, is there as it was typed")
{
    scan(u"BAG"_s);
    press(Qt::Key_Delete, Qt::ControlModifier | Qt::ShiftModifier);
    hands.type(u"a 4"_s);
    CHECK(text("abandonReasonField") == u"a 4"); // at once: nothing waits in a field with text
    CHECK(shows("abandonReason"));
}

TEST_CASE_METHOD(Digits, "a scan gives no reason for a price")
{
    set("sale.price_reason", "on");
    scan(u"COF"_s);
    type(u"2,00"_s);
    press(Qt::Key_F4);
    REQUIRE(shows("priceReason"));
    hands.scan(u"2-00002"_s);
    CHECK(shows("priceReason"));
    CHECK(rows() == QStringList{u"1 Coffee 2,40"_s, u"1 Two 2,00"_s});
    hands.press(Qt::Key_2);
    CHECK(waitUntil([&] { return rows().front() == u"1 Coffee 2,00"; }, 5'000));
}

TEST_CASE_METHOD(Digits, "a scan picks no customer of the list, and no group")
{
    scan(u"BAG"_s);
    press(Qt::Key_F5);
    REQUIRE(shows("customerPage"));
    hands.scan(u"1000001"_s);
    CHECK(shows("customerPage"));
    CHECK(text("customerPageField").isEmpty());
    CHECK(rows() == QStringList{u"1 Baguette 1,80"_s, u"1 One 1,00"_s});
    hands.press(Qt::Key_1);
    REQUIRE(waitUntil([&] { return customer() == u"Anna Weber"; }, 5'000));
    REQUIRE(shop().promotions().groupNamed(owner(), "Staff"));
    touch("saleCustomer");
    touch("customerGroup");
    REQUIRE(shows("customerGroupPage"));
    hands.scan(u"1000001"_s);
    CHECK(shows("customerGroupPage"));
    CHECK(shop().promotions().groupOf("K-17").name.empty());
}

TEST_CASE_METHOD(Digits, "a scan opens no drawer and takes no sale up again")
{
    press(Qt::Key_D, Qt::ControlModifier);
    REQUIRE(shows("drawerPage"));
    hands.scan(u"1000001"_s);
    CHECK(shows("drawerPage"));
    press(Qt::Key_Escape);
    press(Qt::Key_F6);
    scan(u"BAG"_s);
    press(Qt::Key_F6);
    press(Qt::Key_F7);
    REQUIRE(shows("heldPage"));
    hands.scan(u"2-00002"_s);
    CHECK(shows("heldPage"));
    CHECK(rows() == QStringList{u"1 Two 2,00"_s});
}

TEST_CASE_METHOD(Digits, "the page that asks for a customer takes the card that is scanned")
{
    scan(u"BAG"_s);
    press(Qt::Key_F5);
    hands.scan(u"K-18"_s);
    CHECK(customer() == u"Bert Weber");
    CHECK(page->frame().left() == SellFrame::Left::Tiles);
    press(Qt::Key_F5);
    hands.scan(u"4006381333931"_s); // goods are rung up beside it
    CHECK(shows("customerPage"));
    CHECK(rows().size() == 2);
    const HeardSounds heard;
    hands.scan(u"K-99"_s); // a card nobody has yet
    CHECK(heard.count(Sound::Unknown) == 1);
    CHECK(shows("customerPage"));
    CHECK(text("customerPageField") == u"K-99");
    CHECK(label("customerPageProblem").contains(u"Nobody has"_s));
    press(Qt::Key_Return);
    CHECK(shows("customerNew"));
}

TEST_CASE_METHOD(Digits, "a printed voucher that is scanned while one is sold becomes its number")
{
    act("sell_voucher");
    REQUIRE(shows("payQuestion"));
    hands.type(u"25"_s);
    hands.scan(u"7000123"_s);
    CHECK(text("payAnswer") == u"25");
    CHECK(text("payAnswerSecond") == u"7000123");
    CHECK(shows("payQuestion"));
    hands.scan(u"4006381333931"_s); // goods are goods
    CHECK(text("payAnswerSecond") == u"7000123");
    CHECK(rows() == QStringList{u"1 Four 4,00"_s});
    hands.press(Qt::Key_Return);
    REQUIRE(rows().size() == 2);
    CHECK(rows().last().contains(u"25,00"_s));
    press(Qt::Key_F12);
    scan(u"COF"_s);
    press(Qt::Key_F11, Qt::ControlModifier);
    REQUIRE(shows("payQuestion"));
    const HeardSounds heard;
    hands.scan(u"7000124"_s); // there is none
    CHECK(heard.count(Sound::Unknown) == 1);
    CHECK(text("payAnswer") == u"7000124");
    CHECK(childNamed(*page, u"payQuestionProblem"_s).isVisible());
    hands.scan(u"7000123"_s);
    CHECK(page->frame().left() == SellFrame::Left::PayParts);
    CHECK(rows() == QStringList{u"1 Coffee 2,40"_s}); // a scan is no decision: a key ends the sale
}
