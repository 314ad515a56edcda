#include "search_shelf.h"
#include "storage/product_batch.h"

#include <algorithm>

using namespace till;
using Names = std::vector<std::string>;

TEST_CASE("a product is found by the beginning of any of its words, whatever the accents and capitals")
{
    Shelf shelf;
    shelf.add("Crème brûlée");
    shelf.add("Straße der Kekse");
    shelf.add("Butter croissant");
    for (const auto* typed :
        {"c", "cr", "cre", "crem", "creme", "CRÈME", "brul", "Brûlée", "creme bru", "bru cre"}) {
        INFO(typed);
        const auto found = shelf.find(typed);
        CHECK(std::count(found.begin(), found.end(), "Crème brûlée") == 1);
    }
    CHECK(shelf.find("strasse") == Names{"Straße der Kekse"});
    CHECK(shelf.find("cro but") == Names{"Butter croissant"});
    CHECK(shelf.find("butter croissants").empty());
    CHECK(shelf.find("butter kekse").empty());
}

TEST_CASE("what sells best comes first among equal hits, also before the index has followed")
{
    Shelf shelf;
    const auto slow = shelf.add("Milk slow");
    const auto quick = shelf.add("Milk quick");
    const auto middle = shelf.add("Milk middle");
    shelf.sell(slow, 1);
    shelf.sell(quick, 70);
    shelf.sell(middle, 9);
    const Names expected{"Milk quick", "Milk middle", "Milk slow"};
    CHECK(shelf.find("milk") == expected);
    CHECK(raiseBestSellers(shelf.db, 100) == 3);
    CHECK(raiseBestSellers(shelf.db, 100) == 0);
    CHECK(shelf.find("mi") == expected);
    const auto best = bestSellingProducts(shelf.db, 2);
    REQUIRE(best.size() == 2);
    CHECK(best[0].id == quick);
    CHECK(best[0].soldLines == 70);
    CHECK(best[1].id == middle);
}

