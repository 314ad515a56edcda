#include "services/catalog_service.h"
#include "services/setting_service.h"
#include "support/places.h"
#include "support/shop_fixture.h"
#include "support/skip.h"

#include "base/text.h"

#include <nlohmann/json.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <fstream>

using namespace till;

namespace {

class Catalog : public test::ShopFixture {
public:
    CatalogService& catalog() { return shop().catalog(); }
    ProductDraft draft(const std::string& name, std::vector<ProductCode> codes = {})
    {
        ProductDraft fields;
        fields.name = name;
        fields.taxClass = catalog().taxes().match("A", shop().now().businessDay);
        fields.price = UnitPrice::fromHundredths(10'000);
        fields.codes = std::move(codes);
        return fields;
    }
    ErrorCode refusal(const ProductDraft& fields)
    {
        const auto added = catalog().add(owner(), fields);
        REQUIRE_FALSE(added);
        return added.error().code;
    }
};

void collect(const nlohmann::json& json, std::vector<std::string>& strings)
{
    if (json.is_string()) strings.push_back(json.get<std::string>());
    if (!json.is_structured()) return;
    for (const auto& child : json) collect(child, strings);
}

} // namespace

TEST_CASE_METHOD(Catalog, "a scan finds a product by the code as written, capitals and all")
{
    addProduct("Upper", 100, "ABC");
    addProduct("Lower", 200, "abc");
    CHECK(catalog().findByCode("ABC").value().name == "Upper");
    CHECK(catalog().findByCode("abc").value().name == "Lower");
    CHECK(catalog().findByCode("Abc").error().code == ErrorCode::CodeUnknown);
}

TEST_CASE_METHOD(Catalog, "one article is found under every form of its number")
{
    addProduct("Pencil", 120, "4006381333931");
    addProduct("Soda", 90, "012345678905");
    for (const auto* scan : {"4006381333931", "04006381333931", "0104006381333931",
             "(01)04006381333931(10)LOT7", "https://example.com/01/04006381333931", "]E04006381333931"}) {
        INFO(scan);
        const auto found = catalog().findByCode(scan);
        REQUIRE(found);
        CHECK(found->name == "Pencil");
        CHECK(found->price == UnitPrice::fromHundredths(12'000));
    }
    CHECK(catalog().findByCode("0012345678905").value().name == "Soda");
    CHECK(catalog().findByCode("4006381333932").error().code == ErrorCode::BarcodeCheckDigit);
}

TEST_CASE_METHOD(Catalog, "an in-store label brings its weight or its price")
{
    addWeighed("Tomatoes", 299, "12345");
    const auto weighed = catalog().findByCode("2112345012506");
    REQUIRE(weighed);
    CHECK(weighed->name == "Tomatoes");
    CHECK(weighed->codeQuantity == Quantity::fromThousandths(1'250));
    const auto priced = catalog().findByCode("2312345004994");
    REQUIRE(priced);
    CHECK(priced->codeAmount == Money::fromMinor(499));
}

TEST_CASE_METHOD(Catalog, "what cannot be a product is refused with its reason")
{
    CHECK(refusal(draft("  ")) == ErrorCode::NameEmpty);
    CHECK(refusal(draft("a\tb")) == ErrorCode::NameHasControlCharacters);
    CHECK(refusal(draft("Ok", {{"bad\ncode"}})) == ErrorCode::CodeInvalid);
    CHECK(refusal(draft("Ok", {{std::string(201, '1')}})) == ErrorCode::CodeInvalid);
    CHECK(refusal(draft("Ok", {{"1"}, {"1"}})) == ErrorCode::CodeTaken);
    auto negative = draft("Ok");
    negative.price = UnitPrice::fromHundredths(-1);
    CHECK(refusal(negative) == ErrorCode::PriceInvalid);
    auto untaxed = draft("Ok");
    untaxed.taxClass = {};
    CHECK(refusal(untaxed) == ErrorCode::TaxNotFound);
    addProduct("Holder", 1, "77");
    const auto taken = catalog().add(owner(), draft("Other", {{"77"}}));
    REQUIRE_FALSE(taken);
    CHECK(taken.error().code == ErrorCode::CodeTaken);
    CHECK(taken.error().detail == "77");
    CHECK(catalog().all(10, 0).size() == 1);
}

TEST_CASE_METHOD(Catalog, "two people changing one product: the second is told")
{
    const auto id = addProduct("Lamp", 500, "L1");
    auto seen = catalog().details(id);
    REQUIRE(seen);
    auto fields = seen->fields;
    fields.name = "Desk lamp";
    int told = 0;
    const auto listening = catalog().changed.subscribe([&] { ++told; });
    REQUIRE(catalog().change(owner(), id, seen->revision, fields));
    CHECK(told == 1);
    fields.name = "Floor lamp";
    const auto late = catalog().change(owner(), id, seen->revision, fields);
    REQUIRE_FALSE(late);
    CHECK(late.error().code == ErrorCode::ChangedMeanwhile);
    CHECK(told == 1);
    CHECK(catalog().details(id)->fields.name == "Desk lamp");
    CHECK(catalog().search("desk").size() == 1);
    verify();
}

TEST_CASE_METHOD(Catalog, "a price set for a later day counts from that day")
{
    const auto id = addProduct("Lamp", 500, "L1");
    const BusinessDay tomorrow{shop().now().businessDay.days + 1};
    REQUIRE(catalog().setPrice(owner(), id, UnitPrice::fromHundredths(60'000), tomorrow));
    CHECK(catalog().findByCode("L1").value().price == UnitPrice::fromHundredths(50'000));
    clock.advance(std::chrono::hours{24});
    CHECK(catalog().findByCode("L1").value().price == UnitPrice::fromHundredths(60'000));
    CHECK(catalog().details(id)->prices.size() == 2);
}

TEST_CASE_METHOD(Catalog, "an archived product says so when it is scanned and is not found any more")
{
    const auto id = addProduct("Lamp", 500, "L1");
    REQUIRE(catalog().archive(owner(), id));
    CHECK(catalog().findByCode("L1").error().code == ErrorCode::ProductArchived);
    CHECK(catalog().sellable(id).error().code == ErrorCode::ProductArchived);
    CHECK(catalog().search("lamp").empty());
    CHECK(catalog().all(10, 0).empty());
}

TEST_CASE_METHOD(Catalog, "departments, suppliers and taxes are made once")
{
    const std::vector<std::string> path{"Drinks", "Hot"};
    const auto hot = catalog().departmentNamed(owner(), path);
    REQUIRE(hot);
    CHECK(catalog().departmentNamed(owner(), path).value() == *hot);
    CHECK(catalog().departments().size() == 2);
    auto tea = draft("Tea");
    tea.department = *hot;
    REQUIRE(catalog().add(owner(), tea));
    const auto drinks = catalog().departments().front().id;
    CHECK(catalog().inDepartment(drinks, 10).size() == 1);
    const auto supplier = catalog().supplierNamed(owner(), "Leaf & Co");
    REQUIRE(supplier);
    CHECK(catalog().supplierNamed(owner(), " Leaf & Co ").value() == *supplier);
    CHECK(catalog().suppliers().size() == 1);
    const auto tax = catalog().addTax(owner(), "Z", "Zero", Rate{});
    REQUIRE(tax);
    CHECK(catalog().taxes().find(*tax));
    CHECK(catalog().addTax(owner(), "Z", "Other", Rate{}).error().code == ErrorCode::CodeTaken);
    verify();
}

TEST_CASE_METHOD(Catalog, "every naughty name that is legal is kept as written and found again")
{
    std::vector<std::string> strings;
    for (const auto* file : {"naughty/blns.json", "naughty/pos.json"}) {
        std::ifstream in{test::sharedFile(file)};
        if (!in) return test::skip("the naughty strings are not beside the sources");
        collect(nlohmann::json::parse(in), strings);
    }
    for (const auto& naughty : strings) {
        INFO(naughty);
        const auto clean = cleanName(naughty);
        const auto added = catalog().add(owner(), draft(naughty));
        REQUIRE(added.hasValue() == clean.hasValue());
        if (!clean) continue;
        CHECK(catalog().details(*added)->fields.name == *clean);
        const auto hits = catalog().search(*clean, 200);
        const bool found =
            std::any_of(hits.begin(), hits.end(), [&](const ProductHit& hit) { return hit.id == *added; });
        CHECK(found);
    }
    verify();
}
