#include "page_on_screen.h"

#include "services/catalog_service.h"
#include "services/import_service.h"
#include "services/stock_service.h"
#include "ui/kit/ask.h"
#include "ui/kit/file_chooser.h"
#include "ui/kit/list_table.h"
#include "ui/kit/theme.h"
#include "ui/products/import_page.h"
#include "ui/products/movements_model.h"
#include "ui/products/problems_model.h"
#include "ui/products/product_editor.h"
#include "ui/products/product_rows_model.h"
#include "ui/products/products_page.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLabel>
#include <catch2/catch.hpp>

#include <fstream>

using namespace till;
using namespace till::test;
using namespace Qt::StringLiterals;

namespace {

struct ProductsOnScreen : PageOnScreen<ProductsListPage> {
    ~ProductsOnScreen()
    {
        setAsker({});
        setFileChooser({});
    }
    ListTable& table() { return child<ListTable>(page, "productTable"); }
    QString cell(int row, int column) { return table().model()->index(row, column).data().toString(); }
    QString write(const std::string& name, const std::string& text)
    {
        const auto path = folder.path() / name;
        std::ofstream{path} << text;
        return QString::fromStdString(path.string());
    }
    void answer(int choice)
    {
        setAsker([this, choice](QWidget*, const Question& question) {
            asked << question.title;
            return choice;
        });
    }

    QStringList asked;
};

} // namespace

TEST_CASE_METHOD(ProductsOnScreen, "the list shows every product by name with its price, and what sold last")
{
    const QAbstractItemModelTester tester{
        table().model(), QAbstractItemModelTester::FailureReportingMode::Fatal};
    REQUIRE(table().model()->rowCount() == 3);
    CHECK(cell(0, ProductRowsModel::Name) == u"Baguette");
    CHECK(cell(0, ProductRowsModel::Code) == u"BAG");
    CHECK(cell(0, ProductRowsModel::Price) == u"1,80");
    CHECK(cell(1, ProductRowsModel::LastSold).startsWith(u"2"_s)); // two days ago: what came back is no sale
    CHECK(cell(2, ProductRowsModel::Department) == u"Light");
    // Nothing ever came in: what was sold since says nothing about what is there.
    CHECK(cell(0, ProductRowsModel::OnHand).isEmpty());
    CHECK(label("productCount").contains(u"3"_s));
}

TEST_CASE_METHOD(
    ProductsOnScreen, "typing searches, a department narrows, and emptying the field brings all back")
{
    type("itemEdit", u"creme"_s);
    REQUIRE(table().model()->rowCount() == 1);
    CHECK(cell(0, ProductRowsModel::Name) == u"Café crème"_s);
    QTest::keyClick(&field("itemEdit"), Qt::Key_Escape);
    CHECK(table().model()->rowCount() == 3);
    const auto house = shop().catalog().departments().front().id.value;
    press(("chip_" + std::to_string(house)).c_str());
    REQUIRE(table().model()->rowCount() == 1);
    CHECK(cell(0, ProductRowsModel::Name) == u"Lamp");
}

TEST_CASE_METHOD(SmallDays, "of a long list only the rows looked at are in memory")
{
    for (int i = 0; i < 3000; ++i)
        addProduct("Article " + std::to_string(i), 100 + i, "X" + std::to_string(i));
    ProductRowsModel model{shop(), euros(), nullptr};
    model.show(shop().catalog().idsByName());
    CHECK(model.rowCount() == 3003);
    CHECK(model.rowsInMemory() == 0);
    CHECK(model.index(1500, ProductRowsModel::Name).data().toString().startsWith(u"Article"_s));
    CHECK(model.rowsInMemory() <= 64);
    for (int row = 0; row < model.rowCount(); ++row) (void)model.index(row, 0).data();
    CHECK(model.rowsInMemory() <= 24 * 64);
    // In the order of the list, whatever block it is in.
    const QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::Fatal};
    CHECK(model.index(3002, 0).data().toString() == u"Lamp");
}

