#include "counter.h"

#include "services/cart_service.h"
#include "services/catalog_service.h"
#include "services/checkout_service.h"
#include "ui/kit/key_badge.h"
#include "ui/kit/theme.h"
#include "ui/sell/item_field.h"
#include "ui/sell/open_shift_page.h"

#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QSignalSpy>
#include <algorithm>
#include <catch2/catch.hpp>

using namespace till;
using namespace till::test;
using namespace Qt::StringLiterals;

TEST_CASE_METHOD(
    Counter, "*-1 takes the marked line back, under a head of its own, and F12 gives the money out")
{
    scan(u"BAG"_s);
    scan(u"COF"_s);
    scan(u"*-1"_s);
    CHECK(rows() == QStringList{u"Taken back −2,40"_s, u"−1 Coffee return −2,40"_s, u"New goods 1,80"_s,
                        u"1 Baguette 1,80"_s});
    CHECK(label("totalsLabel") == u"Give back");
    CHECK(label("totalsAmount").startsWith(u"0,60"_s));
    CHECK(button("payCash").amount() == u"0,60");
    CHECK_FALSE(button("payNote1").isEnabled());

    press(Qt::Key_F12);
    CHECK(label("changeLabel") == u"Give back");
    CHECK(label("changeAmount").startsWith(u"0,60"_s));
    const auto sale = shop().checkout().last(shop().facts().till);
    REQUIRE(sale);
    CHECK(sale->due == Money::fromMinor(-60));
    verify();
}

TEST_CASE_METHOD(Counter, "every word of the help can be read, in a large window and in a small one")
{
    press(Qt::Key_F1);
    auto& help = childNamed(*page, u"helpPage"_s);
    REQUIRE(help.isVisible());
    for (const QSize size : {QSize{1278, 708}, QSize{936, 708}}) {
        shoot(*page, size, u"sell-help-%1"_s.arg(size.width() + 88));
        QStringList clipped;
        auto& keys = child<QScrollArea>(help, "helpKeys");
        for (auto* label : help.findChildren<QLabel*>()) {
            if (keys.isAncestorOf(label)) keys.ensureWidgetVisible(label, 0, 0); // the arrows scroll it
            const QRect needed =
                label->fontMetrics().boundingRect(label->contentsRect(), Qt::TextWordWrap, label->text());
            const bool fits = label->contentsRect().width() >= needed.width() &&
                              label->contentsRect().height() >= needed.height();
            const bool inSight = label->visibleRegion().boundingRect() == label->rect();
            if (!fits || !inSight) clipped << label->text();
        }
        CHECK(clipped == QStringList{});
    }
}

TEST_CASE_METHOD(Counter, "a price is shown as the shop writes one, wherever it is an example")
{
    const auto shownOn = [](QWidget& root) {
        QStringList prices;
        for (auto* badge : root.findChildren<KeyBadge*>())
            if (badge->text().contains(u"50"_s)) prices << badge->text();
        return prices;
    };
    CHECK(shownOn(childNamed(*page, u"emptyCart"_s)) == QStringList{u"2,50"_s});
    press(Qt::Key_F1);
    CHECK(shownOn(childNamed(*page, u"helpPage"_s)) == QStringList{u"2,50"_s});
}

TEST_CASE_METHOD(Counter, "an amount and Enter says what an amount is good for, and F4 still finds it")
{
    scan(u"BAG"_s);
    scan(u"2,50"_s);
    CHECK(noteWords().contains(u"F4"_s));
    CHECK(rows() == QStringList{u"1 Baguette 1,80"_s});
    press(Qt::Key_F4);
    CHECK(rows() == QStringList{u"1 Baguette 2,50"_s});
}

TEST_CASE_METHOD(Counter, "after goods came back the sale's head says how much was given back")
{
    scan(u"-1*BAG"_s);
    press(Qt::Key_F12);
    CHECK(label("saleTitle").contains(u"1,80"_s));
    CHECK(label("saleTitle").contains(u"given back"_s));
    CHECK(label("saleDetail").startsWith(u"A-000001"_s));
}

