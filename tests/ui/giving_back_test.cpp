#include "counter.h"

#include "devices/terminal/simulated_terminal.h"
#include "services/card_service.h"
#include "services/checkout_service.h"
#include "services/receipt_service.h"
#include "services/setting_service.h"
#include "ui/app/main_window.h"
#include "ui/kit/theme.h"
#include "ui/sell/item_field.h"
#include "ui/sell/sell_frame.h"

#include <QLabel>
#include <QLineEdit>
#include <QTest>
#include <catch2/catch.hpp>

using namespace till;
using namespace till::test;
using namespace Qt::StringLiterals;

namespace {

/// A-000001, a lamp of 50.00, was paid with 20 in cash and 30 on a card. Now it comes back.
struct BackCounter : Counter {
    BackCounter()
    {
        addProduct("Lamp", 5000, "LAMP");
        scan(u"LAMP"_s);
        type(u"20"_s);
        press(Qt::Key_F10);
        press(Qt::Key_F11);
        REQUIRE(last().number == "A-000001");
    }
    void takeBack()
    {
        press(Qt::Key_Return);
        scan(u"A-000001"_s);
        press(Qt::Key_A, Qt::ControlModifier);
        REQUIRE(label("totalsLabel") == u"Give back");
    }
    FinishedSale last() { return *shop().checkout().last(shop().facts().till); }
    bool isOver() { return last().number == "A-000002"; }
    /// "cash -20.00": how the last sale was paid.
    std::vector<std::string> tenders()
    {
        std::vector<std::string> all;
        const auto receipt = shop().receipts().load(last().document);
        for (const auto& tender : receipt->tenders)
            all.push_back(tender.kind + " " + std::to_string(tender.amount.minor()));
        return all;
    }
};

using Tenders = std::vector<std::string>;

} // namespace

TEST_CASE_METHOD(BackCounter, "a sale paid in parts is given back in parts by the same four keys")
{
    REQUIRE(tenders() == Tenders{"cash 2000", "card 3000"});
    takeBack();
    type(u"20"_s);
    press(Qt::Key_F10);
    CHECK(label("partsLeft").startsWith(u"30,00"_s));
    CHECK(label("totalsLabel") == u"Left to give back");
    CHECK(label("totalsAmount").startsWith(u"30,00"_s));
    press(Qt::Key_F11);
    REQUIRE(isOver());
    CHECK(last().due == Money::fromMinor(-5000));
    CHECK(tenders() == Tenders{"cash -2000", "card -3000"});
    CHECK(label("changeLabel") == u"Give back in cash");
    CHECK(label("changeAmount").startsWith(u"20,00"_s));
    CHECK(child<QWidget>(*page, "changeCoins").accessibleName() == u"20");
    verify();
}

TEST_CASE_METHOD(
    BackCounter, "an amount and F12 gives that much back in cash, and the rest stays to give back")
{
    takeBack();
    type(u"20"_s);
    press(Qt::Key_F12);
    CHECK_FALSE(isOver());
    CHECK(page->frame().left() == SellFrame::Left::PayParts);
    CHECK(label("partsLeft").startsWith(u"30,00"_s));
    press(Qt::Key_F11);
    REQUIRE(isOver());
    CHECK(tenders() == Tenders{"cash -2000", "card -3000"});
    verify();
}

TEST_CASE_METHOD(BackCounter, "an amount that is all there is to give back ends the sale, by card as in cash")
{
    takeBack();
    const auto key = GENERATE(Qt::Key_F10, Qt::Key_F11, Qt::Key_F12);
    type(u"50"_s);
    press(key);
    REQUIRE(isOver());
    CHECK(tenders() == Tenders{key == Qt::Key_F11 ? "card -5000" : "cash -5000"});
    CHECK(label("changeLabel") == u"Give back");
    CHECK(label("changeAmount").startsWith(u"50,00"_s));
    verify();
}