TEST_CASE_METHOD(
    ProductsOnScreen, "a new product is typed, saved and found, with a department that did not exist")
{
    press("newProduct");
    type("productName", u"Enamel mug"_s);
    child<QComboBox>(page, "productDepartment").setEditText(u"House / Kitchen"_s);
    type("productPrice", u"7,90"_s);
    type("productCost", u"3,10"_s);
    CHECK(label("netPrice") == u"6,58");
    CHECK(label("margin").startsWith(u"3,48 = 53"_s));
    type("productNumber", u"HOM-MUG"_s);
    type("barcode1", u"4006381900017"_s);
    CHECK(page.findChild<QLineEdit*>(u"barcode2"_s) != nullptr); // the next scan has its row already
    CHECK(label("unsaved").contains(u"Price"_s));
    QTest::keyClick(&field("productName"), Qt::Key_S, Qt::ControlModifier);

    const auto found = shop().catalog().findByCode("4006381900017");
    REQUIRE(found);
    CHECK(found->name == "Enamel mug");
    CHECK(found->price == UnitPrice::fromHundredths(79'000));
    CHECK(shop().catalog().details(found->id)->departmentName == "Kitchen");
    CHECK(table().isVisible());
    CHECK(cell(table().markedRow(), ProductRowsModel::Name) == u"Enamel mug");
}

TEST_CASE_METHOD(ProductsOnScreen, "a code that belongs to another product is said while it is typed")
{
    press("newProduct");
    type("productName", u"Other bread"_s);
    type("barcode1", u"BAG"_s);
    CHECK(label("codeProblem").contains(u"Baguette"_s));
    type("barcode1", u"BAGS"_s);
    CHECK_FALSE(child<QLabel>(page, "codeProblem").isVisible());
}

TEST_CASE_METHOD(ProductsOnScreen, "what was refused is no longer said once its field is mended")
{
    press("newProduct");
    type("productName", u"Rye"_s);
    type("productPrice", u"much"_s);
    press("saveProduct");
    REQUIRE_FALSE(note().isEmpty());
    type("productPrice", u"3,20"_s);
    CHECK(note().isEmpty());
    press("saveProduct");
    CHECK(table().isVisible());

    QTest::keyClick(&field("itemEdit"), Qt::Key_Return);
    type("receivedQuantity", u"some"_s);
    press("receiveGoods");
    REQUIRE_FALSE(note().isEmpty());
    type("receivedQuantity", u"5"_s);
    CHECK(note().isEmpty());
}

TEST_CASE_METHOD(ProductsOnScreen,
    "Enter opens the marked product, Esc leaves at once when nothing was changed and asks when something was")
{
    answer(0);
    QTest::keyClick(&field("itemEdit"), Qt::Key_Return);
    CHECK(field("productName").text() == u"Baguette");
    QTest::keyClick(&field("productName"), Qt::Key_Escape);
    CHECK(table().isVisible());
    CHECK(asked.isEmpty());

    QTest::keyClick(&field("itemEdit"), Qt::Key_Return);
    type("productPrice", u"1,90"_s);
    QTest::keyClick(&field("productPrice"), Qt::Key_Escape);
    CHECK(asked.size() == 1);
    CHECK(field("productPrice").isVisible());
    answer(1);
    QTest::keyClick(&field("productPrice"), Qt::Key_Escape);
    CHECK(table().isVisible());
    CHECK(shop().catalog().details(bread)->fields.price == UnitPrice::fromHundredths(18'000));
}

TEST_CASE_METHOD(ProductsOnScreen,
    "goods that came in and a correction change the stock and stand in the list of movements")
{
    page.editProduct(bread.value);
    type("receivedQuantity", u"10"_s);
    type("receivedCost", u"0,60"_s);
    press("receiveGoods");
    CHECK(note().contains(u"10"_s));
    type("correctionQuantity", u"-2"_s);
    press("correctStock");
    CHECK(note().contains(u"why"_s, Qt::CaseInsensitive)); // not without a reason
    type("correctionReason", u"broken"_s);
    press("correctStock");

    auto& movements = *child<ListTable>(page, "movementTable").model();
    const QAbstractItemModelTester tester{&movements, QAbstractItemModelTester::FailureReportingMode::Fatal};
    CHECK(movements.index(0, MovementsModel::What).data().toString() == u"Set right");
    CHECK(movements.index(0, MovementsModel::Change).data().toString() == u"\u22122");
    CHECK(movements.index(1, MovementsModel::Change).data().toString() == u"+10");
    CHECK(shop().catalog().details(bread)->onHand == Quantity::fromWhole(7)); // 2 sold, 1 came back
    QTest::keyClick(&field("productName"), Qt::Key_Escape);
    CHECK(cell(0, ProductRowsModel::OnHand) == u"7");
}

TEST_CASE_METHOD(ProductsOnScreen, "a product is archived after a question and leaves the list")
{
    page.editProduct(lamp.value);
    answer(0);
    press("archiveProduct");
    CHECK(field("productName").isVisible());
    answer(1);
    press("archiveProduct");
    CHECK(table().model()->rowCount() == 2);
    CHECK(note().contains(u"Lamp"_s));
}

TEST_CASE_METHOD(
    ProductsOnScreen, "an import shows what it would do, does it, and is taken back by one button")
{
    const auto file =
        write("list.csv", "name,sku,barcode,price,tax\nRye "
                          "loaf,RYE,4006381333931,3.20,B\n,NONAME,,1.00,B\nSeed roll,ROLL,,0.70,B\n");
    setFileChooser([file](QWidget*, const FileRequest&) { return std::optional{file}; });
    press("importProducts");
    CHECK(label("import_rows") == u"3");
    CHECK(label("import_added") == u"2");
    CHECK(label("import_rejected") == u"1");
    auto& problems = *child<ListTable>(page, "importProblems").model();
    const QAbstractItemModelTester tester{&problems, QAbstractItemModelTester::FailureReportingMode::Fatal};
    REQUIRE(problems.rowCount() == 1);
    CHECK(problems.index(0, ProblemsModel::Line).data().toString() == u"3");
    CHECK_FALSE(shop().catalog().findByCode("RYE")); // nothing has happened yet

    press("importNow");
    CHECK(shop().catalog().findByCode("RYE"));
    CHECK(table().model()->rowCount() == 5);
    QTest::mouseClick(&childNamed(childNamed(page, u"productList"_s), u"noteAction"_s), Qt::LeftButton);
    CHECK_FALSE(shop().catalog().findByCode("RYE"));
    CHECK(QTest::qWaitFor([this] { return table().model()->rowCount() == 3; }));
}

TEST_CASE_METHOD(ProductsOnScreen, "a file that is no list is refused in a sentence")
{
    const auto file = write("list.csv", std::string("\0\0\0\0", 4));
    setFileChooser([file](QWidget*, const FileRequest&) { return std::optional{file}; });
    press("importProducts");
    CHECK(table().isVisible());
    CHECK_FALSE(note().isEmpty());
}

TEST_CASE_METHOD(ProductsOnScreen, "the products pages name every control and fit their windows")
{
    const auto longName = addProduct(std::string(200, 'W'), 9'999'999'999, "LONG");
    REQUIRE(shop().stock().receive(owner(), {{longName, Quantity::fromWhole(99'999), {}}}, {}));
    press("chip_0");
    shoot(page, {1278, 740}, u"products-1366"_s);
    CHECK(nameless(page) == QStringList{});
    shoot(page, {936, 740}, u"products-1024"_s);
    CHECK(page.width() == 936);
    page.editProduct(longName.value);
    shoot(page, {1278, 740}, u"product-editor-1366"_s);
    CHECK(nameless(page) == QStringList{});
    shoot(page, {936, 740}, u"product-editor-1024"_s);
    CHECK(page.width() == 936);
    Theme::instance().apply({.mode = ThemeMode::Dark});
    shoot(page, {1278, 740}, u"product-editor-dark"_s);
    QTest::keyClick(&field("productName"), Qt::Key_Escape);
    shoot(page, {1278, 740}, u"products-dark"_s);
    const auto file = write("list.csv", "name,sku,price\nA,A1,1.00\n,B1,2.00\nC,C1,abc\n");
    setFileChooser([file](QWidget*, const FileRequest&) { return std::optional{file}; });
    press("importProducts");
    shoot(page, {1278, 740}, u"import-dark"_s);
    Theme::instance().apply({.mode = ThemeMode::Light});
    shoot(page, {936, 740}, u"import-1024"_s);
    CHECK(page.width() == 936);
    CHECK(nameless(page) == QStringList{});
}