TEST_CASE_METHOD(Counter, "a receipt's number, typed or scanned, opens that receipt beside the sale")
{
    scan(u"BAG"_s);
    press(Qt::Key_F12);
    scan(u"A-000001"_s);
    CHECK(childNamed(*page, u"returnPage"_s).isVisible());
    CHECK(label("returnNumber") == u"A-000001");
    CHECK(child<QLineEdit>(*page, "itemEdit").text().isEmpty());
    scan(u"A-000002"_s); // there is none
    CHECK(page->frame().left() == SellFrame::Left::Page);
    press(Qt::Key_Escape);
    CHECK(childNamed(*page, u"returnPage"_s).isVisible());
}

TEST_CASE_METHOD(Counter, "a receipt's number scanned while a form is filled in leaves the form as it is")
{
    scan(u"BAG"_s);
    press(Qt::Key_F12);
    QSignalSpy receipt{page.get(), &SellPage::receiptRequested};
    scan(u"4006381333931"_s);
    auto& name = child<QLineEdit>(*page, "newProductName");
    type(u"Rye br"_s);
    for (const auto& scanned : {u"A-000001"_s, u"1234,50"_s}) {
        scanAnywhere(scanned);
        CHECK(receipt.isEmpty());
        CHECK(page->frame().left() == SellFrame::Left::Page);
        CHECK(name.text() == u"Rye br");
        CHECK(name.hasFocus());
        CHECK(noteWords().contains(scanned));
    }
}

TEST_CASE_METHOD(Counter, "a scan that is refused while a form is filled in leaves the hands in the form")
{
    ProductDraft unpriced;
    unpriced.name = "Calendar";
    unpriced.taxClass = shop().catalog().taxes().match("A", shop().now().businessDay);
    unpriced.codes.push_back({"3017620422003", false, Quantity::fromWhole(1), {}});
    REQUIRE(shop().catalog().add(owner(), unpriced));
    scan(u"4006381333931"_s);
    auto& name = child<QLineEdit>(*page, "newProductName");
    type(u"Rye br"_s);
    scanAnywhere(u"3017620422003"_s);
    CHECK(noteWords().contains(u"price"_s));
    type(u"ead"_s);
    CHECK(name.text() == u"Rye bread");
    CHECK(rows().isEmpty());
}

TEST_CASE_METHOD(Counter, "a price that is looked up while a form is filled in leaves the form as it is")
{
    addProduct("Jam", 590, "3017620422003");
    scan(u"4006381333931"_s);
    type(u"Rye br"_s);
    press(Qt::Key_F9);
    scanAnywhere(u"3017620422003"_s);
    CHECK(noteWords().contains(u"5,90"_s));
    CHECK(page->frame().left() == SellFrame::Left::Page);
    CHECK(child<QLineEdit>(*page, "newProductName").text() == u"Rye br");
    CHECK(rows().isEmpty());
}

TEST_CASE_METHOD(
    Counter, "a receipt's number or an unknown code scanned while parts are paid leaves the parts")
{
    scan(u"BAG"_s);
    press(Qt::Key_F12);
    scan(u"COF"_s);
    type(u"+"_s);
    type(u"1"_s);
    QSignalSpy receipt{page.get(), &SellPage::receiptRequested};
    for (const auto& scanned : {u"A-000001"_s, u"4006381333931"_s}) {
        scanAnywhere(scanned);
        CHECK(receipt.isEmpty());
        CHECK(page->frame().left() == SellFrame::Left::PayParts);
        CHECK(child<QLineEdit>(childNamed(*page, u"payParts"_s), "amountEdit").text() == u"1");
        CHECK(noteWords().contains(scanned));
    }
}

TEST_CASE_METHOD(ShopFixture, "a scan before the till is open says so, and leaves the sum that is typed")
{
    addProduct("Jam", 590, "3017620422003");
    SellPage page{shop(), euros()};
    layOut(page, {1278, 740});
    activate(page);
    auto& sum = child<QLineEdit>(page, "openingFloat");
    type(u"123"_s);
    scanAnywhere(u"3017620422003"_s);
    REQUIRE(page.findChildren<OpenShiftPage*>().size() == 1);
    CHECK(sum.hasFocus());
    CHECK(sum.text() == u"123");
    CHECK(page.frame().note().text().contains(u"Open the till first"_s));
}

