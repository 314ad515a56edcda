#include "services/receipt_json.h"
#include "support/approve.h"
#include "support/sample_receipt.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using namespace till;

TEST_CASE("a receipt as JSON has the figures of the paper as decimal strings")
{
    test::approve("receipt.json", receiptJson(test::bakeryReceipt()) + "\n");
}

TEST_CASE("a receipt in yen has no decimals in JSON and one in dinars three")
{
    const auto totalOf = [](const std::string& currency, int decimals) {
        const auto receipt = test::receiptOf("Tea", Money::fromMinor(1'500), currency, decimals);
        return nlohmann::json::parse(receiptJson(receipt)).at("total");
    };
    CHECK(totalOf("JPY", 0) == "1500");
    CHECK(totalOf("KWD", 3) == "1.500");
}

TEST_CASE("a name comes out of JSON as it was stored")
{
    const auto nameOf = [](const std::string& name) {
        const auto json = receiptJson(test::receiptOf(name, Money::fromMinor(250), "EUR", 2));
        return nlohmann::json::parse(json).at("lines").at(0).at("name").get<std::string>();
    };
    for (const std::string name : {"Crème \"brûlée\"", "\u202Eklim", "back\\slash", "<b>", "茶"}) {
        CHECK(nameOf(name) == name);
    }
    CHECK(nameOf("broken\xff") == "broken\uFFFD");
}