TEST_CASE_METHOD(BackCounter, "more than there is to give back is refused in words, and so is nothing")
{
    takeBack();
    for (const auto key : {Qt::Key_F10, Qt::Key_F11, Qt::Key_F12}) {
        type(u"60"_s);
        press(key);
        CHECK_FALSE(isOver());
        CHECK(noteWords().contains(u"No more than 50,00"_s));
        page->frame().field().clear();
    }
    type(u"0"_s);
    press(Qt::Key_F12);
    CHECK(noteWords().contains(u"how much"_s));
    page->frame().field().clear();
    type(u"20"_s);
    press(Qt::Key_F10);
    type(u"31"_s);
    press(Qt::Key_F11, Qt::ShiftModifier);
    CHECK_FALSE(isOver());
    CHECK(noteWords().contains(u"No more than 30,00"_s));
}

TEST_CASE_METHOD(BackCounter, "the page of parts says what is left to give back, and shares it")
{
    REQUIRE(shop().checkout().tenders().setRate(owner(), "USD", *parseExchangeRate("1.08")));
    takeBack();
    button("payPartCash").click();
    REQUIRE(page->frame().left() == SellFrame::Left::PayParts);
    CHECK(label("partsTitle") == u"Give back in parts");
    CHECK(label("partsTotalLabel") == u"Goods taken back");
    CHECK(label("partsTotal") == u"50,00");
    CHECK(label("partsLeftLabel") == u"Left to give back");
    CHECK(label("partsLeft").startsWith(u"50,00"_s));
    CHECK(child<QLineEdit>(*page, "amountEdit").text() == u"50,00");
    CHECK(page->findChild<QWidget*>(u"payForeign_USD"_s) == nullptr); // only the shop's own money goes out
    CHECK(button("payShare2").text() == u"2 × 25,00");
    button("payShare2").click();
    button("partCard").click();
    CHECK(label("partsLeft").startsWith(u"25,00"_s));
    press(Qt::Key_Delete);
    CHECK(label("partsLeft").startsWith(u"50,00"_s));
    press(Qt::Key_F12); // the amount the page proposes is all of it
    REQUIRE(isOver());
    CHECK(tenders() == Tenders{"cash -5000"});
    scan(u"LAMP"_s);
    type(u"+"_s);
    CHECK(label("partsTitle") == u"Pay in parts");
    CHECK(label("partsLeftLabel") == u"Left to pay");
    verify();
}

TEST_CASE_METHOD(BackCounter, "cash that is given back in part comes to what coins there are")
{
    addProduct("Shade", 4998, "SHA");
    REQUIRE(shop().settings().set(owner(), "sale.cash_rounding", "0.05"));
    press(Qt::Key_Return);
    scan(u"SHA"_s);
    press(Qt::Key_F11);
    scan(u"A-000002"_s);
    press(Qt::Key_Space);
    type(u"20,02"_s);
    press(Qt::Key_F10);
    press(Qt::Key_F11);
    CHECK(tenders() == Tenders{"cash -2000", "card -2998"});
    verify();
}

TEST_CASE_METHOD(
    BackCounter, "a part that was given back is in the way of a sale that is to be paid after all")
{
    takeBack();
    type(u"20"_s);
    press(Qt::Key_F10);
    press(Qt::Key_Escape);
    scan(u"2*LAMP"_s);
    press(Qt::Key_F12);
    CHECK_FALSE(isOver());
    CHECK(noteWords().contains(u"F10"_s));
    CHECK(noteWords().contains(u"the other way"_s));
    press(Qt::Key_F10);
    press(Qt::Key_Delete);
    press(Qt::Key_F12);
    REQUIRE(isOver());
    CHECK(last().due == Money::fromMinor(5000));
    verify();
}

TEST_CASE_METHOD(BackCounter, "with a terminal a part goes back to the card, and the rest in cash")
{
    REQUIRE(shop().settings().set(owner(), "terminal.kind", "simulator"));
    shop().cards().setTerminal(std::make_unique<SimulatedTerminal>(std::chrono::milliseconds{0}));
    takeBack();
    type(u"30"_s);
    press(Qt::Key_F11);
    REQUIRE(waitUntil([&] { return page->frame().left() == SellFrame::Left::PayParts; }));
    CHECK(label("partsLeft").startsWith(u"20,00"_s));
    press(Qt::Key_F12);
    REQUIRE(isOver());
    CHECK(tenders() == Tenders{"card -3000", "cash -2000"});
    CHECK(label("changeAmount").startsWith(u"20,00"_s));
    verify();
}

