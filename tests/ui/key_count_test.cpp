#include "counter.h"
#include "key_hands.h"
#include "shot.h"

#include "services/cart_service.h"
#include "services/catalog_service.h"
#include "services/checkout_service.h"
#include "services/receipt_service.h"
#include "services/setting_service.h"
#include "services/shift_service.h"
#include "support/printer_nearby.h"
#include "ui/app/main_window.h"
#include "ui/keys/key_map.h"
#include "ui/scan/scan_filter.h"
#include "ui/sell/item_field.h"
#include "ui/sound/sounds.h"

#include <QLabel>
#include <QLineEdit>

using namespace till;
using namespace till::test;
using namespace Qt::StringLiterals;

namespace {

/// The real window with goods behind it and its till open, a cashier's hands and a scanner. Each test is a
/// row of the table in checkout-keys.md 5.2; the presses are those after the goods are scanned.
struct TillCounter : ShopFixture {
    TillCounter()
    {
        addProduct("Jam", 590, "3017620422003");
        addProduct("Ham", 350, "4006381333931");
        addProduct("Tea", 1'060, "5449000000996");
        openShift();
        window = std::make_unique<MainWindow>(shop(), QString{});
        layOut(*window, {1366, 768});
        activate(*window);
        window->showPage(u"sell"_s);
        QApplication::processEvents();
    }
    void scanThree() // 20.00
    {
        for (const auto* code : {"3017620422003", "4006381333931", "5449000000996"})
            hands.scan(QString::fromLatin1(code));
        REQUIRE(lines() == 3);
        hands.presses = 0;
    }
    std::optional<PricedCart> cart() { return shop().carts().current(shop().facts().till); }
    std::size_t lines()
    {
        const auto open = cart();
        return open ? open->cart.lines.size() : 0;
    }
    Money total() { return cart()->priced.total; }
    /// The last sale, as it is on record, and nothing open: ready for the next customer.
    FinishedSale sold()
    {
        REQUIRE(lines() == 0);
        const auto last = shop().checkout().last(shop().facts().till);
        REQUIRE(last);
        return *last;
    }
    QLineEdit& field() { return *window->sell().frame().field().edit(); }
    QString note() { return window->sell().frame().note().text(); }
    KeyHands hands;
    std::unique_ptr<MainWindow> window;
};

} // namespace

TEST_CASE_METHOD(TillCounter, "keys: 3 scans, exact cash - 1")
{
    scanThree();
    hands.press(Qt::Key_F12);
    CHECK(hands.presses == 1);
    CHECK(sold().due == Money::fromMinor(2'000));
}

TEST_CASE_METHOD(TillCounter, "keys: cash 20.00 given - 3")
{
    hands.scan(u"4006381333931"_s);
    hands.presses = 0;
    hands.type(u"20"_s);
    hands.press(Qt::Key_F12);
    CHECK(hands.presses == 3);
    CHECK(sold().change == Money::fromMinor(1'650));
}

TEST_CASE_METHOD(TillCounter, "keys: card, recorded - 1")
{
    scanThree();
    hands.press(Qt::Key_F11);
    CHECK(hands.presses == 1);
    CHECK(sold().due == Money::fromMinor(2'000));
}

TEST_CASE_METHOD(TillCounter, "keys: quantity x 5 - 2 before the scan")
{
    hands.type(u"5*"_s);
    hands.scan(u"4006381333931"_s);
    CHECK(hands.presses == 2);
    REQUIRE(lines() == 1);
    CHECK(total() == Money::fromMinor(1'750));
    CHECK(field().text().isEmpty());
}

TEST_CASE_METHOD(TillCounter, "keys: quantity x 5 - 3 after the scan, none when it is scanned five times")
{
    hands.scan(u"4006381333931"_s);
    hands.presses = 0;
    hands.type(u"*5"_s);
    hands.press(Qt::Key_Return);
    CHECK(hands.presses == 3);
    CHECK(total() == Money::fromMinor(1'750));
    for (int i = 0; i < 5; ++i) hands.scan(u"4006381333931"_s);
    CHECK(hands.presses == 3);
    CHECK(total() == Money::fromMinor(3'500));
}

TEST_CASE_METHOD(TillCounter, "keys: price override to 2.50 - 5")
{
    scanThree();
    hands.type(u"2.50"_s);
    hands.press(Qt::Key_F4);
    CHECK(hands.presses == 5);
    CHECK(total() == Money::fromMinor(590 + 350 + 250));
}

TEST_CASE_METHOD(TillCounter, "keys: line discount 10 % - 3")
{
    scanThree();
    hands.type(u"10%"_s);
    CHECK(waitUntil([&] { return total() == Money::fromMinor(2'000 - 106); }, 2'000)); // % waits for a scan
    CHECK(hands.presses == 3);
    CHECK(field().text().isEmpty());
}

TEST_CASE_METHOD(TillCounter, "keys: whole sale 10 % - 4")
{
    scanThree();
    hands.type(u"10"_s);
    hands.press(Qt::Key_Percent, Qt::ControlModifier);
    CHECK(hands.presses == 4);
    CHECK(total() == Money::fromMinor(1'800));
}

TEST_CASE_METHOD(TillCounter, "keys: void last line - 1, and undo")
{
    scanThree();
    hands.press(Qt::Key_Delete);
    CHECK(hands.presses == 1);
    CHECK(lines() == 2);
    hands.press(Qt::Key_Z, Qt::ControlModifier);
    CHECK(lines() == 3);
}

TEST_CASE_METHOD(TillCounter, "keys: hold and recall - 1 and 1")
{
    scanThree();
    hands.press(Qt::Key_F6);
    CHECK(hands.presses == 1);
    CHECK(lines() == 0);
    hands.press(Qt::Key_F7);
    CHECK(hands.presses == 2);
    CHECK(lines() == 3);
}

TEST_CASE_METHOD(TillCounter, "keys: split 15 in cash, the rest by card - 4")
{
    scanThree();
    hands.type(u"15"_s);
    hands.press(Qt::Key_F10);
    hands.press(Qt::Key_F11);
    CHECK(hands.presses == 4);
    CHECK(sold().due == Money::fromMinor(2'000));
}

TEST_CASE_METHOD(TillCounter, "keys: price check - 1 and the scan, nothing is sold")
{
    scanThree();
    hands.press(Qt::Key_F9);
    hands.scan(u"3017620422003"_s);
    CHECK(hands.presses == 1);
    CHECK(lines() == 3);
    CHECK(note().contains(u"5"_s));
    CHECK(note().contains(u"Jam"_s));
    hands.scan(u"3017620422003"_s); // the next one is sold again
    CHECK(total() == Money::fromMinor(2'590));
}

TEST_CASE_METHOD(TillCounter, "keys: unknown code, added and sold - name, Tab, price, Enter")
{
    hands.scan(u"4600702082159"_s);
    hands.presses = 0;
    hands.type(u"Pear"_s);
    hands.press(Qt::Key_Tab);
    hands.type(u"1.20"_s);
    hands.press(Qt::Key_Return);
    CHECK(hands.presses == 4 + 1 + 4 + 1);
    REQUIRE(lines() == 1);
    CHECK(total() == Money::fromMinor(120));
    hands.scan(u"4600702082159"_s); // it is a product now
    CHECK(total() == Money::fromMinor(240));
}

TEST_CASE_METHOD(TillCounter, "keys: refund with receipt, one of several lines - 2")
{
    scanThree();
    hands.press(Qt::Key_F12);
    hands.presses = 0;
    hands.scan(u"A-000001"_s);
    hands.press(Qt::Key_Space);
    hands.press(Qt::Key_F12);
    CHECK(hands.presses == 2);
    CHECK(sold().due == Money::fromMinor(-590));
}

TEST_CASE_METHOD(TillCounter, "keys: exchange - 2, in the order goods come")
{
    scanThree();
    hands.press(Qt::Key_F12);
    hands.presses = 0;
    hands.scan(u"A-000001"_s);
    hands.press(Qt::Key_Space);
    hands.scan(u"5449000000996"_s);
    hands.press(Qt::Key_F12);
    CHECK(hands.presses == 2);
    CHECK(sold().due == Money::fromMinor(1'060 - 590));
}

TEST_CASE_METHOD(TillCounter, "keys: X report - 1")
{
    hands.press(Qt::Key_4, Qt::ControlModifier);
    CHECK(hands.chords == 1);
    CHECK(window->currentPage() == u"day");
}

TEST_CASE_METHOD(TillCounter, "keys: + on the empty field opens all ways to pay")
{
    scanThree();
    hands.type(u"+"_s);
    CHECK(waitUntil([&] { return window->sell().frame().left() == SellFrame::Left::PayParts; }, 2'000));
    CHECK(hands.presses == 1);
}

TEST_CASE_METHOD(
    TillCounter, "200 scans, 50 ms apart, give 200 lines: none lost, none doubled, none in a field")
{
    REQUIRE(shop().settings().set(owner(), "sale.merge_lines", "off"));
    std::vector<QString> codes;
    for (int i = 0; i < 200; ++i) {
        const auto code = u"SKU%1"_s.arg(100'000 + i);
        addProduct("Article " + std::to_string(i), 100 + i, code.toStdString());
        codes.push_back(code);
    }
    QStringList typed;
    QObject::connect(&field(), &QLineEdit::textChanged, [&](const QString& text) { typed << text; });
    for (const auto& code : codes) {
        hands.time += 50;
        hands.time -= 500; // scan() rests that long; a quick hand does not
        hands.scan(code);
    }
    REQUIRE(lines() == 200);
    const auto open = cart();
    for (std::size_t i = 0; i < codes.size(); ++i)
        CHECK(open->cart.lines[i].name == "Article " + std::to_string(i));
    CHECK(field().text().isEmpty());
    // The first character may pass, until it is known to be a scan's: never more.
    CHECK(std::ranges::all_of(typed, [](const QString& text) { return text.size() <= 1; }));
}

TEST_CASE_METHOD(TillCounter, "keys: no sale - 1 and the digit of the reason")
{
    const PrinterNearby printer;
    REQUIRE(shop().settings().set(owner(), "printer.address", printer.address().toText()));
    hands.press(Qt::Key_D, Qt::ControlModifier);
    CHECK(hands.chords == 1);
    hands.press(Qt::Key_1);
    CHECK(hands.chords == 2);
    REQUIRE(waitUntil([&] { return note().contains(u"The drawer opens"_s); })); // a scan might have begun so
    CHECK(field().hasFocus());                                                  // ready for the next customer
}

TEST_CASE_METHOD(TillCounter, "keys: close day - the count and 2")
{
    scanThree();
    hands.press(Qt::Key_F12);
    window->showPage(u"day"_s);
    child<KeyButton>(*window, "openOrClose").click();
    QTest::keyClicks(
        QApplication::focusWidget(), u"1"_s); // the largest note first: the hands go down the list
    hands.presses = hands.chords = 0;
    hands.press(Qt::Key_Return, Qt::ControlModifier);
    CHECK_FALSE(shop().shifts().open(shop().facts().till));
    hands.press(Qt::Key_Return);
    CHECK(hands.chords == 2);
    CHECK(child<QLabel>(*window, "noFigures").isVisible()); // nothing is left to do
}
