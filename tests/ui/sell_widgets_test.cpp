#include "sell_samples.h"
#include "shot.h"

#include "ui/kit/ask_dialog.h"
#include "ui/kit/key_button.h"
#include "ui/kit/note_bar.h"
#include "ui/kit/page_rail.h"
#include "ui/kit/theme.h"
#include "ui/sell/action_row.h"
#include "ui/sell/cart_panel.h"
#include "ui/sell/cart_view.h"
#include "ui/sell/department_tabs.h"
#include "ui/sell/item_field.h"
#include "ui/sell/pay_parts_page.h"
#include "ui/sell/results_view.h"
#include "ui/sell/tile_grid.h"
#include "ui/sell/tile_view.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <catch2/catch.hpp>

using namespace till;
using namespace till::test;
using namespace Qt::StringLiterals;

TEST_CASE("every control that takes the focus tells a screen reader its name")
{
    SampleWindow window;
    fillEmpty(window);
    layOut(window, {1366, 768});
    CHECK(nameless(window) == QStringList{});
    fillTwelveLines(window);
    layOut(window, {1024, 768});
    CHECK(nameless(window) == QStringList{});
    window.sell->payParts().setState(sampleParts());
    window.sell->payParts().setGroups(sampleGroups());
    window.sell->showLeft(SellFrame::Left::PayParts);
    layOut(window, {1366, 768});
    CHECK(nameless(window) == QStringList{});
    window.sell->cart().showPaid(u"Sale 1042 paid"_s, {}, samplePaid());
    layOut(window, {1366, 768});
    CHECK(nameless(window) == QStringList{});
}

TEST_CASE("on a touch screen no button is smaller than a finger")
{
    SampleWindow window;
    Theme::instance().apply({.mode = ThemeMode::Light, .density = Density::Touch});
    fillTwelveLines(window);
    layOut(window, {1366, 768});
    const auto small = smallerThan(window, 44);
    Theme::instance().apply({.mode = ThemeMode::Light});
    CHECK(small == QStringList{});
}

TEST_CASE("the tiles are five by five at 1366 and three by five at 1024")
{
    SampleWindow window;
    fillEmpty(window);
    layOut(window, {1366, 768});
    CHECK(window.sell->tiles().view().columns() == 5);
    CHECK(window.sell->tiles().view().rowsPerPage() == 5);
    CHECK(window.sell->tiles().view().pageCount() == 1);
    layOut(window, {1024, 768});
    CHECK(window.sell->tiles().view().columns() == 3);
    CHECK(window.sell->tiles().view().rowsPerPage() == 5);
    CHECK(window.sell->tiles().view().pageCount() == 2);
}

namespace {

/// What a person would miss: tiles that are cut or too small, a row of page buttons that is not there or
/// stands on them.
QStringList missing(SampleWindow& window)
{
    QStringList faults;
    auto& grid = window.sell->tiles();
    auto& view = grid.view();
    auto& next = childNamed(grid, u"tilesNext"_s);
    const auto pages = view.pageCount();
    if (next.isVisible() != (pages > 1)) faults << u"pager of %1 page(s)"_s.arg(pages);
    if (next.isVisible()) {
        const QRect pager{next.mapTo(&grid, QPoint{}), next.size()};
        if (!grid.rect().contains(pager)) faults << u"pager cut"_s;
        if (view.geometry().intersects(pager)) faults << u"pager on the tiles"_s;
    }
    const auto shown = grid.visibleRegion().boundingRect();
    if (shown != grid.rect()) faults << u"grid cut"_s;
    if (!grid.rect().contains(view.geometry())) faults << u"tiles cut"_s;
    const QSize smallest{tokens().px(120), tokens().px(90, 112)};
    for (int row = 0; row < std::min(view.model()->rowCount(), view.columns() * view.rowsPerPage()); ++row) {
        const auto tile = view.visualRect(view.model()->index(row, 0));
        if (!view.viewport()->rect().contains(tile)) faults << u"tile %1 cut"_s.arg(row);
        if (tile.width() < smallest.width() || tile.height() < smallest.height())
            faults << u"tile %1 too small"_s.arg(row);
    }
    return faults;
}

} // namespace

