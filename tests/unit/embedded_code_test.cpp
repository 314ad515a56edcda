#include "domain/catalog/barcode.h"

#include <catch2/catch.hpp>

using namespace till;

namespace {

EmbeddedCodeRules rules(std::vector<EmbeddedCodeFormat> formats, int currencyDecimals = 2)
{
    return makeEmbeddedCodeRules(formats, currencyDecimals).value();
}

Barcode scan(std::string body, const EmbeddedCodeRules& shopRules)
{
    body += checkDigitFor(body);
    return classify(body, {.embeddedRules = shopRules});
}

} // namespace

TEST_CASE("a scale label gives the item and its weight")
{
    const auto label = scan("211234501234", rules({{"21IIIIIWWWWWC"}}));
    REQUIRE(label.ok());
    CHECK(label.symbology == Symbology::InStoreWeight);
    REQUIRE(label.embedded);
    CHECK(label.embedded->item == "12345");
    CHECK(label.embedded->quantity == Quantity::fromThousandths(1234));
    CHECK(label.embedded->lookupCode == "2112345000008");
    CHECK(hasValidCheckDigit(label.embedded->lookupCode));
    CHECK_FALSE(label.gtin14);
}

TEST_CASE("decimals of a value are the shop's choice")
{
    CHECK(scan("211234501234", rules({{"21IIIIIWWWWWC", 2}})).embedded->quantity ==
          Quantity::fromThousandths(12340));
    CHECK(scan("211234501234", rules({{"21IIIIIPPPPPC"}})).embedded->price == Money::fromMinor(1234));
    CHECK(scan("211234501234", rules({{"21IIIIIPPPPPC", 1}})).embedded->price == Money::fromMinor(12340));
    CHECK(scan("211234501234", rules({{"21IIIIIPPPPPC"}}, 0)).embedded->price == Money::fromMinor(1234));
    CHECK(scan("211234500012", rules({{"21IIIIIQQQQQC"}})).embedded->quantity == Quantity::fromWhole(12));
}

TEST_CASE("the first rule that matches wins, and another prefix is left alone")
{
    const auto shop = rules({{"2112IIIPPPPPC"}, {"21IIIIIWWWWWC"}});
    CHECK(scan("211234501234", shop).symbology == Symbology::InStorePrice);
    CHECK(scan("213334501234", shop).symbology == Symbology::InStoreWeight);
    CHECK(scan("223334501234", shop).symbology == Symbology::InStore);
    CHECK_FALSE(scan("223334501234", shop).embedded);
}

TEST_CASE("price verifiers are those of the GS1 examples")
{
    CHECK(priceVerifierFor("2875") == '9');
    CHECK(priceVerifierFor("14685") == '6');
    CHECK(priceVerifierFor("0000") == '0');
    CHECK(priceVerifierFor("00000") == '0');
}

TEST_CASE("a price whose verifier is wrong is refused")
{
    const auto shop = rules({{"2IIIIIKPPPPC"}});
    CHECK(scan("21234592875", shop).embedded->price == Money::fromMinor(2875));
    const auto wrong = scan("21234582875", shop);
    REQUIRE(wrong.error);
    CHECK(wrong.error->code == ErrorCode::BarcodeCheckDigit);
    CHECK(wrong.error->detail == "price");
}

TEST_CASE("a scale label with a wrong check digit is refused, not sold by weight")
{
    const auto shop = rules({{"21IIIIIWWWWWC"}});
    const auto label = classify("2112345012345", {.embeddedRules = shop});
    REQUIRE(label.error);
    CHECK(label.error->code == ErrorCode::BarcodeCheckDigit);
    CHECK_FALSE(label.embedded);
}

TEST_CASE("rules that make no sense are refused by name")
{
    for (const auto* pattern : {"", "21", "21IIIIIWWPPPC", "21IIIIICWWWWW", "21IIIKWWWC", "2xIIIIIWWWWWC",
             "21IIWWWWWWWWWWC", "21WWWWWC"}) {
        const auto rule = EmbeddedCodeRule::make({pattern}, 2);
        REQUIRE_FALSE(rule);
        CHECK(rule.error().code == ErrorCode::SettingInvalid);
        CHECK(rule.error().detail == pattern);
    }
    CHECK_FALSE(EmbeddedCodeRule::make({"21IIIIIPPPPPC", 3}, 2));
    CHECK_FALSE(EmbeddedCodeRule::make({"21IIIIIWWWWWC", 4}, 2));
    CHECK_FALSE(EmbeddedCodeRule::make({"21IIIIIWWWWWC", -1}, 2));
}

TEST_CASE("no in-store rule is active unless the shop has one")
{
    const auto code = classify("2112345012346");
    CHECK(code.ok());
    CHECK(code.symbology == Symbology::InStore);
    CHECK_FALSE(code.embedded);
    CHECK(classify("4006381333931").symbology == Symbology::Ean13);
}
