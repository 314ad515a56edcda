#include "counter.h"
#include "key_hands.h"

#include "services/cart_service.h"
#include "services/catalog_service.h"
#include "services/checkout_service.h"
#include "services/return_service.h"
#include "services/setting_service.h"
#include "ui/app/main_window.h"
#include "ui/kit/theme.h"
#include "ui/sell/cart_rows.h"
#include "ui/sell/item_field.h"
#include "ui/sell/return_lines_model.h"
#include "ui/sell/return_lines_view.h"
#include "ui/sell/return_page.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <catch2/catch.hpp>

using namespace till;
using namespace till::test;
using namespace Qt::StringLiterals;

namespace {

/// What stands on the return page, row by row: "x Baguette 3 – 3: 1, 1,80".
QStringList rowsOf(const ReturnLinesView& view)
{
    QStringList texts;
    for (const auto& row : view.lines().rows()) {
        QStringList parts{row.isTicked ? u"x"_s : u"o"_s, row.name, row.bought, row.returned};
        parts << (row.kept.isEmpty() ? row.left + u": "_s + row.inSale : row.kept) << row.refund << row.until;
        parts.removeAll(QString{});
        texts << parts.join(u' ');
    }
    return texts;
}

/// The middle of a row, where its name stands, or of another place in it.
QPoint nameIn(const ReturnLinesView& view, int row)
{
    const QRect box = view.visualRect(view.lines().index(row));
    return {view.columns().name.x + 20, box.y() + 20};
}

/// A-000001: a jam, three baguettes, a coffee and 0.846 kg of tomatoes, paid in cash. The sale is over, and
/// the next customer stands there.
struct ReturnCounter : Counter {
    ReturnCounter()
    {
        addProduct("Strawberry jam", 329, "JAM", "B", 110);
        for (const auto* code : {u"JAM", u"3*BAG", u"COF", u"0,846*TOM"}) scan(QString::fromUtf16(code));
        press(Qt::Key_F12);
        REQUIRE(last().number == "A-000001");
        press(Qt::Key_Return);
    }
    ReturnLinesView& view() { return child<ReturnLinesView>(*page, "returnLines"); }
    QStringList back() { return rowsOf(view()); }
    QString marked() { return view().lines().at(view().lines().rowOf(view().markedLine())).name; }
    bool isShown()
    {
        auto* shown = page->findChild<ReturnPage*>();
        return shown != nullptr && shown->isVisible();
    }
    FinishedSale last() { return *shop().checkout().last(shop().facts().till); }
    std::optional<PricedCart> cart() { return shop().carts().current(shop().facts().till); }
    ReturnCondition condition() { return cart()->cart.lines.front().condition; }
    QLineEdit& field() { return *page->frame().field().edit(); }
    void touch(int row)
    {
        QTest::mouseClick(view().viewport(), Qt::LeftButton, {}, nameIn(view(), row));
        settle();
    }
    void click(const char* name)
    {
        QTest::mouseClick(&childNamed(*page, QString::fromLatin1(name)), Qt::LeftButton);
        settle();
    }
};

} // namespace

TEST_CASE_METHOD(ReturnCounter, "a receipt that is scanned lies open beside the sale, its first line marked")
{
    scan(u"A-000001"_s);
    REQUIRE(isShown());
    const QAbstractItemModelTester tester{
        &view().lines(), QAbstractItemModelTester::FailureReportingMode::Fatal};
    CHECK(label("returnNumber") == u"A-000001");
    CHECK(label("returnSold").endsWith(u", 15:07"_s));
    CHECK(label("returnPaid").startsWith(u"Cash 13,62"_s));
    CHECK(label("returnUntil") == u"any day");
    CHECK(back() == QStringList{u"o Strawberry jam 1 – 1: 0"_s, u"o Baguette 3 – 3: 0"_s,
                        u"o Coffee 1 – 1: 0"_s, u"o Tomatoes 0,846 – 0,846: 0"_s});
    CHECK(marked() == u"Strawberry jam");
    CHECK(field().hasFocus());
    CHECK(field().text().isEmpty());
    CHECK(rows().isEmpty());
    CHECK(nameless(*page) == QStringList{});
}