TEST_CASE("tiles and their pages are whole whatever the window becomes")
{
    SampleWindow window;
    fillEmpty(window);
    for (const auto density : {Density::Standard, Density::Touch, Density::Compact, Density::Standard}) {
        Theme::instance().apply({.mode = ThemeMode::Light, .density = density});
        for (const QSize size : {QSize{1366, 768}, QSize{1024, 768}, QSize{1366, 768}, QSize{1366, 700},
                 QSize{1024, 700}, QSize{1920, 1040}, QSize{1024, 768}}) {
            layOut(window, size);
            INFO(size.width() << " x " << size.height() << " touch " << (density == Density::Touch));
            CHECK(missing(window).join(u", "_s).toStdString() == "");
        }
        layOut(window, {1366, 768});
    }
    Theme::instance().apply({.mode = ThemeMode::Light});
}

TEST_CASE("two quick touches on a tile ring it up twice, and the focus stays where it was")
{
    SampleWindow window;
    fillEmpty(window);
    layOut(window, {1366, 768});
    auto& view = window.sell->tiles().view();
    QSignalSpy chosen{&window.sell->tiles(), &TileGrid::chosen};
    const QPoint croissant = view.visualRect(view.model()->index(5, 0)).center();

    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, croissant);
    // What a window system sends for the second of two quick clicks: a double click in place of the press.
    QTest::mouseDClick(view.viewport(), Qt::LeftButton, {}, croissant);
    QTest::mouseRelease(view.viewport(), Qt::LeftButton, {}, croissant);

    REQUIRE(chosen.size() == 2);
    CHECK(chosen.at(0).at(0).toLongLong() == 6);
    CHECK(chosen.at(1).at(0).toLongLong() == 6);
    CHECK(window.focusWidget() == window.sell->field().edit());
}

TEST_CASE("tiles are reached by keyboard and never move when quantities change")
{
    TileGrid grid;
    const QAbstractItemModelTester tester{
        &grid.model(), QAbstractItemModelTester::FailureReportingMode::Fatal};
    grid.model().setRows(sampleTiles(false));
    layOut(grid, {786, 532});
    QSignalSpy resets{&grid.model(), &QAbstractItemModel::modelReset};
    QSignalSpy changes{&grid.model(), &QAbstractItemModel::dataChanged};
    grid.model().setRows(sampleTiles(true));
    CHECK(resets.isEmpty());
    CHECK(changes.size() == 11);

    QSignalSpy chosen{&grid, &TileGrid::chosen};
    grid.view().setCurrentIndex(grid.model().index(0));
    QTest::keyClick(&grid.view(), Qt::Key_Down);
    QTest::keyClick(&grid.view(), Qt::Key_Right);
    QTest::keyClick(&grid.view(), Qt::Key_Return);
    REQUIRE(chosen.size() == 1);
    CHECK(chosen.at(0).at(0).toLongLong() == 7);
}

TEST_CASE("the marked line and its strip survive what happens around it")
{
    CartView view;
    const QAbstractItemModelTester tester{
        &view.cart(), QAbstractItemModelTester::FailureReportingMode::Fatal};
    auto rows = sampleCart();
    view.setRows(rows);
    layOut(view, {459, 462});
    view.markLine(6);

    rows.erase(rows.begin(), rows.begin() + 1);
    rows[5].quantity = u"3"_s;
    rows[5].amount = u"3,87"_s;
    rows.push_back({CartRow::Kind::Line, 99, u"1"_s, u"Candle"_s, {}, u"3,90"_s});
    view.setRows(rows);
    QApplication::processEvents();

    CHECK(view.markedLine() == 6);
    CHECK(childNamed(view, u"cartStrip"_s).isVisible());
    CHECK(child<QLabel>(view, "lineQuantity").text() == u"3"_s);
    QSignalSpy more{&view, &CartView::oneMore};
    child<KeyButton>(view, "lineMore").click();
    REQUIRE(more.size() == 1);
    CHECK(more.at(0).at(0).toLongLong() == 6);
}

TEST_CASE("removing the marked line takes its strip away, and rows can come in any order")
{
    CartView view;
    const QAbstractItemModelTester tester{
        &view.cart(), QAbstractItemModelTester::FailureReportingMode::Fatal};
    view.setRows(sampleCart());
    layOut(view, {459, 462});
    view.markLine(2);
    auto reversed = sampleCart();
    std::reverse(reversed.begin(), reversed.end());
    view.setRows(reversed);
    CHECK(view.cart().at(0).name == u"Paper carrier bag"_s);
    CHECK(view.markedLine() == 2);
    view.setRows({});
    QApplication::processEvents();
    CHECK(view.cart().rowCount() == 0);
    CHECK(view.markedLine() == 0);
}

