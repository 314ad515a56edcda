#include "page_on_screen.h"

#include "services/checkout_service.h"
#include "services/shift_service.h"
#include "ui/day/count_grid.h"
#include "ui/day/day_page.h"
#include "ui/day/figure_list.h"
#include "ui/day/sales_bars.h"
#include "ui/kit/file_chooser.h"
#include "ui/kit/theme.h"

#include <QAbstractButton>
#include <QLabel>
#include <catch2/catch.hpp>

using namespace till;
using namespace till::test;
using namespace Qt::StringLiterals;

namespace {

struct DayOnScreen : PageOnScreen<DayPage> {
    ~DayOnScreen() { setFileChooser({}); }
    QString figures() { return child<FigureList>(page, "xFigures").text(); }
    QString bars() { return child<SalesBars>(page, "salesBars").text(); }
    QString mainWord() { return child<QAbstractButton>(page, "openOrClose").text(); }
};

} // namespace

TEST_CASE_METHOD(DayOnScreen, "the day says since when the till is open, by whom and with how much")
{
    const auto words = child<QLabel>(childNamed(page, u"dayOverview"_s), "pageSentence").text();
    CHECK(words.contains(u"14.03.26 15:07"_s));
    CHECK(words.contains(u"Owner"_s));
    CHECK(words.contains(u"100,00"_s));
    CHECK(mainWord() == u"Close the till");
}

TEST_CASE_METHOD(
    DayOnScreen, "the X report shows sales, taxes and tenders, but not what should be in the drawer")
{
    const auto text = figures();
    CHECK(text.contains(u"Receipts 4"_s));
    CHECK(text.contains(u"A-000001 \u2013 A-000004"_s));
    CHECK(text.contains(u"Cash"_s));
    CHECK(text.contains(u"5,5\u00A0% on "_s)); // one way to write numbers on one page
    const auto expected = shop().shifts().cash(shop().shifts().open(shop().facts().till)->id).expected;
    CHECK_FALSE(text.contains(euros().money(expected)));
    CHECK_FALSE(text.contains(u"xpected"_s));
}

TEST_CASE_METHOD(DayOnScreen, "sums by hour, department and day are those of the period that is chosen")
{
    CHECK(bars() == u"09 \u22122,40");
    press("chip_week");
    CHECK(bars().contains(u"16 12,29"_s)); // 11.69 of the lamp and 0.60 of the exchange
    press("chip_department");
    CHECK(bars().contains(u"Light 11,69"_s));
    press("chip_day");
    CHECK(bars().contains(u" 14 "_s));
}