TEST_CASE_METHOD(ReturnCounter, "Space takes the marked goods back and leaves them with the customer again")
{
    scan(u"A-000001"_s);
    press(Qt::Key_Space);
    CHECK(back().front() == u"x Strawberry jam 1 – 1: 1 3,29");
    CHECK(rows() == QStringList{u"Taken back −3,29"_s, u"−1 Strawberry jam resell −3,29"_s});
    CHECK(label("saleTitle") == u"Return");
    CHECK(label("saleDetail") == u"from A-000001");
    press(Qt::Key_Down);
    press(Qt::Key_Space); // one of three
    CHECK(back()[1] == u"x Baguette 3 – 3: 1 1,80");
    press(Qt::Key_Up);
    press(Qt::Key_Space);
    CHECK(back().front() == u"o Strawberry jam 1 – 1: 0");
    CHECK(rows() == QStringList{u"Taken back −1,80"_s, u"−1 Baguette resell −1,80"_s});
}

TEST_CASE_METHOD(
    ReturnCounter, "plus and minus change how many come back, and more than were bought is refused")
{
    scan(u"A-000001"_s);
    press(Qt::Key_Down);
    for (int i = 0; i < 3; ++i) press(Qt::Key_Plus);
    CHECK(back()[1] == u"x Baguette 3 – 3: 3 5,40");
    press(Qt::Key_Plus);
    CHECK(back()[1] == u"x Baguette 3 – 3: 3 5,40");
    CHECK(noteWords().contains(u"only 3 can still come back"_s));
    for (int i = 0; i < 3; ++i) press(Qt::Key_Minus);
    CHECK(back()[1] == u"o Baguette 3 – 3: 0");
    press(Qt::Key_Minus);
    CHECK(rows().isEmpty());
    CHECK(page->frame().left() == SellFrame::Left::Tiles); // and not all the ways to pay
}

TEST_CASE_METHOD(ReturnCounter, "a number and Space takes that many back, of what is weighed a part or all")
{
    scan(u"A-000001"_s);
    press(Qt::Key_Down);
    type(u"2"_s);
    press(Qt::Key_Space);
    CHECK(back()[1] == u"x Baguette 3 – 3: 2 3,60");
    CHECK(field().text().isEmpty());
    press(Qt::Key_Down);
    press(Qt::Key_Down);
    REQUIRE(marked() == u"Tomatoes");
    press(Qt::Key_Space);
    CHECK(back()[3] == u"x Tomatoes 0,846 – 0,846: 0,846 2,53");
    press(Qt::Key_Minus);
    CHECK(back()[3] == u"o Tomatoes 0,846 – 0,846: 0");
    press(Qt::Key_Plus);
    CHECK(back()[3] == u"x Tomatoes 0,846 – 0,846: 0,846 2,53");
    type(u"0,5"_s);
    press(Qt::Key_Space);
    CHECK(back()[3] == u"x Tomatoes 0,846 – 0,846: 0,500 1,50");
    type(u"0"_s);
    press(Qt::Key_Space);
    CHECK(back()[3] == u"o Tomatoes 0,846 – 0,846: 0");
    type(u"100"_s); // three figures are searched, until Space says what they are
    press(Qt::Key_Space);
    CHECK(isShown());
    CHECK(noteWords().contains(u"can still come back"_s));
    CHECK(field().text().isEmpty());
}

