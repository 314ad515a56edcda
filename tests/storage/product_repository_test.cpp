#include "memory_catalogue.h"

#include "storage/product_lookup.h"
#include "storage/product_repository.h"

#include <catch2/catch.hpp>

using namespace till;

namespace {

constexpr BusinessDay kToday{20'000};

struct Shelf : MemoryCatalogue {
    ProductId add(const std::string& name, std::vector<ProductCode> codes)
    {
        ProductDraft fields;
        fields.name = name;
        fields.taxClass = tax;
        fields.price = UnitPrice::fromHundredths(10'000);
        fields.codes = std::move(codes);
        return insertProduct(db, fields, Uid::make(++uids), change);
    }
    void price(ProductId id, std::int64_t from, int day, std::optional<std::int64_t> hundredths)
    {
        db.run(
            R"(INSERT INTO price(product_id, price_list_id, minimum_quantity, valid_from, version, unit_price, changed_at)
                  VALUES (?1, 1, ?2, ?3, 9, ?4, 0))",
            id, from, day, hundredths);
    }

    Change change{{}, Timestamp{}, kToday};
};

} // namespace

TEST_CASE("the price is the one of the day and of the quantity bought")
{
    Shelf shelf;
    const auto id = shelf.add("Screw", {{"S1"}});
    const auto at = [&](int day, std::int64_t pieces) {
        return priceOn(shelf.db, id, BusinessDay{day}, Quantity::fromWhole(pieces));
    };
    shelf.price(id, 10'000, 19'000, 9'000); // from ten pieces
    shelf.price(id, 0, 20'005, 11'000);     // later
    shelf.price(id, 10'000, 20'010, {});    // the step ends
    CHECK(at(20'000, 1) == UnitPrice::fromHundredths(10'000));
    CHECK(at(20'000, 10) == UnitPrice::fromHundredths(9'000));
    CHECK(at(20'000, -10) == UnitPrice::fromHundredths(9'000));
    CHECK(at(20'005, 1) == UnitPrice::fromHundredths(11'000));
    CHECK(at(20'010, 10) == UnitPrice::fromHundredths(11'000));
    CHECK_FALSE(at(18'000, 1));
}

TEST_CASE("a price set twice on one day counts as set last, and the first stays on record")
{
    Shelf shelf;
    const auto id = shelf.add("Tea", {});
    addPrice(shelf.db, id, kToday, UnitPrice::fromHundredths(300), shelf.change);
    addPrice(shelf.db, id, kToday, UnitPrice::fromHundredths(400), shelf.change);
    CHECK(priceOn(shelf.db, id, kToday, Quantity::fromWhole(1)) == UnitPrice::fromHundredths(400));
    const auto details = productDetails(shelf.db, id, kToday);
    REQUIRE(details);
    CHECK(details->prices.size() == 3);
    addPrice(shelf.db, id, kToday, {}, shelf.change);
    CHECK_FALSE(priceOn(shelf.db, id, kToday, Quantity::fromWhole(1)));
}

TEST_CASE("a code with a price of its own sells at that price, in its pack")
{
    Shelf shelf;
    shelf.add("Cola", {{"SINGLE"}, {"SIX", false, Quantity::fromWhole(6), UnitPrice::fromHundredths(8'000)}});
    const auto single = sellableByCode(shelf.db, "SINGLE", kToday);
    const auto six = sellableByCode(shelf.db, "SIX", kToday);
    REQUIRE(single);
    REQUIRE(six);
    CHECK(single->product.price == UnitPrice::fromHundredths(10'000));
    CHECK(six->product.price == UnitPrice::fromHundredths(8'000));
    CHECK(six->product.packQuantity == Quantity::fromWhole(6));
    CHECK_FALSE(sellableByCode(shelf.db, "six", kToday));
}

TEST_CASE("a GTIN answers only while one product carries it")
{
    Shelf shelf;
    shelf.add("First", {{"4006381333931"}});
    CHECK(sellableByGtin(shelf.db, 4'006'381'333'931, kToday));
    const auto second = shelf.add("Second", {{"04006381333931"}});
    CHECK_FALSE(sellableByGtin(shelf.db, 4'006'381'333'931, kToday));
    archiveProduct(shelf.db, second, shelf.change);
    const auto found = sellableByGtin(shelf.db, 4'006'381'333'931, kToday);
    REQUIRE(found);
    CHECK(found->product.name == "First");
}

TEST_CASE("every field of a product comes back as it was written")
{
    Shelf shelf;
    ProductDraft fields;
    fields.name = "Wine";
    fields.variant = "Red";
    fields.kind = ItemKind::Deposit;
    fields.taxClass = shelf.tax;
    fields.department = insertDepartment(shelf.db, Uid::make(7), {{}, {}, "Drinks", 2, {}});
    fields.unit = UnitId{4};
    fields.supplier = insertSupplier(shelf.db, Uid::make(8), "Cellar");
    fields.supplierCode = "C-9";
    fields.codes = {
        {"W1", true}, {"4006381333931", false, Quantity::fromWhole(2), UnitPrice::fromHundredths(5)}};
    fields.price = UnitPrice::fromHundredths(123);
    fields.cost = UnitPrice::fromHundredths(99);
    fields.openPrice = fields.weighed = true;
    fields.tracksStock = fields.discountable = false;
    fields.minimumAge = 18;
    fields.minimumStock = Quantity::fromWhole(3);
    fields.targetStock = Quantity::fromWhole(12);
    fields.externalId = "ext-5";
    const auto id = insertProduct(shelf.db, fields, Uid::make(9), shelf.change);
    const auto stored = storedProduct(shelf.db, id, kToday);
    REQUIRE(stored);
    const auto& back = stored->fields;
    CHECK(back.name == fields.name);
    CHECK(back.variant == fields.variant);
    CHECK(back.kind == fields.kind);
    CHECK(back.department == fields.department);
    CHECK(back.unit == fields.unit);
    CHECK(back.supplierCode == fields.supplierCode);
    REQUIRE(back.codes.size() == 2);
    CHECK(back.codes[0].isSku);
    CHECK(back.codes[1].packQuantity == Quantity::fromWhole(2));
    CHECK(back.codes[1].unitPrice == UnitPrice::fromHundredths(5));
    CHECK(back.price == fields.price);
    CHECK(back.cost == fields.cost);
    CHECK(back.openPrice);
    CHECK(back.weighed);
    CHECK_FALSE(back.tracksStock);
    CHECK_FALSE(back.discountable);
    CHECK(back.minimumAge == 18);
    CHECK(back.minimumStock == fields.minimumStock);
    CHECK(back.targetStock == fields.targetStock);
    CHECK(productWithExternalId(shelf.db, "ext-5") == id);
    CHECK(productWithSku(shelf.db, "W1") == id);
    CHECK_FALSE(productWithSku(shelf.db, "4006381333931"));
    CHECK(productsWithGtin(shelf.db, 4'006'381'333'931) == std::vector{id});
    withdrawProduct(shelf.db, id, shelf.change);
    CHECK_FALSE(productWithExternalId(shelf.db, "ext-5"));
    CHECK_FALSE(productWithCode(shelf.db, "W1"));
}

TEST_CASE("every question the till asks while selling is answered by a key")
{
    Shelf shelf;
    for (const auto* sql :
        {
            "SELECT p.id FROM product_code c JOIN product p ON p.id = c.product_id JOIN unit u ON u.id = "
            "p.unit_id "
            "WHERE c.code = ?1",
            "SELECT p.id FROM product_code c JOIN product p ON p.id = c.product_id JOIN unit u ON u.id = "
            "p.unit_id "
            "WHERE c.gtin = ?1",
            "SELECT minimum_quantity, unit_price FROM price WHERE product_id = ?1 AND price_list_id = ?2 AND "
            "minimum_quantity <= ?3 AND valid_from <= ?4 ORDER BY minimum_quantity DESC, valid_from DESC, "
            "version DESC",
            "SELECT s.words, coalesce(a.sold_lines, 0) FROM product_search s LEFT JOIN product_activity a "
            "ON a.product_id = s.product_id WHERE s.product_id = ?1",
            "SELECT product_id FROM product_code WHERE code >= ?1 AND code < ?2 ORDER BY code LIMIT ?3",
            "SELECT product_id FROM product_code_key WHERE key >= ?1 AND key < ?2 ORDER BY key LIMIT ?3",
            "SELECT code FROM product_code WHERE product_id = ?1",
            "SELECT quantity FROM stock_level WHERE product_id = ?1",
            "SELECT p.id FROM product p WHERE p.archived_at IS NULL ORDER BY p.name COLLATE NOCASE, p.id "
            "LIMIT ?1 OFFSET ?2",
            "SELECT id FROM product WHERE external_id = ?1",
            "SELECT product_id FROM product_activity INDEXED BY product_activity_rise WHERE sold_lines >= "
            "rise_at LIMIT ?1",
        }) {
        INFO(sql);
        auto plan = shelf.db.prepareOnce(std::string{"EXPLAIN QUERY PLAN "} + sql);
        while (plan.step()) {
            const auto step = plan.text(3);
            INFO(step);
            const bool byKey = step.find("USING") != std::string::npos;
            CHECK(byKey);
            CHECK(step.find("TEMP B-TREE") == std::string::npos);
        }
    }
}