TEST_CASE_METHOD(
    DayOnScreen, "counting by notes and coins adds up, and only the commit tells what was expected")
{
    press("openOrClose");
    CHECK(label("countTotal") == u"\u2013");
    QTest::keyClicks(&field("pieces5000"), u"1+1"_s);
    QTest::keyClicks(&field("pieces200"), u"7"_s);
    CHECK(label("countTotal").contains(u"114,00"_s));
    QTest::keyClicks(&field("pieces100"), u"2"_s);
    type("leaveAmount", u"200"_s);
    press("commitCount");
    CHECK(note().contains(u"No more"_s));
    REQUIRE(shop().shifts().open(shop().facts().till)); // nothing was closed
    type("leaveAmount", u"100"_s);
    type("closeRemark", u"a coin under the drawer"_s);
    QTest::keyClick(&field("closeRemark"), Qt::Key_Return, Qt::ControlModifier);

    REQUIRE_FALSE(shop().shifts().open(shop().facts().till));
    const auto result = child<FigureList>(page, "closeFigures").text();
    // 100.00 + 6.00 + 6.70 + 0.60 - 2.40 = 110.90
    CHECK(result.contains(u"Expected 110,90"_s));
    CHECK(result.contains(u"Counted 116,00"_s));
    CHECK(label("closeDifference") == u"+5,10");
    CHECK(shop().shifts().lastLeft(shop().facts().till) == cents(10'000));
    verify();
}

TEST_CASE_METHOD(
    DayOnScreen, "counting as one sum closes the till too, and opening it again starts with what was left")
{
    press("openOrClose");
    press("chip_sum");
    press("commitCount");
    CHECK(note().contains(u"Count the drawer first"_s));
    type("countedSum", u"110,90"_s);
    press("commitCount");
    CHECK(label("closeDifference") == u"0,00");
    press("closedDone");
    CHECK(mainWord() == u"Open the till");
    CHECK(label("noFigures").contains(u"once the till is opened"_s));

    press("openOrClose");
    CHECK(field("openingFloat").text() == u"110,90");
    type("openingFloat", u"96385074"_s); // a scan that went astray
    QTest::keyClick(&field("openingFloat"), Qt::Key_Return);
    REQUIRE_FALSE(shop().shifts().open(shop().facts().till));
    type("openingFloat", u"110,90"_s);
    press("openTill");
    REQUIRE(shop().shifts().open(shop().facts().till));
    CHECK(mainWord() == u"Close the till");
    CHECK(figures().contains(u"Receipts 0"_s));
}

TEST_CASE_METHOD(DayOnScreen, "Esc leaves the count as if nothing had been typed")
{
    press("openOrClose");
    QTest::keyClicks(&field("pieces5000"), u"9"_s);
    QTest::keyClick(&field("pieces5000"), Qt::Key_Escape);
    CHECK(childNamed(page, u"openOrClose"_s).isVisible());
    press("openOrClose");
    CHECK(field("pieces5000").text().isEmpty());
}

TEST_CASE_METHOD(DayOnScreen, "a row that is no number of pieces is refused, the others are kept")
{
    press("openOrClose");
    QTest::keyClicks(&field("pieces5000"), u"2"_s);
    QTest::keyClicks(&field("pieces2000"), u"two"_s);
    press("commitCount");
    CHECK_FALSE(note().isEmpty());
    CHECK(shop().shifts().open(shop().facts().till));
    CHECK(field("pieces5000").text() == u"2");
    type("pieces2000", u"1"_s);
    CHECK(note().isEmpty());
}

TEST_CASE_METHOD(DayOnScreen, "a backup is a shop that opens, made while the till is open")
{
    qputenv("HOME", QByteArray::fromStdString(folder.path().string()));
    const auto target = folder.path() / "copy.db";
    setFileChooser([&target](QWidget*, const FileRequest& request) {
        CHECK(request.suggestedName.startsWith(u"Corner Bakery 2026-03-16"_s));
        CHECK(request.startFolder.endsWith(u"Tillroll backups"_s));
        return std::optional{QString::fromStdString(target.string())};
    });
    press("backupNow");
    REQUIRE(QTest::qWaitFor([this] { return note().contains(u"read back"_s); }, 20'000));
    ShopOptions copy = options();
    copy.file = target;
    copy.access = Access::Read;
    const auto opened = Shop::open(copy, clock);
    REQUIRE(opened);
    CHECK((*opened)->facts().name == "Corner Bakery");
}

TEST_CASE_METHOD(DayOnScreen, "a backup over a file that is there leaves the file and says so")
{
    qputenv("HOME", QByteArray::fromStdString(folder.path().string()));
    setFileChooser([this](QWidget*, const FileRequest&) {
        return std::optional{QString::fromStdString(shop().file().string())};
    });
    press("backupNow");
    REQUIRE(QTest::qWaitFor([this] { return childNamed(page, u"backupNow"_s).isEnabled(); }, 20'000));
    CHECK(note().contains(u"already"_s));
    verify();
}

TEST_CASE_METHOD(DayOnScreen, "the day pages name every control and fit their windows, with twelve digits")
{
    const auto dear = addProduct(std::string(200, 'W'), 9'999'999'999, "DEAR");
    SaleRequest request;
    request.lines.resize(1);
    request.lines.front().product = dear;
    request.tenders = {{shop().checkout().tenderType("card")->id, {}, {}}};
    for (int i = 0; i < 100; ++i) sell(request); // a line holds ten digits, their sum twelve
    page.refresh();
    press("chip_week");
    press("chip_department");
    shoot(page, {1278, 740}, u"day-1366"_s);
    CHECK(nameless(page) == QStringList{});
    press("chip_hour");
    shoot(page, {936, 740}, u"day-1024"_s);
    CHECK(page.width() == 936);
    Theme::instance().apply({.mode = ThemeMode::Dark});
    shoot(page, {1278, 740}, u"day-dark"_s);
    press("openOrClose");
    shoot(page, {1278, 740}, u"day-count-dark"_s);
    Theme::instance().apply({.mode = ThemeMode::Light});
    shoot(page, {936, 740}, u"day-count-1024"_s);
    CHECK(page.width() == 936);
    CHECK(nameless(page) == QStringList{});
    QTest::keyClicks(&field("pieces5000"), u"9999999"_s);
    press("commitCount");
    shoot(page, {936, 740}, u"day-closed-1024"_s);
    CHECK(page.width() == 936);
}
