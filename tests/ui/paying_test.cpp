#include "counter.h"

#include "devices/terminal/simulated_terminal.h"
#include "services/card_service.h"
#include "services/cart_service.h"
#include "services/checkout_service.h"
#include "services/setting_service.h"
#include "services/voucher_service.h"
#include "ui/sell/sell_frame.h"

#include <QLabel>
#include <QLineEdit>
#include <QTest>
#include <catch2/catch.hpp>

using namespace till;
using namespace till::test;
using namespace Qt::StringLiterals;

namespace {

/// Counts what a hand does after the goods are scanned.
struct PayCounter : Counter {
    PayCounter() { addProduct("Cheese", 3241, "CHE"); }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        ++presses;
        press(key, modifiers);
    }
    void keys(const QString& text)
    {
        presses += static_cast<int>(text.size());
        type(text);
    }
    std::optional<FinishedSale> last() { return shop().checkout().last(shop().facts().till); }
    int presses = 0;
};

struct TerminalCounter : PayCounter {
    TerminalCounter()
    {
        REQUIRE(shop().settings().set(owner(), "terminal.kind", "simulator"));
        shop().cards().setTerminal(std::make_unique<SimulatedTerminal>(std::chrono::milliseconds{0}));
    }
    void waitUntil(const std::function<bool()>& done) { REQUIRE(QTest::qWaitFor(done, 5000)); }
    bool isUnknown()
    {
        const auto open = shop().cards().open();
        return !open.empty() && open.front().state == CardPayment::State::Unknown && !shop().cards().isBusy();
    }
};

} // namespace

TEST_CASE_METHOD(PayCounter, "exact cash is one key, 20 given is three, and a card is one")
{
    scan(u"COF"_s);
    key(Qt::Key_F12);
    CHECK(presses == 1);
    REQUIRE(last());
    presses = 0;
    scan(u"BAG"_s);
    keys(u"20"_s);
    key(Qt::Key_F12);
    CHECK(presses == 3);
    CHECK(last()->change == Money::fromMinor(1820));
    presses = 0;
    scan(u"BAG"_s);
    key(Qt::Key_F11);
    CHECK(presses == 1);
    CHECK(last()->change.isZero());
    CHECK(last()->number == "A-000003");
    verify();
}

TEST_CASE_METHOD(PayCounter, "20 in cash and the rest by card are four keys")
{
    scan(u"CHE"_s);
    keys(u"20"_s);
    key(Qt::Key_F10);
    CHECK(label("partsLeft").startsWith(u"12,41"_s));
    key(Qt::Key_F11);
    CHECK(presses == 4);
    REQUIRE(last());
    CHECK(last()->due == Money::fromMinor(3241));
    CHECK(label("changeLabel") == u"Paid by cash + card");
    verify();
}

TEST_CASE_METHOD(
    PayCounter, "one touch on a note takes it and ends the sale, and a round sum is offered exactly")
{
    scan(u"CHE"_s);
    CHECK(button("payNote1").text() == u"32,50");
    button("payNote4").click();
    REQUIRE(last());
    CHECK(last()->change.isPositive());
    addProduct("Cake", 1500, "CAK");
    scan(u"CAK"_s);
    CHECK(button("payNote1").text() == u"15");
    CHECK(button("payNote1").caption() == u"exact");
    verify();
}

TEST_CASE_METHOD(PayCounter, "any number of parts, half of the rest, and the last part taken off again")
{
    scan(u"CHE"_s);
    type(u"+"_s);
    for (int i = 0; i < 6; ++i) {
        type(u"2"_s);
        press(Qt::Key_F10);
    }
    CHECK(label("partsLeft").startsWith(u"20,41"_s));
    press(Qt::Key_Delete);
    CHECK(label("partsLeft").startsWith(u"22,41"_s));
    type(u"5"_s);
    press(Qt::Key_F11, Qt::ShiftModifier);
    CHECK(label("partsLeft").startsWith(u"17,41"_s));
    press(Qt::Key_F12);
    REQUIRE(last());
    CHECK(last()->due == Money::fromMinor(3241));
    verify();
}

TEST_CASE_METHOD(PayCounter,
    "the slip of a card is asked for where the shop wants it, and a whole card number is not kept")
{
    REQUIRE(shop().settings().set(owner(), "payment.card_reference", "required"));
    REQUIRE(shop().settings().set(owner(), "payment.card_digits", "4"));
    scan(u"CHE"_s);
    press(Qt::Key_F11);
    CHECK_FALSE(last());
    type(u"4242424242424242"_s);
    press(Qt::Key_Return);
    CHECK(label("payQuestionProblem").contains(u"whole card number"_s));
    CHECK_FALSE(last());
    type(u"4242"_s);
    press(Qt::Key_Return);
    CHECK(last());
    verify();
}

