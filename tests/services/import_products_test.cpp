#include "services/catalog_service.h"
#include "services/import_service.h"
#include "services/stock_service.h"
#include "support/shop_fixture.h"
#include "support/written_file.h"

#include <catch2/catch.hpp>

using namespace till;

namespace {

constexpr auto kList = "External ID,SKU,Name,Barcode,Price,Cost,Stock,Low stock,Category,VAT,Unit,Supplier\n"
                       "x1,TEA,Earl Grey,4006381333931,2.50,1.20,24,6,Groceries > Tea,20,pc,Leaf & Co\n"
                       "x2,BAN,Bananas,,1.99,0.95,12.500,4,Produce,5.5,kg,Fruit Ltd\n"
                       "x3,MUG,Mug,5000000000012|5000000000029,7.90,,,,Homeware,,Stk,\n";

class Import : public test::ShopFixture {
public:
    using ShopFixture::ShopFixture;
    Result<ProductImportReport> import(std::string_view text, ProductImportOptions options = {})
    {
        options.file = test::writtenFile(folder.path() / "list.csv", text);
        return shop().imports().products(owner(), options);
    }
    ProductImportReport imported(std::string_view text)
    {
        auto report = import(text);
        REQUIRE(report);
        return *report;
    }
    ProductDetails product(const std::string& code)
    {
        const auto found = shop().catalog().findByCode(code);
        INFO(code);
        REQUIRE(found);
        return *shop().catalog().details(found->id);
    }
    std::size_t count() { return shop().catalog().all(1000, 0).size(); }
};

std::int64_t cents(const std::optional<UnitPrice>& price)
{
    return price ? price->hundredths() / 100 : -1;
}

/// A shop with these taxes, by name and percentage.
ShopSetup withTaxes(const std::vector<std::pair<std::string, int>>& taxes)
{
    auto setup = test::frenchShop();
    setup.taxes.clear();
    setup.taxClasses.clear();
    for (const auto& [name, percent] : taxes) {
        const std::string code{static_cast<char>('A' + setup.taxes.size())};
        setup.taxes.push_back({code, name, Rate::fromPercent(percent), false});
    }
    return setup;
}

} // namespace

