#include "base/embedded_file.h"
#include "services/catalog_service.h"
#include "services/demo_catalog.h"
#include "services/demo_quick_keys.h"
#include "services/quick_key_service.h"
#include "support/shop_fixture.h"

#include <catch2/catch.hpp>
#include <map>
#include <sstream>

using namespace till;

TEST_CASE_METHOD(test::ShopFixture, "the departments of the practice shop have the colours of its list")
{
    std::map<std::string, int> wanted;
    for (const auto& file : embedded::resources()) {
        if (file.name != "demo_products.csv") continue;
        std::istringstream lines{std::string{file.text}};
        std::string line;
        std::getline(lines, line);
        while (std::getline(lines, line)) {
            const auto name = line.substr(0, line.find(';'));
            wanted[name] = line.at(name.size() + 1) - '0';
        }
    }
    REQUIRE_FALSE(wanted.empty());
    REQUIRE(addDemoCatalog(shop(), owner()));
    std::map<std::string, int> made;
    for (const auto& department : shop().catalog().departments()) made[department.name] = department.colour;
    CHECK(made == wanted);
}

TEST_CASE_METHOD(
    test::ShopFixture, "the practice shop has two arranged pages, with pictures on what is asked for most")
{
    REQUIRE(addDemoCatalog(shop(), owner()));
    REQUIRE(addDemoQuickKeys(shop(), owner()));
    const auto pages = shop().quickKeys().pages();
    REQUIRE(pages.size() == 2);
    CHECK(pages[0].keys.size() == 25);
    CHECK(pages[1].keys.size() == 15);
    std::vector<ProductId> products;
    for (const auto& key : pages[0].keys) products.push_back(key.product);
    CHECK(shop().quickKeys().pictures(products).size() >= 12);
    verify();
}
