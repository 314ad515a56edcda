#include "services/catalog_service.h"
#include "services/checkout_service.h"
#include "services/import_service.h"
#include "services/stock_service.h"
#include "support/shop_fixture.h"
#include "support/written_file.h"

#include <catch2/catch.hpp>

using namespace till;

namespace {

class Undo : public test::ShopFixture {
public:
    ImportId import(std::string_view text)
    {
        ProductImportOptions options;
        options.file = test::writtenFile(folder.path() / "list.csv", text);
        const auto report = shop().imports().products(owner(), options);
        REQUIRE(report);
        REQUIRE(report->rejectedCount == 0);
        return report->id;
    }
    ImportUndoReport undo(ImportId id)
    {
        const auto report = shop().imports().undo(owner(), id);
        REQUIRE(report);
        return *report;
    }
    ProductDetails product(ProductId id) { return *shop().catalog().details(id); }
    ProductId find(const std::string& code) { return shop().catalog().findByCode(code)->id; }
};

constexpr auto kList = "SKU,Name,Price,Stock,Cost\nTEA,Tea,2.50,24,1.00\nMUG,Mug,7.90,,\n";

} // namespace

TEST_CASE_METHOD(Undo, "products an import made are gone when it is undone, and can be imported again")
{
    const auto id = import(kList);
    const auto tea = find("TEA");
    CHECK(undo(id).removed == 2);
    CHECK(shop().catalog().all(10, 0).empty());
    CHECK(shop().catalog().search("tea").empty());
    CHECK(!shop().catalog().findByCode("TEA"));
    CHECK(product(tea).onHand.isZero());
    CHECK(product(tea).stockValue.isZero());
    CHECK(shop().imports().runs().front().undone);
    verify();

    import(kList);
    CHECK(find("TEA") != tea);
    CHECK(product(find("TEA")).onHand == Quantity::fromWhole(24));
    verify();
}

TEST_CASE_METHOD(Undo, "a changed product gets back what it was")
{
    ProductDraft draft;
    draft.name = "Green tea";
    draft.taxClass = shop().catalog().taxes().match("B", shop().now().businessDay);
    draft.price = UnitPrice::fromHundredths(20'000);
    draft.codes = {
        {"TEA", true, Quantity::fromWhole(1), {}}, {"4006381333931", false, Quantity::fromWhole(6), {}}};
    draft.minimumStock = Quantity::fromWhole(3);
    REQUIRE(shop().catalog().add(owner(), draft));
    const auto tea = find("TEA");
    const auto id =
        import("SKU,Name,Price,Barcode,VAT,Category,Low stock\nTEA,Tea,2.50,5000000000012,20,Drinks,9\n");
    REQUIRE(product(tea).fields.name == "Tea");

    CHECK(undo(id).restored == 1);
    const auto back = product(tea);
    CHECK(back.fields.name == "Green tea");
    CHECK(back.fields.price == draft.price);
    CHECK(back.fields.taxClass == draft.taxClass);
    CHECK(!back.fields.department);
    CHECK(back.fields.minimumStock == draft.minimumStock);
    REQUIRE(back.fields.codes.size() == 2);
    CHECK(back.fields.codes[1].packQuantity == Quantity::fromWhole(6));
    CHECK(!shop().catalog().findByCode("5000000000012"));
    CHECK(shop().catalog().search("green").size() == 1);
    verify();
}

TEST_CASE_METHOD(Undo, "a product changed again since keeps what it has")
{
    const auto id = import(kList);
    const auto tea = find("TEA");
    REQUIRE(shop().catalog().setPrice(owner(), tea, UnitPrice::fromHundredths(30'000)));
    const auto report = undo(id);
    CHECK(report.kept == 1);
    CHECK(report.removed == 1);
    CHECK(find("TEA") == tea);
}

TEST_CASE_METHOD(Undo, "a product that was sold since is archived, and its history stays")
{
    const auto id = import(kList);
    const auto tea = find("TEA");
    openShift();
    const auto cash = shop().checkout().tenderType("cash")->id;
    SaleRequest sale;
    sale.lines = {{"TEA", {}, Quantity::fromWhole(2), {}, {}, {}}};
    sale.tenders = {{cash, {}, {}}};
    REQUIRE(shop().checkout().sell(owner(), sale));
    const auto report = undo(id);
    CHECK(report.archived == 1);
    CHECK(report.removed == 1);
    CHECK(product(tea).archived);
    CHECK(product(tea).onHand == Quantity::fromWhole(22));
    CHECK(shop().stock().movements(tea)->size() == 2);
    verify();
}

TEST_CASE_METHOD(Undo, "an import is undone once, and only one that exists")
{
    const auto id = import(kList);
    undo(id);
    CHECK(shop().imports().undo(owner(), id).error().code == ErrorCode::ImportAlreadyUndone);
    CHECK(shop().imports().undo(owner(), ImportId{99}).error().code == ErrorCode::ImportNotFound);
}

TEST_CASE_METHOD(Undo, "goods received after an import keep their cost when it is undone")
{
    const auto tea = addProduct("Tea", 200, "TEA", "A", 90);
    const auto id = import("SKU,Cost\nTEA,1.00\n");
    REQUIRE(shop().stock().receive(
        owner(), {{tea, Quantity::fromWhole(5), UnitPrice::fromHundredths(11'000)}}, ""));
    undo(id);
    CHECK(product(tea).fields.cost == UnitPrice::fromHundredths(11'000));
}