TEST_CASE("the best seller is among the few hits shown although thousands match")
{
    Shelf shelf;
    ProductBatch batch{shelf.db, shelf.change};
    ProductId star;
    for (int i = 0; i < 2'000; ++i) {
        const auto id = batch.add(shelf.draft("Candle " + std::to_string(i)), Uid::make(++shelf.uids));
        if (i == 1'900) star = id;
    }
    batch.write();
    shelf.sell(star, 3);
    raiseBestSellers(shelf.db, 10);
    CHECK(shelf.find("can", 5).front() == "Candle 1900");
    CHECK(shelf.find("c", 5).front() == "Candle 1900");
    CHECK(shelf.find("andl", 5).front() == "Candle 1900");
    CHECK(shelf.find("candle 1999", 5) == Names{"Candle 1999"});
}

TEST_CASE("an exact code comes before a name that begins the same, a beginning before an inside")
{
    Shelf shelf;
    const auto named = shelf.add("Super 4006 glue");
    shelf.sell(named, 50);
    shelf.add("Paint", {"4006"});
    shelf.add("Brush", {"4006381333931"});
    shelf.add("Ladder", {"9940069"});
    CHECK(shelf.find("4006") == Names{"Paint", "Super 4006 glue", "Brush"});
    CHECK(shelf.find("400") == Names{"Super 4006 glue", "Paint", "Brush", "Ladder"});
    CHECK(shelf.find("4 006381 333931") == Names{"Brush"});
    CHECK(shelf.find("33393") == Names{"Brush"});
    CHECK(shelf.find("brush 40063") == Names{"Brush"});
}

TEST_CASE("a code typed in small letters or capitals is the code itself")
{
    Shelf shelf;
    for (const auto* code : {"EF56", "cd34", "Gh-78"}) shelf.add(std::string{"Thing "} + code, {code});
    const auto kindOfFirst = [&](std::string_view typed) {
        const auto found = findProducts(shelf.db, typed, 20);
        return found.size() == 1 ? found.front().kind : MatchKind::Inside;
    };
    for (const auto* typed : {"EF56", "ef56", "CD34", "cd34", "Gh-78", "gh78", "GH 78"}) {
        INFO(typed);
        CHECK(kindOfFirst(typed) == MatchKind::Code);
    }
    CHECK(kindOfFirst("ef5") == MatchKind::Beginning);
    CHECK(kindOfFirst("EF5") == MatchKind::Beginning);
}

TEST_CASE("of thousands of codes that begin alike some are found and the best seller leads")
{
    Shelf shelf;
    ProductBatch batch{shelf.db, shelf.change};
    ProductId star;
    for (int i = 0; i < 3'000; ++i) {
        const auto id =
            batch.add(shelf.draft("Item", {std::to_string(20'007'000 + i)}), Uid::make(++shelf.uids));
        if (i == 2'500) star = id;
    }
    batch.write();
    shelf.sell(star, 4);
    raiseBestSellers(shelf.db, 10);
    const auto found = findProducts(shelf.db, "20007", 20);
    REQUIRE(found.size() == 20);
    CHECK(std::all_of(found.begin(), found.end(),
        [](const FoundProduct& hit) { return hit.kind == MatchKind::Beginning; }));
    CHECK(findProducts(shelf.db, "2000", 20).front().id == star);
    CHECK(findProducts(shelf.db, "20009", 20).front().id == star);
}

TEST_CASE("a word is found behind thousands of names that have its letters in two words")
{
    Shelf shelf;
    ProductBatch batch{shelf.db, shelf.change};
    const auto add = [&](const std::string& name) { batch.add(shelf.draft(name), Uid::make(++shelf.uids)); };
    for (int i = 0; i < 1'500; ++i) add("Kestrel strong " + std::to_string(i));
    add("Stretch film");
    batch.write();
    CHECK(shelf.find("stre", 5).front() == "Stretch film");
    CHECK(shelf.find("stret", 5) == Names{"Stretch film"});
}

TEST_CASE("letters inside a word are found from three on, in names and in codes")
{
    Shelf shelf;
    shelf.add("Buttercroissant", {"SKU-0042/X"});
    CHECK(shelf.find("erc") == Names{"Buttercroissant"});
    CHECK(shelf.find("tercro") == Names{"Buttercroissant"});
    CHECK(shelf.find("ercroissan") == Names{"Buttercroissant"});
    CHECK(shelf.find("issant butter") == Names{"Buttercroissant"});
    CHECK(shelf.find("but ssa") == Names{"Buttercroissant"});
    CHECK(shelf.find("042x") == Names{"Buttercroissant"});
    CHECK(shelf.find("sku0042") == Names{"Buttercroissant"});
    CHECK(shelf.find("SKU-0042/X") == Names{"Buttercroissant"});
    CHECK(shelf.find("er").empty());
    CHECK(shelf.find("tercrx").empty());
}

TEST_CASE("a code of the supplier finds the product")
{
    Shelf shelf;
    auto fields = shelf.draft("Hinge");
    fields.supplier = insertSupplier(shelf.db, Uid::make(9), "Iron Ltd");
    fields.supplierCode = "HN-77.1";
    insertProduct(shelf.db, fields, Uid::make(10), shelf.change);
    CHECK(shelf.find("hn-77") == Names{"Hinge"});
    CHECK(shelf.find("HN771") == Names{"Hinge"});
    CHECK(shelf.find("n77") == Names{"Hinge"});
}

TEST_CASE("scripts without spaces are found from one character, side by side when typed so")
{
    Shelf shelf;
    shelf.add("東京牛乳");
    shelf.add("乳牛東京");
    shelf.add("กาแฟเย็น");
    CHECK(shelf.find("牛").size() == 2);
    CHECK(shelf.find("牛乳") == Names{"東京牛乳"});
    CHECK(shelf.find("แฟ") == Names{"กาแฟเย็น"});
}

TEST_CASE("a name of nothing but signs is found by them")
{
    Shelf shelf;
    shelf.add("!?");
    shelf.add("%_*");
    CHECK(shelf.find("!") == Names{"!?"});
    CHECK(shelf.find("%_") == Names{"%_*"});
    CHECK(shelf.find("\"").empty());
}

TEST_CASE("a product with very many words is found by any two of them")
{
    Shelf shelf;
    const std::string name = "alpha bravo charlie delta echo foxtrot golf hotel india juliett kilo lima";
    shelf.add(name);
    CHECK(shelf.find("alpha lima") == Names{name});
    CHECK(shelf.find("kilo bravo hotel") == Names{name});
    CHECK(shelf.find("kilo zulu").empty());
}

TEST_CASE("renaming, moving and archiving a product leaves nothing of it behind in the search")
{
    Shelf shelf;
    const auto id = shelf.add("Old name", {"A-1"});
    shelf.sell(id, 5);
    raiseBestSellers(shelf.db, 10);
    auto stored = storedProduct(shelf.db, id, shelf.change.day);
    REQUIRE(stored);
    auto fields = stored->fields;
    fields.name = "New title";
    fields.codes = {{"B-2"}};
    updateProduct(shelf.db, id, *stored, fields, shelf.change);
    CHECK(shelf.find("old").empty());
    CHECK(shelf.find("a1").empty());
    CHECK(shelf.find("new ti") == Names{"New title"});
    CHECK(shelf.find("b-2") == Names{"New title"});
    archiveProduct(shelf.db, id, shelf.change);
    CHECK(shelf.find("new").empty());
    CHECK(shelf.find("b-2").empty());
    CHECK(bestSellingProducts(shelf.db, 5).empty());
}

TEST_CASE("text made to break a search is just text")
{
    Shelf shelf;
    shelf.add("Bread");
    for (const auto* typed :
        {"\"", "'", "\" OR \"", "a AND", "NOT b", "NEAR(a b)", "tokens:bread", "bread*", "-d1", ".bre",
            "^bread", "(((", "%", "_", "\\", "{}", "a\" b", "", " ", "\xFF\xFE", "-", "-long"}) {
        INFO(typed);
        CHECK_NOTHROW(shelf.find(typed));
    }
    CHECK(shelf.find("bread*") == Names{"Bread"});
    CHECK(shelf.find("-d1").empty());
    CHECK(shelf.find("-").empty());
    CHECK(shelf.find(std::string(100'000, 'x')).empty());
}

TEST_CASE("departments list their best sellers")
{
    Shelf shelf;
    const auto bakery = insertDepartment(shelf.db, Uid::make(20), {{}, {}, "Bakery", 1, {}});
    const auto cakes = insertDepartment(shelf.db, Uid::make(21), {{}, bakery, "Cakes", 1, {}});
    for (int i = 0; i < 3; ++i) {
        auto fields = shelf.draft("Item " + std::to_string(i));
        fields.department = i == 0 ? bakery : cakes;
        const auto id = insertProduct(shelf.db, fields, Uid::make(30 + i), shelf.change);
        shelf.sell(id, 1 << (2 * i));
    }
    raiseBestSellers(shelf.db, 10);
    const std::vector both{bakery, cakes};
    const auto found = productHits(shelf.db, bestSellingIn(shelf.db, both, 10), shelf.change.day);
    REQUIRE(found.size() == 3);
    CHECK(found[0].name == "Item 2");
    CHECK(found[2].name == "Item 0");
    CHECK(bestSellingIn(shelf.db, {&bakery, 1}, 10).size() == 1);
}