TEST_CASE_METHOD(ReturnCounter, "C goes from one condition to the next, and waits whether it begins a word")
{
    scan(u"A-000001"_s);
    press(Qt::Key_Space);
    const auto after = [&] {
        press(Qt::Key_C);
        press(Qt::Key_Down); // no letter: C was meant
        press(Qt::Key_Up);
        return condition();
    };
    CHECK(after() == ReturnCondition::Damaged);
    CHECK(rows()[1] == u"−1 Strawberry jam damaged −3,29");
    CHECK(after() == ReturnCondition::Expired);
    CHECK(after() == ReturnCondition::Supplier);
    CHECK(after() == ReturnCondition::Resell);
    press(Qt::Key_C);
    CHECK(waitUntil([&] { return condition() == ReturnCondition::Damaged; }, 5'000));
    type(u"coffee"_s);
    CHECK(field().text() == u"coffee");
    CHECK(condition() == ReturnCondition::Damaged);
    press(Qt::Key_Return);
    CHECK(rows().last() == u"1 Coffee 2,40");
    CHECK(isShown());
    press(Qt::Key_C);
    press(Qt::Key_F12);
    CHECK_FALSE(isShown());
    verify();
}

TEST_CASE_METHOD(ReturnCounter, "a code that begins with C is sold and changes no condition")
{
    scan(u"A-000001"_s);
    press(Qt::Key_Space);
    addProduct("Clock", 1'500, "C-20045");
    scanAnywhere(u"C-20045"_s);
    CHECK(rows().last() == u"1 Clock 15,00");
    press(Qt::Key_Down);
    CHECK(condition() == ReturnCondition::Resell);
    CHECK(field().text().isEmpty());
}

TEST_CASE_METHOD(ReturnCounter, "a code that begins with a sign is sold and takes nothing back")
{
    addProduct("Minus", 100, "-20045");
    addProduct("Plus", 200, "+20045");
    scan(u"A-000001"_s);
    press(Qt::Key_Down);
    press(Qt::Key_Space);
    const auto before = back();
    KeyHands hands;
    hands.scan(u"-20045"_s);
    CHECK(back() == before);
    CHECK(rows().last() == u"1 Minus 1,00");
    hands.scan(u"+20045"_s);
    CHECK(back() == before);
    CHECK(rows().last() == u"1 Plus 2,00");
    hands.type(u"+"_s); // a person's does
    CHECK(waitUntil([&] { return back()[1] == u"x Baguette 3 – 3: 2 3,60"; }, 5'000));
}

TEST_CASE_METHOD(ReturnCounter, "a sale that waited is no exchange: the receipt that was open goes")
{
    scan(u"COF"_s);
    press(Qt::Key_F6);
    scan(u"A-000001"_s);
    REQUIRE(isShown());
    press(Qt::Key_F7);
    CHECK(rows() == QStringList{u"1 Coffee 2,40"_s});
    CHECK_FALSE(isShown());
    scan(u"A-000001"_s);
    press(Qt::Key_T, Qt::ControlModifier);
    CHECK_FALSE(isShown());
    scan(u"A-000001"_s); // before the first line of a new sale, beside the other one
    REQUIRE(isShown());
    press(Qt::Key_Tab, Qt::ControlModifier);
    CHECK(rows() == QStringList{u"1 Coffee 2,40"_s});
    CHECK_FALSE(isShown());
}

TEST_CASE_METHOD(ReturnCounter, "the buttons of a condition say what becomes of the goods")
{
    scan(u"A-000001"_s);
    press(Qt::Key_Space);
    auto& choice = childNamed(*page, u"returnCondition1"_s);
    QTest::mouseClick(&childNamed(choice, u"segment_supplier"_s), Qt::LeftButton);
    CHECK(condition() == ReturnCondition::Supplier);
    CHECK(field().hasFocus());
    press(Qt::Key_Z, Qt::ControlModifier);
    CHECK(condition() == ReturnCondition::Resell);
}

TEST_CASE_METHOD(ReturnCounter, "Ctrl+A takes everything back that can come back")
{
    scan(u"A-000001"_s);
    press(Qt::Key_A, Qt::ControlModifier);
    CHECK(back() == QStringList{u"x Strawberry jam 1 – 1: 1 3,29"_s, u"x Baguette 3 – 3: 3 5,40"_s,
                        u"x Coffee 1 – 1: 1 2,40"_s, u"x Tomatoes 0,846 – 0,846: 0,846 2,53"_s});
    CHECK(label("totalsLabel") == u"Give back");
    CHECK(label("totalsAmount").startsWith(u"13,62"_s));
    press(Qt::Key_F12);
    CHECK(last().due == Money::fromMinor(-1'362));
    verify();
}

TEST_CASE_METHOD(ReturnCounter, "goods that are back already cannot come back again, and are passed over")
{
    scan(u"A-000001"_s);
    press(Qt::Key_Space);
    press(Qt::Key_F12);
    CHECK_FALSE(isShown());
    CHECK(last().due == Money::fromMinor(-329));
    scan(u"A-000001"_s);
    CHECK(back().front() == u"o Strawberry jam 1 1 is back already");
    CHECK(marked() == u"Baguette");
    press(Qt::Key_Up);
    CHECK(marked() == u"Baguette");
    touch(0);
    CHECK(rows().isEmpty());
    press(Qt::Key_A, Qt::ControlModifier);
    press(Qt::Key_F12);
    scan(u"A-000001"_s);
    CHECK(noteWords().contains(u"Nothing of it can come back"_s));
    for (const auto key : {Qt::Key_Space, Qt::Key_Down}) press(key);
    CHECK(rows().isEmpty());
    scan(u"A-000002"_s); // what gave them back
    CHECK(back() == QStringList{u"o Strawberry jam −1 – came back then"_s});
    verify();
}

TEST_CASE_METHOD(ReturnCounter, "Escape leaves the receipt, what comes back stays in the sale")
{
    scan(u"A-000001"_s);
    press(Qt::Key_Space);
    press(Qt::Key_Escape);
    CHECK_FALSE(isShown());
    CHECK(childNamed(*page, u"tiles"_s).isVisible());
    CHECK(field().hasFocus());
    CHECK(rows() == QStringList{u"Taken back −3,29"_s, u"−1 Strawberry jam resell −3,29"_s});
    scan(u"A-000001"_s); // as it was left
    CHECK(back().front() == u"x Strawberry jam 1 – 1: 1 3,29");
}

TEST_CASE_METHOD(
    ReturnCounter, "new goods are rung up beside the receipt, and the customer pays the difference")
{
    scan(u"A-000001"_s);
    press(Qt::Key_Space);
    scan(u"2*COF"_s);
    scan(u"BAG"_s);
    CHECK(isShown());
    CHECK(field().hasFocus());
    CHECK(rows() == QStringList{u"Taken back −3,29"_s, u"−1 Strawberry jam resell −3,29"_s,
                        u"New goods 6,60"_s, u"2 Coffee 2,40 4,80"_s, u"1 Baguette 1,80"_s});
    CHECK(label("saleTitle") == u"Exchange");
    CHECK(label("totalsLabel") == u"Customer pays");
    CHECK(label("totalsAmount").startsWith(u"3,31"_s));
    press(Qt::Key_F12);
    CHECK_FALSE(isShown());
    CHECK(childNamed(*page, u"tiles"_s).isVisible());
    CHECK(last().number == "A-000002");
    CHECK(last().due == Money::fromMinor(331));
    const auto first = shop().returns().find("A-000001");
    REQUIRE(first);
    CHECK(
        shop().returns().sale(shop().facts().till, *first)->lines.front().returned == Quantity::fromWhole(1));
    verify();
}

TEST_CASE_METHOD(ReturnCounter, "goods of two receipts come back with one sale, beside a search and its list")
{
    scan(u"BAG"_s);
    press(Qt::Key_F12);
    scan(u"A-000001"_s);
    press(Qt::Key_Space);
    scan(u"A-000002"_s);
    CHECK(label("returnNumber") == u"A-000002");
    CHECK(back() == QStringList{u"o Baguette 1 – 1: 0"_s});
    press(Qt::Key_Space);
    CHECK(rows().front() == u"Taken back −5,09");
    CHECK(label("saleDetail") == u"from A-000001, A-000002");
    type(u"cof"_s);
    CHECK(page->frame().left() == SellFrame::Left::Results);
    press(Qt::Key_Escape);
    CHECK(isShown());
    press(Qt::Key_F2);
    CHECK(isShown());
    press(Qt::Key_F12);
    CHECK(last().due == Money::fromMinor(-509));
    verify();
}

TEST_CASE_METHOD(ReturnCounter, "Ctrl+Z takes a tick back, on the receipt as in the sale")
{
    scan(u"A-000001"_s);
    press(Qt::Key_Space);
    press(Qt::Key_C);
    press(Qt::Key_Z, Qt::ControlModifier);
    CHECK(condition() == ReturnCondition::Resell);
    press(Qt::Key_Z, Qt::ControlModifier);
    CHECK(back().front() == u"o Strawberry jam 1 – 1: 0");
    CHECK(page->findChild<QWidget*>(u"returnMore1"_s) == nullptr);
    CHECK(isShown());
    press(Qt::Key_Y, Qt::ControlModifier);
    CHECK(back().front() == u"x Strawberry jam 1 – 1: 1 3,29");
}

TEST_CASE_METHOD(ReturnCounter, "a touch on a row takes it back, its buttons say how many")
{
    scan(u"A-000001"_s);
    touch(1);
    CHECK(back()[1] == u"x Baguette 3 – 3: 1 1,80");
    CHECK(marked() == u"Baguette");
    click("returnMore2");
    click("returnMore2");
    CHECK(back()[1] == u"x Baguette 3 – 3: 3 5,40");
    CHECK_FALSE(button("returnMore2").isEnabled());
    click("returnLess2");
    CHECK(back()[1] == u"x Baguette 3 – 3: 2 3,60");
    CHECK(field().hasFocus());
    const QRect box = view().visualRect(view().lines().index(1));
    for (const QPoint beside : {QPoint{view().columns().takeBack.x + 2, box.y() + 20},
             QPoint{view().columns().name.x + 4, box.bottom() - 2}}) {
        QTest::mouseClick(view().viewport(), Qt::LeftButton, {}, beside);
        CHECK(back()[1] == u"x Baguette 3 – 3: 2 3,60");
    }
    touch(1);
    CHECK(back()[1] == u"o Baguette 3 – 3: 0");
    click("returnLeave");
    CHECK_FALSE(isShown());
}

TEST_CASE_METHOD(
    ReturnCounter, "goods that come back on a receipt keep its price, and lose no discount twice")
{
    scan(u"3*JAM"_s);
    scan(u"10%"_s);
    scan(u"COF"_s);
    type(u"5"_s);
    press(Qt::Key_Percent, Qt::ControlModifier);
    press(Qt::Key_F12);
    scan(u"A-000002"_s);
    press(Qt::Key_Space);
    const auto refund = view().lines().at(0).refund;
    CHECK(refund == u"2,81"); // 3.29 less 10 %, less 5 %
    scan(u"BAG"_s);
    type(u"1,00"_s);
    press(Qt::Key_Percent, Qt::ControlModifier); // off what is sold now
    CHECK(rows()[1] == u"−1 Strawberry jam resell −"_s + refund);
    CHECK(rows().last() == u"Discount −1,00");
    lines().markLine(cart()->cart.lines.front().lineNo);
    type(u"1,50"_s);
    press(Qt::Key_F4);
    CHECK(noteWords().contains(u"price of its receipt"_s));
    field().clear();
    scan(u"20%"_s);
    CHECK(noteWords().contains(u"price of its receipt"_s));
    scan(u"*2"_s);
    CHECK(back().front().startsWith(u"x Strawberry jam 3 – 3: 2"_s));
    press(Qt::Key_F12);
    verify();
}

TEST_CASE_METHOD(ReturnCounter, "after its last day a receipt says until when, and who may decides")
{
    REQUIRE(shop().settings().set(owner(), "sale.return_days", "14"));
    scan(u"A-000001"_s);
    CHECK_FALSE(label("returnUntil").isEmpty());
    CHECK_FALSE(back().front().contains(u"until"_s));
    press(Qt::Key_Escape);
    clock.advance(std::chrono::hours{24 * 15});
    scan(u"A-000001"_s);
    CHECK(back().front().contains(u"until 28"_s));
    press(Qt::Key_Space); // the owner
    CHECK(back().front().startsWith(u"x Strawberry jam"_s));
}

TEST_CASE_METHOD(ReturnCounter, "goods of a department that takes nothing back stay sold")
{
    const std::vector<std::string> path{"Hot drinks"};
    const auto drinks = *shop().catalog().departmentNamed(owner(), path);
    REQUIRE(shop().catalog().setReturnDays(owner(), drinks, 0));
    ProductDraft draft;
    draft.name = "Cappuccino";
    draft.taxClass = shop().catalog().taxes().classes.front().id;
    draft.department = drinks;
    draft.price = UnitPrice::fromHundredths(28'000);
    draft.codes = {{"CAP", false, Quantity::fromWhole(1), {}}};
    REQUIRE(shop().catalog().add(owner(), draft));
    scan(u"CAP"_s);
    scan(u"JAM"_s);
    press(Qt::Key_F12);
    scan(u"A-000002"_s);
    CHECK(back() == QStringList{u"o Cappuccino 1 – stays sold"_s, u"o Strawberry jam 1 – 1: 0"_s});
    CHECK(marked() == u"Strawberry jam");
    press(Qt::Key_A, Qt::ControlModifier);
    CHECK(rows() == QStringList{u"Taken back −3,29"_s, u"−1 Strawberry jam resell −3,29"_s});
}

TEST_CASE_METHOD(
    ReturnCounter, "without a receipt the page says how, and goods of a receipt are sold after all")
{
    scan(u"A-000001"_s);
    press(Qt::Key_Space);
    press(Qt::Key_F8, Qt::ControlModifier);
    CHECK_FALSE(isShown());
    CHECK(noteWords().contains(u"Ctrl+F8"_s));
    press(Qt::Key_F8, Qt::ControlModifier); // the marked line: it stays sold
    CHECK(rows().isEmpty());
}

TEST_CASE_METHOD(
    ReturnCounter, "the receipt goes with its sale: put aside, given up, or another one in front")
{
    scan(u"A-000001"_s);
    press(Qt::Key_Space);
    press(Qt::Key_F6);
    CHECK_FALSE(isShown());
    scan(u"A-000001"_s);
    CHECK(back().front() == u"o Strawberry jam 1 1 is back already"); // with the sale that waits
    press(Qt::Key_Down);
    press(Qt::Key_Space);
    press(Qt::Key_T, Qt::ControlModifier);
    CHECK_FALSE(isShown());
    CHECK(rows().isEmpty());
}

TEST_CASE_METHOD(ReturnCounter, "F3 asks for the receipt itself")
{
    scan(u"A-000001"_s);
    QSignalSpy asked{page.get(), &SellPage::receiptRequested};
    press(Qt::Key_F3);
    click("returnShow");
    REQUIRE(asked.size() == 2);
    CHECK(asked.front().front().toLongLong() == last().document.value);
}

namespace {

/// The whole window, with the receipt of the look's picture: a jam, three croissants, two milk of which one
/// is back, a candle, a cappuccino that stays sold, and bananas by weight.
struct ReturnWindow : ShopFixture {
    ReturnWindow()
    {
        REQUIRE(shop().settings().set(owner(), "sale.return_days", "14"));
        addProduct("Strawberry jam 340 g", 329, "JAM", "B");
        addProduct("Butter croissant", 135, "CRO", "B");
        addProduct("Whole milk 1 l", 119, "MILK", "B");
        addProduct("Candle, beeswax", 390, "CAN", "A");
        addProduct("Candle, honey", 390, "HON", "A");
        addProduct("Tea, any kind", 210, "TEA", "B");
        addProduct("Paper carrier bag", 20, "BAG", "A");
        addWeighed("Bananas", 199, "BAN");
        const std::vector<std::string> path{"Hot drinks"};
        const auto drinks = *shop().catalog().departmentNamed(owner(), path);
        REQUIRE(shop().catalog().setReturnDays(owner(), drinks, 0));
        ProductDraft draft;
        draft.name = "Cappuccino, large";
        draft.taxClass = shop().catalog().taxes().classes.front().id;
        draft.department = drinks;
        draft.price = UnitPrice::fromHundredths(34'000);
        draft.codes = {{"CAP", false, Quantity::fromWhole(1), {}}};
        REQUIRE(shop().catalog().add(owner(), draft));
        openShift();
        window = std::make_unique<MainWindow>(shop(), QString{});
        layOut(*window, {1366, 768});
        activate(*window);
        window->sell().takeFocus();
        for (const auto* code : {u"JAM", u"3*CRO", u"2*MILK", u"CAN", u"CAP", u"1,12*BAN"})
            scan(QString::fromUtf16(code));
        press(Qt::Key_F12);
        clock.advance(std::chrono::hours{48});
        scan(u"A-000001"_s);
        press(Qt::Key_Down);
        press(Qt::Key_Down);
        press(Qt::Key_Space);
        press(Qt::Key_F12);
    }
    ~ReturnWindow() { Theme::instance().apply({.mode = ThemeMode::Light}); }
    ReturnLinesView& view() { return child<ReturnLinesView>(*window, "returnLines"); }
    void exchange()
    {
        scan(u"A-000001"_s);
        press(Qt::Key_Space);
        press(Qt::Key_C);
        press(Qt::Key_Down);
        press(Qt::Key_Down);
        press(Qt::Key_Down);
        press(Qt::Key_Space);
        for (const auto* code : {u"2*HON", u"TEA", u"BAG"}) scan(QString::fromUtf16(code));
    }
    void taken(const LookSettings& look, QSize size, const QString& name)
    {
        Theme::instance().apply(look);
        layOut(*window, size);
        settle();
        shoot(*window, size, name);
        auto& shown = childNamed(*window, u"returnPage"_s);
        INFO(name.toStdString());
        REQUIRE(shown.isVisible());
        CHECK(window->size() == size);
        CHECK(nameless(shown) == QStringList{});
        if (look.density == Density::Touch) CHECK(smallerThan(shown, 44) == QStringList{});
        const QRect room = view().viewport()->rect();
        for (auto* control : view().viewport()->findChildren<KeyButton*>(Qt::FindDirectChildrenOnly))
            if (control->isVisible() && room.intersects(control->geometry()))
                CHECK((control->x() >= 0 && control->geometry().right() <= room.right()));
    }
    std::unique_ptr<MainWindow> window;
};

} // namespace

TEST_CASE_METHOD(ReturnWindow, "the return page is photographed as in the pictures of the look")
{
    exchange();
    taken({.mode = ThemeMode::Light}, {1366, 768}, u"c08-return"_s);
    taken({.mode = ThemeMode::Dark}, {1366, 768}, u"c08-return-dark"_s);
    taken({.mode = ThemeMode::Light}, {1024, 768}, u"c08-return-1024"_s);
    taken({.mode = ThemeMode::Dark}, {1024, 768}, u"c08-return-1024-dark"_s);
    taken({.mode = ThemeMode::Light, .density = Density::Touch}, {1366, 768}, u"c08-return-touch"_s);
    taken({.mode = ThemeMode::Light, .zoomPercent = 130}, {1920, 1080}, u"c08-return-130"_s);
    window->setLayoutDirection(Qt::RightToLeft);
    taken({.mode = ThemeMode::Light, .showKeys = false}, {1366, 768}, u"c08-return-rtl"_s);
}

TEST_CASE_METHOD(ReturnWindow, "long names, large amounts and days that are over stay inside the return page")
{
    addProduct(std::string(120, 'W'), 9'999'999'999, "DEAR");
    addProduct("Baker's dozen of the finest butter croissants, filled with almonds", 999'999, "LONG");
    scan(u"DEAR"_s);
    scan(u"LONG"_s);
    scan(u"1,12*BAN"_s);
    press(Qt::Key_F11);
    clock.advance(std::chrono::hours{24 * 30});
    scan(u"A-000003"_s);
    press(Qt::Key_A, Qt::ControlModifier);
    CHECK(view().lines().at(0).refund.endsWith(u"999,99"_s));
    taken({.mode = ThemeMode::Light}, {1366, 768}, u"return-long"_s);
    taken({.mode = ThemeMode::Light, .density = Density::Touch}, {1366, 768}, u"return-long-touch"_s);
    taken({.mode = ThemeMode::Dark, .density = Density::Touch}, {1024, 768}, u"return-long-touch-1024"_s);
    taken({.mode = ThemeMode::Dark}, {1024, 768}, u"return-long-1024-dark"_s);
}

TEST_CASE_METHOD(ReturnWindow, "a receipt of many lines scrolls, and the marked one is never out of sight")
{
    for (int i = 0; i < 20; ++i) {
        const auto code = "SKU" + std::to_string(i);
        addProduct("Article " + std::to_string(i), 100, code);
        scan(QString::fromStdString(code));
    }
    press(Qt::Key_F12);
    scan(u"A-000003"_s);
    const auto inSight = [&] {
        const int row = view().lines().rowOf(view().markedLine());
        return view().viewport()->rect().contains(view().visualRect(view().lines().index(row)));
    };
    for (int i = 0; i < 19; ++i) {
        press(Qt::Key_Down);
        CHECK(inSight());
    }
    press(Qt::Key_Space);
    CHECK(waitUntil(inSight, 2'000));
    shoot(*window, {1366, 768}, u"return-many"_s);
    press(Qt::Key_PageUp);
    press(Qt::Key_PageUp);
    CHECK(waitUntil(inSight, 2'000));
    CHECK(view().markedLine() == 1);
}

TEST_CASE_METHOD(
    ReturnWindow, "the Receipts page leads to taking goods of the open receipt back, and F3 leads there")
{
    window->showPage(u"receipts"_s);
    auto& receipts = childNamed(*window, u"receiptsPage"_s);
    scanAnywhere(u"A-000001"_s);
    shoot(*window, {1366, 768}, u"receipts-take-back"_s);
    QTest::mouseClick(&childNamed(receipts, u"receiptTakeBack"_s), Qt::LeftButton);
    settle();
    CHECK(window->currentPage() == u"sell");
    REQUIRE(childNamed(*window, u"returnPage"_s).isVisible());
    CHECK(child<QLabel>(*window, "returnNumber").text() == u"A-000001");
    press(Qt::Key_Space);
    CHECK(view().lines().at(0).isTicked);
    press(Qt::Key_F3);
    CHECK(window->currentPage() == u"receipts");
    press(Qt::Key_Escape);
    CHECK(window->currentPage() == u"sell");
    CHECK(childNamed(*window, u"returnPage"_s).isVisible());
    press(Qt::Key_Space);
    CHECK_FALSE(view().lines().at(0).isTicked);
}

TEST_CASE("where prices are before tax, what comes back stands before tax too, less its discounts")
{
    PricedCart cart;
    CartLine line;
    line.lineNo = 1;
    line.name = "Hammer";
    line.unit = "pc";
    line.quantity = Quantity::fromWhole(-1);
    line.unitPrice = UnitPrice::fromMoney(Money::fromMinor(1'000));
    line.returns = ReturnedLine{Uid{}, 1};
    cart.cart.lines = {line};
    PricedLine back;
    back.gross = Money::fromMinor(-1'000);
    back.saleDiscounts = {Money::fromMinor(-100)};
    back.net = Money::fromMinor(-900);
    back.tax = Money::fromMinor(-180);
    back.total = Money::fromMinor(-1'080);
    cart.priced.lines = {back};
    for (const auto& row : cartRows(cart, euros()))
        if (!row.amount.isEmpty()) CHECK(row.amount == u"\u22129,00");
}