TEST_CASE_METHOD(Counter, "cash no purse holds is refused for its size, with decimals or without")
{
    scan(u"BAG"_s);
    for (const auto& cash : {u"999999999999,50"_s, u"999999999999.00"_s}) {
        page->frame().field().setText(cash);
        press(Qt::Key_F12);
        CHECK(noteWords().contains(u"larger than a till can book"_s));
        CHECK(rows() == QStringList{u"1 Baguette 1,80"_s});
    }
}

TEST_CASE_METHOD(Counter, "what the form of an unknown code refused is no longer said while it is mended")
{
    scan(u"4006381333931"_s);
    type(u"Rye"_s);
    press(Qt::Key_Return);
    type(u"much"_s);
    press(Qt::Key_Return);
    auto& problem = childNamed(*page, u"newProductProblem"_s);
    REQUIRE(problem.isVisible());
    press(Qt::Key_Backspace);
    CHECK_FALSE(problem.isVisible());
}

TEST_CASE("what was no sum for the drawer is no longer said while it is mended")
{
    OpenShiftPage opening{euros(), {}};
    layOut(opening, {800, 600});
    auto& amount = child<QLineEdit>(opening, "openingFloat");
    amount.clear();
    QTest::keyClicks(&amount, u"lots"_s);
    QTest::keyClick(&amount, Qt::Key_Return);
    auto& problem = childNamed(opening, u"openShiftProblem"_s);
    REQUIRE(problem.isVisible());
    QTest::keyClick(&amount, Qt::Key_Backspace);
    CHECK_FALSE(problem.isVisible());
}

TEST_CASE_METHOD(Counter, "minus 1 before a scan takes one back, beside the same goods that are sold")
{
    scan(u"2*BAG"_s);
    scan(u"-1*BAG"_s);
    CHECK(rows() == QStringList{u"Taken back −1,80"_s, u"−1 Baguette return −1,80"_s, u"New goods 3,60"_s,
                        u"2 Baguette 1,80 3,60"_s});
    CHECK(label("totalsLabel") == u"Customer pays");
    CHECK(label("totalsCount") == u"New 3,60, back −1,80");
}

TEST_CASE_METHOD(Counter, "Ctrl+F8 takes the marked line back, and once more sells it after all")
{
    scan(u"3*BAG"_s);
    press(Qt::Key_F8, Qt::ControlModifier);
    CHECK(rows().value(1) == u"−3 Baguette return, 1,80 −5,40");
    press(Qt::Key_F8, Qt::ControlModifier);
    CHECK(rows() == QStringList{u"3 Baguette 1,80 5,40"_s});
    CHECK(lines().markedLine() != 0);
}

TEST_CASE_METHOD(Counter, "one less of half a kilo takes the line off, it does not become a return")
{
    scan(u"0,5*TOM"_s);
    button("lineLess").click();
    CHECK(rows().isEmpty());
}

TEST_CASE_METHOD(Counter, "the action strip stands under what is taken off its line, and covers nothing")
{
    for (const auto density : {Density::Standard, Density::Touch}) {
        Theme::instance().apply({.mode = ThemeMode::Light, .density = density});
        scan(u"BAG"_s);
        type(u"10%"_s);
        scan(u"COF"_s);
        press(Qt::Key_Up);
        QApplication::processEvents();
        const auto strip = childNamed(*page, u"cartStrip"_s).geometry();
        const auto line = lines().visualRect(lines().cart().index(0));
        const auto saving = lines().visualRect(lines().cart().index(1));
        const auto next = lines().visualRect(lines().cart().index(2));
        REQUIRE(lines().cart().at(1).kind == CartRow::Kind::Saving);
        CHECK(line.bottom() < saving.top());
        CHECK(strip.bottom() <= saving.bottom());
        CHECK(strip.top() > saving.top() + 16);
        CHECK(strip.bottom() < next.top());
        for (const auto* each : {"lineLess", "linePrice", "lineRemove"})
            CHECK(strip.height() >= childNamed(*page, QString::fromLatin1(each)).height());
        press(Qt::Key_F12);
    }
    Theme::instance().apply({.mode = ThemeMode::Light});
}

