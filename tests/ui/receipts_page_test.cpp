#include "page_on_screen.h"

#include "services/checkout_service.h"
#include "services/receipt_service.h"
#include "ui/kit/chip_row.h"
#include "ui/kit/file_chooser.h"
#include "ui/kit/list_table.h"
#include "ui/kit/note_bar.h"
#include "ui/kit/theme.h"
#include "ui/receipts/receipts_model.h"
#include "ui/receipts/receipts_page.h"
#include "ui/sell/item_field.h"

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QFile>
#include <QLabel>
#include <QSignalSpy>
#include <catch2/catch.hpp>

using namespace till;
using namespace till::test;
using namespace Qt::StringLiterals;

namespace {

struct ReceiptsOnScreen : PageOnScreen<ReceiptsPage> {
    ListTable& table() { return child<ListTable>(page, "receiptTable"); }
    QString cell(int row, int column) { return table().model()->index(row, column).data().toString(); }
    QString paper() { return childNamed(page, u"receiptPaper"_s).accessibleDescription(); }
    QString count() { return child<QLabel>(page, "receiptCount").text(); }
};

/// Puts a chooser in for one test.
struct Choosing {
    explicit Choosing(FileChooser chooser)
        : before{setFileChooser(std::move(chooser))}
    {
    }
    ~Choosing() { setFileChooser(before); }
    FileChooser before;
};

} // namespace

TEST_CASE_METHOD(ReceiptsOnScreen,
    "today's receipts stand there newest first, and the first one lies on the left as paper")
{
    const QAbstractItemModelTester tester{
        table().model(), QAbstractItemModelTester::FailureReportingMode::Fatal};
    CHECK(table().model()->rowCount() == 1);
    CHECK(cell(0, ReceiptsModel::Number) == u"A-000004");
    CHECK(cell(0, ReceiptsModel::Total) == u"\u22122,40");
    CHECK(cell(0, ReceiptsModel::State) == u"Return");
    CHECK(paper().contains(u"A-000004"_s));
    CHECK(count().contains(u"\u22122,40"_s));

    press("chip_all");
    CHECK(table().model()->rowCount() == 4);
    CHECK(cell(3, ReceiptsModel::Number) == u"A-000001");
    CHECK(table().markedRow() == 0);
}

TEST_CASE_METHOD(ReceiptsOnScreen, "a receipt is found by its number, an amount and a product")
{
    press("chip_all");
    type("itemEdit", u"2"_s);
    CHECK(cell(0, ReceiptsModel::Number) == u"A-000002");
    type("itemEdit", u"11,70"_s);
    REQUIRE(table().model()->rowCount() == 1);
    CHECK(cell(0, ReceiptsModel::Number) == u"A-000002");
    type("itemEdit", u"creme"_s);
    CHECK(table().model()->rowCount() == 3);
    type("itemEdit", u"no such thing"_s);
    CHECK(table().model()->rowCount() == 0);
}

TEST_CASE_METHOD(ReceiptsOnScreen,
    "arrows choose a receipt while the focus stays in the search field, Esc clears and then goes back")
{
    press("chip_all");
    auto& edit = child<QLineEdit>(page, "itemEdit");
    QTest::keyClick(&edit, Qt::Key_Down);
    QTest::keyClick(&edit, Qt::Key_Down);
    CHECK(paper().contains(u"A-000002"_s));
    QSignalSpy back{&page, &ReceiptsPage::backRequested};
    QTest::keyClicks(&edit, u"7"_s);
    QTest::keyClick(&edit, Qt::Key_Escape);
    CHECK(edit.text().isEmpty());
    CHECK(back.isEmpty());
    QTest::keyClick(&edit, Qt::Key_Escape);
    CHECK(back.size() == 1);
}

TEST_CASE_METHOD(ReceiptsOnScreen, "a receipt of another day is shown when the till asks for it")
{
    page.showReceipt(sales.front().document.value);
    CHECK(paper().contains(u"A-000001"_s));
    CHECK(table().markedRow() == 3);
}

TEST_CASE_METHOD(ReceiptsOnScreen, "a copy says that it is one, on the paper and in the note")
{
    press("receipt_copy");
    CHECK(paper().contains(u"COPY"_s));
    CHECK(note().contains(u"1"_s));
    press("receipt_copy");
    CHECK(note().contains(u"2"_s));
}

TEST_CASE_METHOD(ReceiptsOnScreen, "the receipt is kept as a PDF where a person says")
{
    const auto path = QString::fromStdString((folder.path() / "receipt.pdf").string());
    const Choosing choosing{[&path](QWidget*, const FileRequest& request) {
        CHECK(request.suggestedName == u"A-000004.pdf");
        return std::optional{path};
    }};
    press("receipt_pdf");
    QFile file{path};
    REQUIRE(file.open(QIODevice::ReadOnly));
    CHECK(file.read(5) == QByteArray{"%PDF-"});
    CHECK(note().contains(path));
}