TEST_CASE("Up and Down step over savings, and older lines are counted when out of sight")
{
    CartView view;
    view.setRows(sampleCart());
    layOut(view, {459, 200});
    view.markLine(1);
    view.moveMark(1);
    CHECK(view.markedLine() == 2);
    view.moveMark(1);
    CHECK(view.markedLine() == 3);
    view.moveMark(100);
    CHECK(view.markedLine() == 12);
    QApplication::processEvents();
    auto& earlier = child<KeyButton>(view, "cartEarlier");
    CHECK(earlier.isVisible());
    CHECK(earlier.text().contains(u"earlier"_s));
}

TEST_CASE("the field clears on the first Escape and steps back on the second")
{
    ItemField field{u"search"_s};
    layOut(field, {600, 52});
    QSignalSpy edited{&field, &ItemField::textEdited};
    QSignalSpy escaped{&field, &ItemField::escaped};
    QSignalSpy moved{&field, &ItemField::moveRequested};
    QTest::keyClicks(field.edit(), u"cro"_s);
    CHECK(edited.size() == 3);
    QTest::keyClick(field.edit(), Qt::Key_Down);
    CHECK(moved.size() == 1);
    QTest::keyClick(field.edit(), Qt::Key_Escape);
    CHECK(field.text().isEmpty());
    CHECK(edited.last().at(0).toString().isEmpty());
    CHECK(escaped.isEmpty());
    QTest::keyClick(field.edit(), Qt::Key_Escape);
    CHECK(escaped.size() == 1);
}

TEST_CASE("the mark in the results moves and stops at the ends")
{
    ResultsView results;
    const QAbstractItemModelTester tester{
        &results.model(), QAbstractItemModelTester::FailureReportingMode::Fatal};
    results.show(sampleResults(), u"10 products match"_s, u"€"_s);
    layOut(results, {786, 588});
    CHECK(results.selectedProduct() == 1);
    results.moveSelection(-1);
    CHECK(results.selectedProduct() == 1);
    results.moveSelection(99);
    CHECK(results.selectedProduct() == 10);
    results.show({}, u"nothing matches"_s, u"€"_s);
    CHECK(results.selectedProduct() == 0);
}

TEST_CASE("paying is off but in place while the sale is empty")
{
    SampleWindow window;
    fillEmpty(window);
    layOut(window, {1366, 768});
    auto& cash = child<KeyButton>(window, "payCash");
    CHECK(cash.isVisible());
    CHECK_FALSE(cash.isEnabled());
    fillTwelveLines(window);
    CHECK(cash.isEnabled());
    QSignalSpy note{&window.sell->cart().payZone(), &PayZone::noteChosen};
    child<KeyButton>(window, "payNote4").click();
    REQUIRE(note.size() == 1);
    CHECK(note.at(0).at(0).toLongLong() == 5000);
}

TEST_CASE("long names and large sums fit: names shorten, figures never do")
{
    SampleWindow window;
    fillTwelveLines(window);
    auto rows = sampleCart();
    rows[0].name = QString{200, u'W'};
    rows[0].amount = u"12.345.678,90"_s;
    window.sell->cart().setRows(rows);
    auto tiles = sampleTiles(true);
    tiles[0].name = u"Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen"_s;
    tiles[1].priceText = u"1.234.567,89"_s;
    window.sell->tiles().model().setRows(tiles);
    window.sell->cart().setTotals(
        {.count = u"12 lines"_s, .label = u"To pay"_s, .amount = u"12.345.678,90 €"_s});
    window.sell->cart().payZone().setCashAmount(u"12.345.678,90"_s);
    shoot(window, {1024, 768}, u"sell-long-names-1024"_s);
    const auto& total = child<QLabel>(window, "totalsAmount");
    CHECK(total.fontMetrics().horizontalAdvance(total.text()) <= total.width());
    CHECK(window.width() == 1024);
}

TEST_CASE("a name that looks like markup is shown as it is written")
{
    NoteBar note;
    note.show({.tone = Tone::Warn,
        .subject = u"<b>4006</b>"_s,
        .text = u"<img src=x> is not in your products yet."_s,
        .action = u"Add it"_s});
    layOut(note, {700, 48});
    CHECK(child<QLabel>(note, "noteText").textFormat() == Qt::PlainText);
    CHECK(note.text() == u"<b>4006</b> <img src=x> is not in your products yet."_s);
    QSignalSpy action{&note, &NoteBar::actionTriggered};
    child<KeyButton>(note, "noteAction").click();
    CHECK(action.size() == 1);
    shoot(note, {700, 48}, u"kit-note"_s);
}