TEST_CASE_METHOD(Import, "imported products have all that their rows say")
{
    const auto report = imported(kList);
    CHECK(report.rows == 3);
    CHECK(report.added == 3);
    CHECK(report.rejectedCount == 0);

    const auto tea = product("4006381333931");
    CHECK(tea.fields.name == "Earl Grey");
    CHECK(tea.departmentName == "Tea");
    CHECK(tea.taxClassName == "A");
    CHECK(tea.supplierName == "Leaf & Co");
    CHECK(cents(tea.fields.price) == 250);
    CHECK(cents(tea.fields.cost) == 120);
    CHECK(tea.onHand == Quantity::fromWhole(24));
    CHECK(tea.stockValue == Money::fromMinor(2880));
    CHECK(tea.fields.minimumStock == Quantity::fromWhole(6));
    CHECK(product("TEA").id == tea.id);

    const auto bananas = product("BAN");
    CHECK(bananas.unitCode == "kg");
    CHECK(bananas.taxClassName == "B");
    CHECK(bananas.onHand == Quantity::fromThousandths(12'500));
    CHECK(product("5000000000012").id == product("5000000000029").id);
    CHECK(product("MUG").taxClassName == "A"); // none given: the shop's first
    CHECK(shop().catalog().search("banan").size() == 1);
    verify();
}

TEST_CASE_METHOD(Import, "the stock of a new product is an opening movement")
{
    imported(kList);
    const auto moves = shop().stock().movements(product("TEA").id);
    REQUIRE(moves);
    REQUIRE(moves->size() == 1);
    CHECK(moves->front().kind == MovementKind::Opening);
    CHECK(moves->front().quantity == Quantity::fromWhole(24));
    CHECK(moves->front().document == shop().stock().movements(product("BAN").id)->front().document);
}

TEST_CASE_METHOD(Import, "a second import of the same list changes nothing")
{
    imported(kList);
    const auto again = imported(kList);
    CHECK(again.added == 0);
    CHECK(again.changed == 0);
    CHECK(again.unchanged == 3);
    CHECK(again.stockLeftAlone == 2);
    CHECK(product("TEA").onHand == Quantity::fromWhole(24));
    CHECK(count() == 3);
}

TEST_CASE_METHOD(Import, "what the list says differently is changed, and the old price stays on record")
{
    imported(kList);
    clock.advance(std::chrono::hours{24});
    const auto report = imported("SKU,Price,Stock\nTEA,2.80,99\nMUG,7.90,5\n");
    CHECK(report.changed == 1);
    CHECK(report.unchanged == 1);
    const auto tea = product("TEA");
    CHECK(tea.fields.name == "Earl Grey");
    CHECK(cents(tea.fields.price) == 280);
    REQUIRE(tea.prices.size() == 2);
    CHECK(cents(tea.prices[1].price) == 250);
    CHECK(tea.onHand == Quantity::fromWhole(24)); // stock is set by counting, not by a price list
    CHECK(product("MUG").onHand.isZero());
    verify();
}

TEST_CASE_METHOD(Import, "products are matched by external id, own number or barcode, never by name")
{
    imported(kList);
    CHECK(imported("External ID,Name\nx1,Earl Grey Tea\n").changed == 1);
    CHECK(imported("Name,Barcode,Price\nOther Name,5000000000029,8.00\n").changed == 1);
    CHECK(product("MUG").fields.name == "Other Name");
    CHECK(imported("Name,Price\nBananas,2.00\n").added == 1);
    CHECK(count() == 4);
}

TEST_CASE_METHOD(Import, "an article number with other leading zeros is the same article")
{
    imported("Name,Barcode\nMug,5000000000012\n");
    const auto report = imported("Name,Barcode\nBig mug,05000000000012\n");
    CHECK(report.changed == 1);
    CHECK(product("5000000000012").id == product("05000000000012").id);
}

TEST_CASE_METHOD(Import, "a code is taken by the row before as by one many thousand rows before")
{
    std::string list = "SKU,Name,Barcode,External ID,Stock\n"
                       "A,First,4006381333931,e1,2\n"
                       "B,Own number of another,A,,\n"
                       "C,Article number of another,04006381333931,,\n";
    for (int i = 0; i < 9'000; ++i) list += "N" + std::to_string(i) + ",Nail " + std::to_string(i) + ",,,1\n";
    list += "A,First again,,,\n"
            "D,Same id,,e1,\n"
            "N8999,Last nail again,,,\n"
            "N4500,Nail of the middle again,,,\n";
    const auto report = imported(list);
    CHECK(report.added == 9'002);
    REQUIRE(report.rejectedCount == 5);
    for (const auto& problem : report.rejected) CHECK(problem.error.code == ErrorCode::ImportDuplicateInFile);
    CHECK(report.rejected.front().line == 3);
    CHECK(product("N8999").onHand == Quantity::fromWhole(1));
    CHECK(product("C").id != product("A").id);
    verify();
}

TEST_CASE_METHOD(
    Import, "an article number that two products share is no third one's, whether on file or just read")
{
    imported("External ID,SKU,Name,Barcode\n"
             "x,X,Soup,042100005264\n"
             "y,0042100005264,Stew,\n");
    // Both have it: the first row is new. The second takes it from the stew; soup and broth have it still.
    const auto report = imported("External ID,SKU,Name,Barcode\n"
                                 ",Z,Broth,00042100005264\n"
                                 "y,Y,Stew,\n"
                                 ",W,Stock,04252614\n");
    CHECK(report.added == 2);
    CHECK(report.changed == 1);
    CHECK(product("W").fields.name == "Stock");
    CHECK(product("X").fields.name == "Soup");
}

TEST_CASE_METHOD(Import, "rows with problems are reported with their line and the others imported")
{
    const auto report = imported("SKU,Name,Price,VAT,Unit,Stock\n"
                                 "A,Good,1.00,20,pc,\n"
                                 "B,Bad tax,1.00,19,pc,\n"
                                 "C,Bad unit,1.00,20,barrel,\n"
                                 "D,Bad price,1.0O,20,pc,\n"
                                 "A,Twice,1.00,20,pc,\n"
                                 "E,,1.00,20,pc,\n"
                                 "F,Half a piece,1.00,20,pc,0.5\n");
    CHECK(report.added == 1);
    CHECK(report.rejectedCount == 6);
    std::vector<std::pair<std::int64_t, ErrorCode>> problems;
    for (const auto& problem : report.rejected) problems.emplace_back(problem.line, problem.error.code);
    using enum ErrorCode;
    CHECK(problems == std::vector<std::pair<std::int64_t, ErrorCode>>{{3, TaxNotFound},
                          {4, ImportValueInvalid}, {5, NumberInvalid}, {6, ImportDuplicateInFile},
                          {7, NameEmpty}, {8, QuantityInvalid}});
    CHECK(count() == 1);
    verify();
}

TEST_CASE_METHOD(Import, "a row that means two products at once is a problem")
{
    imported(kList);
    const auto report = imported("SKU,Name,Barcode\nTEA,Tea,5000000000012\n");
    REQUIRE(report.rejected.size() == 1);
    CHECK(report.rejected.front().error.code == ErrorCode::CodeTaken);
    CHECK(report.rejected.front().error.detail == "5000000000012");
}

TEST_CASE_METHOD(Import, "a strict import with one problem imports nothing and names it")
{
    ProductImportOptions options;
    options.strict = true;
    std::vector<std::int64_t> lines;
    options.onProblem = [&](const ImportProblem& problem) { lines.push_back(problem.line); };
    const auto report = import("SKU,Name,Price\nA,Good,1.00\nB,Bad,x\n", options);
    REQUIRE(!report);
    CHECK(report.error().code == ErrorCode::ImportRowsRejected);
    CHECK(lines == std::vector<std::int64_t>{3});
    CHECK(count() == 0);
    CHECK(shop().imports().runs().empty());
}

TEST_CASE_METHOD(Import, "a dry run counts the same and changes nothing")
{
    imported("SKU,Name,Price\nTEA,Tea,2.00\nMUG,Mug,7.90\n");
    const auto list = std::string{kList} + ",Z,Broken,,x,,,,,,,\n";
    ProductImportOptions options;
    options.dryRun = true;
    const auto dry = import(list, options);
    REQUIRE(dry);
    CHECK(!dry->id);
    CHECK(count() == 2);
    CHECK(cents(product("TEA").fields.price) == 200);
    CHECK(shop().catalog().departments().empty());

    const auto applied = imported(list);
    CHECK(dry->rows == applied.rows);
    CHECK(dry->added == applied.added);
    CHECK(dry->changed == applied.changed);
    CHECK(dry->unchanged == applied.unchanged);
    CHECK(dry->rejectedCount == applied.rejectedCount);
    CHECK(dry->columns == applied.columns);
    verify();
}

TEST_CASE_METHOD(Import, "an import that is stopped leaves the shop as it was")
{
    std::string list = "SKU,Name,Price\n";
    for (int i = 0; i < 1000; ++i)
        list += "S" + std::to_string(i) + ",Thing " + std::to_string(i) + ",1.00\n";
    ProductImportOptions options;
    options.progress = [calls = 0](int) mutable { return ++calls < 3; };
    const auto report = import(list, options);
    REQUIRE(!report);
    CHECK(report.error().code == ErrorCode::Cancelled);
    CHECK(count() == 0);
    CHECK(imported(list).added == 1000);
    verify();
}

TEST_CASE_METHOD(Import, "a mapping given once is used again for files of that look")
{
    ProductImportOptions options;
    options.columns = {{"name", "Was"}, {"price", "Wieviel"}, {"sku", "Nr"}};
    REQUIRE(import("Nr,Was,Wieviel\n1,Brot,3.20\n", options));
    const auto report = imported("Nr,Was,Wieviel\n2,Salz,1.10\n");
    CHECK(report.added == 1);
    CHECK(cents(product("2").fields.price) == 110);
}

TEST_CASE_METHOD(Import, "an inactive article comes in archived")
{
    CHECK(imported("SKU,Name,Active\nOLD,Old thing,no\nNEW,New thing,yes\n").added == 2);
    CHECK(count() == 1);
    CHECK(shop().catalog().search("thing").size() == 1);
    CHECK(shop().catalog().findByCode("OLD").error().code == ErrorCode::ProductArchived);
    CHECK(imported("SKU,Name,Active\nOLD,Old thing,no\nNEW,New thing,yes\n").unchanged == 2);
    verify();
}

TEST_CASE_METHOD(Import, "an import stands in the list of imports and in the journal")
{
    const auto report = imported(kList);
    const auto runs = shop().imports().runs();
    REQUIRE(runs.size() == 1);
    CHECK(runs.front().id == report.id);
    CHECK(runs.front().fileName == "list.csv");
    CHECK(runs.front().added == 3);
    CHECK(!runs.front().undone);
    verify(); // the opening stock's document has its record, signed and chained
}

TEST_CASE_METHOD(Import, "a file that is no list is refused with its reason")
{
    CHECK(import("").error().code == ErrorCode::ImportEmpty);
    CHECK(import("Date,Amount\n2026-01-01,5\n").error().code == ErrorCode::ImportColumnMissing);
    ProductImportOptions options;
    options.file = folder.path();
    CHECK(shop().imports().products(owner(), options).error().code == ErrorCode::FileIsDirectory);
    options.file = folder.path() / "none.csv";
    CHECK(shop().imports().products(owner(), options).error().code == ErrorCode::FileNotFound);
}

TEST_CASE("the reduced rate of a web shop is the shop's own")
{
    constexpr auto kWeb = "SKU,Name,Price,Tax\nA,Apple,1.00,reduced-rate\n";
    Import named{withTaxes({{"Standard", 19}, {"Reduced", 7}, {"Less", 5}})};
    CHECK(named.imported(kWeb).rejectedCount == 0);
    CHECK(named.product("A").taxClassName == "Reduced");

    Import onlyOne{withTaxes({{"Normal", 19}, {"Food", 7}, {"None", 0}})};
    CHECK(onlyOne.imported("SKU,Name,Price,Tax\nA,Apple,1,reduced-rate\nB,Book,1,zero-rate\n").added == 2);
    CHECK(onlyOne.product("A").taxClassName == "Food");
    CHECK(onlyOne.product("B").taxClassName == "None");

    const auto unsure = Import{withTaxes({{"Normal", 20}, {"Food", 5}, {"Meals", 10}})}.imported(kWeb);
    REQUIRE(unsure.rejected.size() == 1);
    CHECK(unsure.rejected[0].error.code == ErrorCode::TaxNotFound);
}