TEST_CASE_METHOD(Counter, "the marked line is whole in sight with its strip, whatever the window becomes")
{
    for (int i = 0; i < 9; ++i) {
        scan(u"0,5*TOM"_s); // each weighing is a line of its own
    }
    type(u"10%"_s);
    const auto wholeInSight = [this] {
        QApplication::processEvents();
        const auto& strip = childNamed(*page, u"cartStrip"_s);
        return lines().viewport()->rect().contains(strip.geometry());
    };
    CHECK(wholeInSight());
    Theme::instance().apply({.mode = ThemeMode::Light, .density = Density::Touch});
    CHECK(waitUntil(wholeInSight, 2'000));
    layOut(*page, {936, 640});
    CHECK(waitUntil(wholeInSight, 2'000));
    CHECK(childNamed(*page, u"cartEarlier"_s).isVisible());
    Theme::instance().apply({.mode = ThemeMode::Light});
}

TEST_CASE_METHOD(Counter, "a paid sale offers its receipt and the next sale, and Enter alone goes on")
{
    scan(u"BAG"_s);
    press(Qt::Key_F12);
    const auto sale = shop().checkout().last(shop().facts().till);
    REQUIRE(sale);
    QSignalSpy receipt{page.get(), &SellPage::receiptRequested};
    button("paidReceipt").click();
    REQUIRE(receipt.size() == 1);
    CHECK(receipt.front().front().toLongLong() == sale->document.value);

    press(Qt::Key_Return);
    CHECK(childNamed(*page, u"emptyCart"_s).isVisible());
    CHECK(childNamed(*page, u"lastSaleStrip"_s).isVisible());
}

TEST_CASE_METHOD(Counter, "a sale paid in parts says all it was paid with")
{
    scan(u"BAG"_s);
    type(u"1"_s);
    press(Qt::Key_F10);
    press(Qt::Key_F11);
    REQUIRE(shop().checkout().last(shop().facts().till));
    CHECK(label("receivedLabel") == u"Received, cash + card");
}

TEST_CASE_METHOD(Counter, "Ctrl+Z takes back what was done to the sale, whatever was typed last")
{
    scan(u"BAG"_s);
    scan(u"COF"_s);
    type(u"10%"_s);
    press(Qt::Key_Z, Qt::ControlModifier);
    CHECK(label("totalsAmount").contains(u"4,20"_s));
    press(Qt::Key_Z, Qt::ControlModifier);
    CHECK(rows().size() == 1);
    CHECK(page->frame().field().text().isEmpty());
    press(Qt::Key_Y, Qt::ControlModifier);
    CHECK(rows().size() == 2);
}

TEST_CASE_METHOD(Counter, "a sale that waited has its newest line marked, and Del takes line after line off")
{
    scan(u"BAG"_s);
    scan(u"COF"_s);
    press(Qt::Key_F6);
    press(Qt::Key_F7);
    REQUIRE(rows().size() == 2);
    press(Qt::Key_Delete);
    REQUIRE(rows().size() == 1);
    CHECK(rows().front().contains(u"Baguette"_s));
    press(Qt::Key_Delete);
    CHECK(childNamed(*page, u"emptyCart"_s).isVisible());
}

TEST_CASE_METHOD(Counter, "a discount leaves the field as empty as it looks")
{
    scan(u"BAG"_s);
    type(u"10%"_s);
    CHECK(page->frame().field().text().isEmpty());
    CHECK_FALSE(childNamed(*page, u"itemClear"_s).isVisible());
}

TEST_CASE_METHOD(
    Counter, "a price or a count on its way leaves the tiles where they are, three figures are searched")
{
    for (const auto* number : {u"2,50", u"-1", u"*12"}) {
        type(QString::fromUtf16(number));
        CHECK(page->frame().left() == SellFrame::Left::Tiles);
        press(Qt::Key_Escape);
    }
    type(u"101"_s);
    CHECK(page->frame().left() == SellFrame::Left::Results);
    press(Qt::Key_Backspace);
    CHECK(page->frame().left() == SellFrame::Left::Tiles);
}

TEST_CASE_METHOD(Counter, "fingers type on the pad beside the tiles: number first, then what it is")
{
    CHECK_FALSE(childNamed(*page, u"touchPad"_s).isVisible());
    Theme::instance().apply({.mode = ThemeMode::Light, .density = Density::Touch});
    QApplication::processEvents();
    auto& pad = childNamed(*page, u"touchPad"_s);
    CHECK(pad.isVisible());
    child<KeyButton>(pad, "pad3").click();
    dynamic_cast<KeyButton&>(childNamed(pad, u"pad×"_s)).click();
    CHECK(child<QLabel>(pad, "touchPadNumber").text() == u"3 ×");
    type(u"BAG"_s);
    press(Qt::Key_Return);
    CHECK(rows() == QStringList{u"3 Baguette 1,80 5,40"_s});
    for (const auto* key : {"pad1", "pad0", "pad%"}) child<KeyButton>(pad, key).click();
    CHECK(rows().value(1).endsWith(u"−0,54"_s));
    Theme::instance().apply({.mode = ThemeMode::Light});
}

TEST_CASE_METHOD(Counter, "the figure on Recall follows the sales that wait")
{
    scan(u"BAG"_s);
    press(Qt::Key_F6);
    CHECK(button("action_recall").count() == 1);
    scan(u"COF"_s);
    CHECK(button("action_recall").count() == 1);
    press(Qt::Key_F7); // the coffee waits in its place
    CHECK(button("action_recall").count() == 1);
    CHECK(rows() == QStringList{u"1 Baguette 1,80"_s});
    press(Qt::Key_F12);
    press(Qt::Key_F7);
    CHECK(button("action_recall").count() == 0);
    CHECK(rows() == QStringList{u"1 Coffee 2,40"_s});
}

TEST_CASE_METHOD(Counter, "a scan while an amount is typed goes to the sale and leaves the amount alone")
{
    addProduct("Jam", 590, "3017620422003");
    scan(u"BAG"_s);
    type(u"+"_s);
    REQUIRE(page->frame().left() == SellFrame::Left::PayParts);
    scanAnywhere(u"3017620422003"_s, 18);
    CHECK(rows() == QStringList{u"1 Baguette 1,80"_s, u"1 Jam 5,90"_s});
    CHECK(page->frame().left() == SellFrame::Left::PayParts);
    CHECK(child<QLineEdit>(childNamed(*page, u"payParts"_s), "amountEdit").text() == u"7,70");
}

TEST_CASE_METHOD(Counter, "a scan while a name is typed is sold, and the name stays")
{
    addProduct("Jam", 590, "3017620422003");
    scan(u"4006381333931"_s);
    auto& name = child<QLineEdit>(*page, "newProductName");
    REQUIRE(name.hasFocus());
    type(u"Rye br"_s);
    scanAnywhere(u"3017620422003"_s, 18);
    CHECK(rows() == QStringList{u"1 Jam 5,90"_s});
    CHECK(name.text() == u"Rye br");
    CHECK(name.hasFocus());
}

TEST_CASE_METHOD(Counter, "a person who types figures and Enter is not a scanner")
{
    addProduct("Jam", 590, "3017620422003");
    scan(u"4006381333931"_s);
    auto& name = child<QLineEdit>(*page, "newProductName");
    scanAnywhere(u"3017620422003"_s, 120);
    CHECK(name.text() == u"3017620422003");
    CHECK(rows().isEmpty());
}

TEST_CASE_METHOD(Counter, "a code nobody knows never sells the product whose code goes on from there")
{
    addProduct("Lemonade", 150, "5449000000996");
    addProduct("Hammer", 1'500, "100010");
    addProduct("Raffle ticket", 200, "LOT-1234");
    for (const auto* code : {u"10001", u"5449000", u"LOT-12", u"0001"}) {
        const auto typed = QString::fromUtf16(code);
        INFO(typed.toStdString());
        scan(typed);
        CHECK(rows().isEmpty());
        REQUIRE(page->frame().left() == SellFrame::Left::Page);
        press(Qt::Key_Escape);
    }
}

TEST_CASE_METHOD(Counter, "the product with a code like the one typed is sold when the arrows point at it")
{
    addProduct("Hammer", 1'500, "100010");
    type(u"10001"_s);
    press(Qt::Key_Down);
    press(Qt::Key_Return);
    CHECK(rows() == QStringList{u"1 Hammer 15,00"_s});
}

TEST_CASE_METHOD(Counter, "a name is sold by its beginnings, with figures in it or without")
{
    addProduct("Cola 33cl", 190, "COLA-A");
    addProduct("Cola 500 ml", 290, "COLA-B");
    scan(u"bagu"_s);
    scan(u"cola 33"_s);
    scan(u"col 500"_s);
    CHECK(rows().filter(u"Baguette"_s).size() == 1);
    CHECK(rows().filter(u"Cola 33cl"_s).size() == 1);
    CHECK(rows().filter(u"Cola 500 ml"_s).size() == 1);
    scan(u"cola 50"_s); // fifty of what there is not
    CHECK(rows().size() == 3);
}

TEST_CASE_METHOD(Counter, "a price check of a code nobody knows tells no other product's price")
{
    addProduct("Hammer", 1'500, "100010");
    press(Qt::Key_F9);
    scan(u"10001"_s);
    CHECK_FALSE(noteWords().contains(u"15,00"_s));
    CHECK(noteWords().contains(u"not in your products"_s));
}

TEST_CASE_METHOD(Counter, "where parts are paid, what is handed over counts and gives change")
{
    addProduct("Cheese", 1'000, "CHE");
    const auto startParts = [this] {
        scan(u"CHE"_s);
        type(u"5"_s);
        press(Qt::Key_F10);
        REQUIRE(page->frame().left() == SellFrame::Left::PayParts);
    };
    startParts();
    type(u"50"_s);
    press(Qt::Key_F12);
    CHECK(label("changeAmount").startsWith(u"45,00"_s));

    startParts();
    const auto notes = childNamed(*page, u"payZone"_s).findChildren<KeyButton*>();
    const auto twenty = std::ranges::find(notes, u"20"_s, [](const KeyButton* note) { return note->text(); });
    REQUIRE(twenty != notes.end());
    (*twenty)->click();
    CHECK(label("changeAmount").startsWith(u"15,00"_s));

    startParts();
    press(Qt::Key_F12); // the rest, as the page proposes it
    const auto exact = shop().checkout().last(shop().facts().till);
    REQUIRE(exact);
    CHECK(exact->due == Money::fromMinor(1'000));
    CHECK(exact->change.isZero());
    verify();
}

TEST_CASE_METHOD(Counter, "where parts are paid, too little does not end the sale")
{
    addProduct("Cheese", 1'000, "CHE");
    scan(u"CHE"_s);
    type(u"5"_s);
    press(Qt::Key_F10);
    type(u"2"_s);
    press(Qt::Key_F12);
    CHECK_FALSE(shop().checkout().last(shop().facts().till));
    CHECK(noteWords().contains(u"less than there is to pay"_s));
}

TEST_CASE_METHOD(Counter, "a code left in the item field is no cash, and stays to be entered")
{
    addProduct("Jam", 590, "3017620422003");
    scan(u"BAG"_s);
    type(u"3017620422003"_s);
    for (const auto key : {Qt::Key_F12, Qt::Key_F11, Qt::Key_F10}) {
        press(key);
        CHECK_FALSE(shop().checkout().last(shop().facts().till));
        CHECK(page->frame().field().text() == u"3017620422003");
        CHECK(noteWords().contains(u"code"_s));
    }
    press(Qt::Key_Return);
    CHECK(rows() == QStringList{u"1 Baguette 1,80"_s, u"1 Jam 5,90"_s});
}

TEST_CASE_METHOD(Counter, "what is no amount does not pay the sale to the cent")
{
    scan(u"BAG"_s);
    for (const auto* typed : {u"20..0", u"bagu", u"2*"}) {
        type(QString::fromUtf16(typed));
        press(Qt::Key_F12);
        CHECK_FALSE(shop().checkout().last(shop().facts().till));
        CHECK(page->frame().field().text() == QString::fromUtf16(typed));
        CHECK(noteWords().contains(QString::fromUtf16(typed)));
        press(Qt::Key_Escape);
    }
    press(Qt::Key_F12);
    CHECK(shop().checkout().last(shop().facts().till));
}