TEST_CASE("a name of two hundred letters leaves room for what is said about it, and is told in full")
{
    NoteBar note;
    const QString name(200, u'W');
    note.show({.tone = Tone::Info, .subject = name, .text = u"4,90 €, 12 in stock"_s});
    layOut(note, {700, 48});
    const auto& subject = child<QLabel>(note, "noteSubject");
    const auto& text = child<QLabel>(note, "noteText");
    CHECK(note.minimumSizeHint().width() < 400);
    CHECK(subject.width() > 200);
    CHECK(subject.width() <= 350);
    CHECK(text.width() >= text.fontMetrics().horizontalAdvance(text.text()));
    CHECK(text.geometry().left() >= subject.geometry().right());
    CHECK(subject.toolTip().contains(name));
    CHECK(note.text().startsWith(name));

    note.show({.tone = Tone::Warn, .subject = u"4006381333931"_s, .text = u"is not in your products yet."_s});
    layOut(note, {700, 48});
    CHECK(subject.width() >= subject.fontMetrics().horizontalAdvance(subject.text()));
    CHECK(subject.toolTip().isEmpty());
}

TEST_CASE("the number pad writes over the proposed amount and then types on")
{
    PayPartsPage page{u','};
    page.setState(sampleParts());
    layOut(page, {786, 708});
    child<KeyButton>(page, "pad2").click();
    child<KeyButton>(page, "pad0").click();
    child<KeyButton>(page, "pad,").click();
    child<KeyButton>(page, "pad5").click();
    CHECK(page.amountText() == u"20,5"_s);
    QSignalSpy removed{&page, &PayPartsPage::removePartRequested};
    child<KeyButton>(page, "partRemove0").click();
    CHECK(removed.size() == 1);
}

TEST_CASE("actions that do not fit go into More, departments too, and the chosen one stays in sight")
{
    SampleWindow window;
    fillEmpty(window);
    layOut(window, {1024, 768});
    CHECK(childNamed(window, u"action_more"_s).isVisible());
    CHECK_FALSE(childNamed(window, u"action_help"_s).isVisible());
    window.sell->tabs().setCurrent(6);
    CHECK(childNamed(window, u"tab_6"_s).isVisible());
    CHECK(childNamed(window, u"tabMore"_s).isVisible());
    layOut(window, {1366, 768});
    CHECK_FALSE(childNamed(window, u"action_more"_s).isVisible());
    CHECK_FALSE(childNamed(window, u"tabMore"_s).isVisible());
}

TEST_CASE("a question is answered by its named button, by Enter or by Escape, or by the test")
{
    const Question question{.title = u"Discard the sale?"_s,
        .text = u"Twelve lines go."_s,
        .choices = {{u"Keep it"_s}, {u"Discard the sale"_s, ButtonKind::Danger}},
        .enterChoice = 1,
        .escapeChoice = 0};
    AskDialog dialog{question};
    shoot(dialog, dialog.sizeHint(), u"kit-ask"_s);
    QTest::keyClick(&dialog, Qt::Key_Escape);
    CHECK(dialog.choice() == 0);
    child<KeyButton>(dialog, "askChoice1").click();
    CHECK(dialog.choice() == 1);

    QString asked;
    const auto before = setAsker([&](QWidget*, const Question& q) {
        asked = q.title;
        return 1;
    });
    CHECK(ask(nullptr, question) == 1);
    setAsker(before);
    CHECK(asked == question.title);
}

TEST_CASE("the rail's digits count what is shown")
{
    SampleWindow window;
    layOut(window, {1366, 768});
    CHECK(window.rail->entryForDigit(1) == u"sell"_s);
    CHECK(window.rail->entryForDigit(3) == u"receive"_s);
    window.rail->setEntryVisible(u"receive"_s, false);
    CHECK(window.rail->entryForDigit(3) == u"count"_s);
    QSignalSpy chosen{window.rail, &PageRail::chosen};
    child<QAbstractButton>(window, "rail_stock").click();
    CHECK(chosen.size() == 1);
    CHECK(window.rail->current() == u"sell"_s);
}