TEST_CASE_METHOD(PayCounter, "dollars are taken for the rest, and the change is in euro")
{
    REQUIRE(shop().checkout().tenders().setRate(owner(), "USD", *parseExchangeRate("1.08")));
    scan(u"CHE"_s);
    type(u"+"_s);
    auto& dollars = button("payForeign_USD");
    CHECK(dollars.text() == u"35,01 USD");
    CHECK(dollars.caption() == u"1 € = 1,08 USD");
    shoot(*page, {1278, 708}, u"pay-parts-foreign"_s);
    dollars.click();
    type(u"50"_s);
    press(Qt::Key_Return);
    REQUIRE(last());
    CHECK(last()->paid == Money::fromMinor(4630));
    CHECK(label("changeAmount").startsWith(u"13,89"_s));
    verify();
}

TEST_CASE_METHOD(
    PayCounter, "a voucher pays by a scan what it can, and with nothing to pay says what is left on it")
{
    REQUIRE(shop().carts().ringUp(owner(), VoucherSale{Money::fromMinor(2500), "GIFT-0001"}));
    CHECK(rows() == QStringList{u"1 Gift voucher 25,00"_s});
    press(Qt::Key_F12);
    REQUIRE(last());
    scan(u"GIFT0001"_s); // nothing to pay: what is left on it is said
    CHECK(noteWords().contains(u"25,00"_s));
    scan(u"CHE"_s);
    scan(u"gift-0001"_s);
    CHECK(page->frame().left() == SellFrame::Left::PayParts);
    CHECK(label("partsLeft").startsWith(u"7,41"_s));
    press(Qt::Key_F12);
    CHECK(last()->due == Money::fromMinor(3241));
    CHECK(shop().vouchers().find("GIFT0001")->balance.isZero());
    verify();
}

TEST_CASE_METHOD(PayCounter, "Ctrl+F11 asks for a voucher's number, and says of a wrong one that it is none")
{
    scan(u"CHE"_s);
    press(Qt::Key_F11, Qt::ControlModifier);
    type(u"NOPE1234"_s);
    press(Qt::Key_Return);
    CHECK(label("payQuestionProblem").contains(u"NOPE1234"_s));
    press(Qt::Key_Escape);
    CHECK(page->frame().left() == SellFrame::Left::Tiles);
    CHECK_FALSE(last());
}

TEST_CASE_METHOD(TerminalCounter, "with a terminal a card is one key too, and the window does not wait")
{
    scan(u"BAG"_s);
    key(Qt::Key_F11);
    CHECK(presses == 1);
    waitUntil([this] { return last().has_value(); });
    CHECK(label("changeLabel") == u"Paid by card");
    verify();
}

TEST_CASE_METHOD(TerminalCounter, "a declined card says so, and the sale can be paid in cash")
{
    addProduct("Tin", 101, "TIN");
    scan(u"TIN"_s);
    press(Qt::Key_F11);
    waitUntil([this] { return !noteWords().isEmpty(); });
    CHECK_FALSE(last());
    press(Qt::Key_F12);
    CHECK(last());
    verify();
}

TEST_CASE_METHOD(TerminalCounter, "an unknown end stays in sight until the terminal or a person has answered")
{
    addProduct("Tin", 103, "TIN");
    scan(u"TIN"_s);
    press(Qt::Key_F11);
    waitUntil([this] { return isUnknown(); });
    CHECK(label("cardWords").contains(u"Nobody knows"_s));
    shoot(*page, {1278, 708}, u"card-unknown"_s);
    press(Qt::Key_F12); // not around it
    CHECK_FALSE(last());
    REQUIRE(page->frame().left() == SellFrame::Left::Page);
    press(Qt::Key_Return); // asks the terminal
    waitUntil([this] { return last().has_value(); });
    CHECK(last()->due == Money::fromMinor(103));
    verify();
}

TEST_CASE_METHOD(
    TerminalCounter, "a payment lost with the power is shown at the next start, and a person decides")
{
    addProduct("Tin", 103, "TIN");
    scan(u"TIN"_s);
    press(Qt::Key_F11);
    waitUntil([this] { return isUnknown(); });
    page.reset();
    reopen();
    page = std::make_unique<SellPage>(shop(), euros());
    layOut(*page, {1278, 740});
    activate(*page);
    waitUntil([this] { return page->frame().left() == SellFrame::Left::Page; });
    CHECK(label("cardAmount").startsWith(u"1,03"_s));
    button("cardNotCharged").click();
    press(Qt::Key_F12);
    REQUIRE(last());
    CHECK(last()->paid == Money::fromMinor(103));
    verify();
}