namespace {

struct BackWindow : ShopFixture {
    BackWindow()
    {
        addProduct("Lamp", 5000, "LAMP");
        openShift();
        window = std::make_unique<MainWindow>(shop(), QString{});
        layOut(*window, {1366, 768});
        activate(*window);
        window->sell().takeFocus();
        scan(u"LAMP"_s);
        type(u"20"_s);
        press(Qt::Key_F10);
        press(Qt::Key_F11);
        press(Qt::Key_Return);
        scan(u"A-000001"_s);
        press(Qt::Key_Space);
    }
    ~BackWindow() { Theme::instance().apply({.mode = ThemeMode::Light}); }
    void taken(const QString& name)
    {
        const LookSettings looks[] = {
            {.mode = ThemeMode::Light}, {.mode = ThemeMode::Light, .density = Density::Touch}};
        for (const auto& look : looks) {
            const auto kind = look.density == Density::Touch ? u"-touch"_s : QString{};
            Theme::instance().apply(look);
            for (const QSize size : {QSize{1366, 768}, QSize{1024, 768}}) {
                layOut(*window, size); // what is made anew for another width shows when that is over
                shoot(*window, size, name + u'-' + QString::number(size.width()) + kind);
                CHECK(window->size() == size);
                CHECK(nameless(*window) == QStringList{});
                if (window->sell().frame().left() == SellFrame::Left::PayParts) checkParts();
            }
        }
        Theme::instance().apply({.mode = ThemeMode::Light});
        layOut(*window, {1366, 768});
    }
    /// Everything stands inside the page, and nothing on something else.
    void checkParts()
    {
        auto& page = childNamed(*window, u"payParts"_s);
        for (const auto* button : page.findChildren<KeyButton*>()) {
            if (!button->isVisible() || button->objectName().startsWith(u"partRemove"_s)) continue;
            const QRect box{button->mapTo(&page, QPoint{}), button->size()};
            INFO(button->text().toStdString());
            CHECK(page.rect().contains(box));
            for (const auto* other : page.findChildren<KeyButton*>())
                if (other != button && other->isVisible() && !other->objectName().startsWith(u"partRemove"_s))
                    CHECK_FALSE(QRect{other->mapTo(&page, QPoint{}), other->size()}.intersects(box));
        }
        const auto& left = child<QLabel>(page, "partsLeft");
        CHECK(left.sizeHint().width() <= left.width());
    }
    std::unique_ptr<MainWindow> window;
};

} // namespace

TEST_CASE_METHOD(BackWindow, "giving back in parts is photographed on both screens")
{
    taken(u"back-zone"_s);
    type(u"20"_s);
    press(Qt::Key_F10);
    taken(u"back-parts"_s);
    press(Qt::Key_F11);
    taken(u"back-done"_s);
}

TEST_CASE_METHOD(BackWindow, "large sums and many ways stay inside what is paid and given back")
{
    addProduct("Chandelier", 123'456'789, "DEAR");
    press(Qt::Key_F12); // the lamp
    press(Qt::Key_Return);
    const auto parts = [&](const QString& name) {
        for (const auto* part : {u"1", u"2", u"999997"}) {
            type(QString::fromUtf16(part));
            press(Qt::Key_F10);
        }
        type(u"34567,89"_s);
        press(Qt::Key_F11, Qt::ShiftModifier);
        taken(name + u"-parts"_s);
        press(Qt::Key_F9, Qt::ControlModifier); // the rest by bank transfer
        taken(name + u"-done"_s);
        const auto& panel = childNamed(*window, u"changePanel"_s);
        for (const auto* label : panel.findChildren<QLabel*>()) {
            INFO(label->text().toStdString());
            const bool fits = label->wordWrap() ? label->heightForWidth(label->width()) <= label->height()
                                                : label->sizeHint().width() <= label->width();
            if (label->isVisible()) CHECK(fits);
        }
    };
    scan(u"DEAR"_s);
    parts(u"large-pay"_s);
    press(Qt::Key_Return);
    scan(u"A-000003"_s);
    press(Qt::Key_Space);
    parts(u"large-back"_s);
}
