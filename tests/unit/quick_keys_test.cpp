#include "domain/catalog/quick_keys.h"

#include <catch2/catch.hpp>

using namespace till;

namespace {

constexpr ProductId kBread{1};
constexpr ProductId kRoll{2};
constexpr ProductId kCoffee{3};

QuickKeyPage pageOf(std::vector<QuickKey> keys)
{
    return {{1}, "Counter", std::move(keys)};
}

/// "0:1 4:2": place and product of each key.
std::string text(const QuickKeyPage& page)
{
    std::string words;
    for (const auto& key : page.keys) {
        if (!words.empty()) words += ' ';
        words += std::to_string(key.place) + ':' + std::to_string(key.product.value);
        if (key.colour) words += '/' + std::to_string(*key.colour);
    }
    return words;
}

} // namespace

TEST_CASE("a key that is put on a page moves no other, and a gap stays a gap")
{
    auto page = pageOf({{0, kBread}, {7, kRoll}});
    REQUIRE(putKey(page, kCoffee, 3));
    CHECK(text(page) == "0:1 3:3 7:2");
    CHECK(firstFreePlace(page) == 1);
    REQUIRE(removeKey(page, 0));
    CHECK(text(page) == "3:3 7:2");
}

TEST_CASE("what stands where a product is put makes room and stays on the page")
{
    auto page = pageOf({{0, kBread}, {1, kRoll}});
    REQUIRE(putKey(page, kCoffee, 0));
    CHECK(text(page) == "0:3 1:2 2:1");
    REQUIRE(putKey(page, kCoffee, 1)); // it is there already: the two change places
    CHECK(text(page) == "0:2 1:3 2:1");
}

TEST_CASE("a moved key changes places with another, with its colour")
{
    auto page = pageOf({{0, kBread, 4}, {1, kRoll}});
    REQUIRE(moveKey(page, 0, 1));
    CHECK(text(page) == "0:2 1:1/4");
    REQUIRE(moveKey(page, 1, 9));
    CHECK(text(page) == "0:2 9:1/4");
    CHECK_FALSE(moveKey(page, 5, 6)); // nothing stands there
    CHECK_FALSE(moveKey(page, 0, -1));
    CHECK_FALSE(moveKey(page, 0, kQuickKeyPlaces));
    CHECK(text(page) == "0:2 9:1/4");
}

TEST_CASE("a key goes to another page once, and what stood there comes back for it")
{
    auto page = pageOf({{0, kBread, 2}, {1, kRoll}});
    auto other = pageOf({{0, kCoffee}, {5, kBread}});
    REQUIRE(moveKeyToPage(page, 0, other, 0));
    CHECK(text(page) == "0:3 1:2");
    CHECK(text(other) == "0:1/2");
}

TEST_CASE("a full page takes no more, and says so by doing nothing")
{
    QuickKeyPage page = pageOf({});
    for (int place = 0; place < kQuickKeyPlaces; ++place) page.keys.push_back({place, ProductId{place + 10}});
    const auto before = page;
    CHECK_FALSE(firstFreePlace(page));
    CHECK_FALSE(putKey(page, kBread, 3));
    CHECK(page == before);
}
