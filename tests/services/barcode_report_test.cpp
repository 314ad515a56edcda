#include "services/barcode_report.h"

#include "support/places.h"
#include "support/skip.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <fstream>
#include <string>
#include <vector>

using namespace till;

namespace {

nlohmann::json report(const std::vector<std::string>& codes)
{
    return nlohmann::json::parse(barcodeReportJson(codes));
}

} // namespace

TEST_CASE("the report says of each code what it is, in the order asked")
{
    const auto rows = report(
        {"4006381333931", "4006381333930", "2112345012346", "(01)04006381333931(17)260100(3103)001250"});
    REQUIRE(rows.size() == 4);
    CHECK(rows[0]["input"] == "4006381333931");
    CHECK(rows[0]["ok"] == true);
    CHECK(rows[0]["symbology"] == "ean13");
    CHECK(rows[0]["gtin"] == "04006381333931");
    CHECK(rows[0]["elements"].empty());
    CHECK(rows[0]["error"].is_null());
    CHECK(rows[1]["ok"] == false);
    CHECK(rows[1]["error"]["code"] == "BarcodeCheckDigit");
    CHECK(rows[1]["gtin"].is_null());
    CHECK(rows[2]["symbology"] == "weight_embedded");
    CHECK(rows[2]["elements"]["item"] == "12345");
    CHECK(rows[2]["elements"]["weight_kg"] == "1.234");
    CHECK(rows[2]["gtin"].is_null());
    CHECK(rows[3]["symbology"] == "gs1_element_string");
    CHECK(rows[3]["elements"]["17"] == "260100");
    CHECK(rows[3]["elements"]["expiry"] == "2026-01-31");
    CHECK(rows[3]["elements"]["net_weight_kg"] == "1.250");
}

TEST_CASE("a price label of the common rule gives its price")
{
    const auto rows = report({"2312345012340", "2012345012349"});
    CHECK(rows[0]["symbology"] == "price_embedded");
    CHECK(rows[0]["elements"]["price"] == "12.34");
    CHECK(rows[1]["symbology"] == "in_store");
    CHECK(rows[1]["elements"]["value"] == "01234");
    CHECK_FALSE(rows[1]["elements"].contains("price"));
}

TEST_CASE("bytes that are no text still make a report")
{
    const auto rows = report({"\xff\xfe", std::string("a\0b", 3), ""});
    CHECK(rows[0]["error"]["code"] == "BarcodeCharacters");
    CHECK(rows[1]["error"]["code"] == "BarcodeCharacters");
    CHECK(rows[2]["error"]["code"] == "BarcodeLength");
}

TEST_CASE("hostile codes are plain text or refused, and never more than they are")
{
    std::ifstream file{test::sharedFile("naughty/pos.json")};
    if (!file) {
        test::skip("the collection of hostile texts is not beside the sources");
        return;
    }
    const auto texts = nlohmann::json::parse(file);
    const std::vector<std::pair<std::string, std::string>> known{{"", "BarcodeLength"}, {"0", "plain"},
        {"4006381333931", "ean13"}, {"04006381333931", "itf14"}, {"4006381333930", "BarcodeCheckDigit"},
        {"]C1", "BarcodeLength"},
        {"\x1D"
         "010400638133393110ABC\x1D"
         "17260101",
            "gs1_element_string"},
        {"2112345012345", "BarcodeCheckDigit"}, {"400638\n1333931", "BarcodeCharacters"},
        {"４００６", "plain"}, {"*CODE39*", "plain"}, {"https://example.com/", "plain"}, {"=1", "plain"},
        {"../../x", "plain"}};
    for (const auto& [code, expected] : known) {
        const auto row = report({code})[0];
        INFO(code);
        CHECK((row["ok"] == true ? row["symbology"] : row["error"]["code"]) == expected);
    }
    for (const auto& [kind, list] : texts.items()) {
        const auto codes = list.get<std::vector<std::string>>();
        const auto rows = report(codes);
        REQUIRE(rows.size() == codes.size());
        for (std::size_t i = 0; i < codes.size(); ++i) {
            CHECK(rows[i]["input"] == codes[i]);
            CHECK(rows[i]["ok"].get<bool>() == rows[i]["error"].is_null());
        }
    }
}