TEST_CASE_METHOD(ReceiptsOnScreen, "a folder that cannot be written is said, and nothing is lost")
{
    const Choosing choosing{
        [](QWidget*, const FileRequest&) { return std::optional{u"/nowhere/at/all/receipt.pdf"_s}; }};
    press("receipt_pdf");
    CHECK(note().contains(u"cannot be written"_s));
}

TEST_CASE_METHOD(ReceiptsOnScreen, "a scan that finds nothing leaves no other receipt to copy, and says so")
{
    REQUIRE(paper().contains(u"A-000004"_s));
    page.takeScan(u"A-000077"_s);
    CHECK(paper().isEmpty());
    CHECK(label("receiptCaption").isEmpty());
    CHECK(note().contains(u"no receipt"_s));
    CHECK(page.findChild<ChipRow*>()->current() == u"today");
    for (const auto* name : {"receipt_copy", "receipt_pdf"}) {
        CHECK_FALSE(child<QAbstractButton>(page, name).isEnabled());
        press(name);
    }
    CHECK(paper().isEmpty());

    page.takeScan(u"A-000001"_s); // of another day
    CHECK(child<QAbstractButton>(page, "receipt_copy").isEnabled());
    CHECK(paper().contains(u"A-000001"_s));
    CHECK(note().isEmpty());
}

TEST_CASE_METHOD(
    ReceiptsOnScreen, "figures that are scanned are goods first, figures that are typed a number")
{
    const auto pen = addProduct("Pen", 150, "00000002");
    SaleRequest request;
    request.lines.resize(1);
    request.lines.front().product = pen;
    request.tenders = {{shop().checkout().tenderType("cash")->id, {}, {}}};
    sell(request);
    goTo(20, 9, 0); // not of today
    page.takeScan(u"00000002"_s);
    CHECK(paper().contains(u"A-000005"_s));
    REQUIRE(table().model()->rowCount() == 1);

    type("itemEdit", u"00000002"_s);
    CHECK(cell(0, ReceiptsModel::Number) == u"A-000002");
    page.takeScan(u"00000003"_s); // no goods have that code
    CHECK(paper().contains(u"A-000003"_s));
}

TEST_CASE_METHOD(
    ReceiptsOnScreen, "receipts beyond the first page come as one scrolls, and the sum counts them all")
{
    for (int i = 0; i < 130; ++i) {
        SaleRequest request;
        request.lines.resize(1);
        request.lines.front().product = coffee;
        request.tenders = {{shop().checkout().tenderType("cash")->id, {}, {}}};
        sell(request);
    }
    press("chip_all");
    auto& model = *table().model();
    CHECK(model.rowCount() == 100);
    CHECK(count().startsWith(u"134"_s));
    model.fetchMore({});
    CHECK(model.rowCount() == 134);
    CHECK_FALSE(model.canFetchMore({}));
    CHECK(count().startsWith(u"134"_s));
}

TEST_CASE_METHOD(ReceiptsOnScreen, "the receipts page names every control and fits its windows")
{
    press("chip_all");
    CHECK(nameless(page) == QStringList{});
    shoot(page, {1278, 740}, u"receipts-1366"_s);
    shoot(page, {936, 740}, u"receipts-1024"_s);
    CHECK(page.width() == 936);
    Theme::instance().apply({.mode = ThemeMode::Dark});
    shoot(page, {1278, 740}, u"receipts-dark"_s);
    Theme::instance().apply({.mode = ThemeMode::Light});
}

TEST_CASE_METHOD(
    SmallDays, "names of 200 characters and amounts of twelve digits stay inside the receipts page")
{
    const auto dear = addProduct(std::string(200, 'W'), 9'999'999'999, "DEAR");
    SaleRequest request;
    request.lines.resize(1);
    request.lines.front().product = dear;
    request.tenders = {{shop().checkout().tenderType("card")->id, {}, {}}};
    for (int i = 0; i < 100; ++i) sell(request); // a line holds ten digits, their sum twelve
    ReceiptsPage page{shop(), euros()};
    shoot(page, {936, 740}, u"receipts-long"_s);
    CHECK(page.width() == 936);
    const auto total = child<ListTable>(page, "receiptTable").model()->index(0, ReceiptsModel::Total).data();
    CHECK(total.toString() == euros().money(cents(9'999'999'999)));
    const auto sum = euros().moneyWithSymbol(cents(999'999'999'900 - 240));
    CHECK(child<QLabel>(page, "receiptCount").text().contains(sum));
}
