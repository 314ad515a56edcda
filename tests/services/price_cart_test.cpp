#include "services/price_cart.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace {

using namespace till;
using nlohmann::json;

json priced(const std::string& cart)
{
    const auto result = priceCart(cart);
    REQUIRE(result);
    return json::parse(*result);
}

Error refusal(const std::string& cart)
{
    const auto result = priceCart(cart);
    REQUIRE_FALSE(result);
    return result.error();
}

std::string withoutSpace(std::string text)
{
    text.erase(
        std::remove_if(text.begin(), text.end(), [](char c) { return c == ' ' || c == '\n'; }), text.end());
    return text;
}

/// A cart of one line, with `more` beside its price.
std::string lineWith(const std::string& more)
{
    return R"({"taxes":[{"code":"A","percent":"20"}],"lines":[{"unit_price":"1.00")" + more + "}]}";
}

} // namespace

TEST_CASE("without decimals a cart has those of its currency")
{
    const std::string lines = R"("lines":[{"quantity":"2","unit_price":"100"}]})";
    CHECK(priced(R"({"currency":"JPY",)" + lines).at("total") == "200");
    CHECK(priced(R"({"currency":"KWD",)" + lines).at("total") == "200.000");
    CHECK(priced(R"({"currency":"JPY","decimals":2,)" + lines).at("total") == "200.00");
    CHECK(priced("{" + lines).at("total") == "200.00");
}

TEST_CASE("the cart of the manual comes out as the manual says")
{
    const auto result = priceCart(R"({ "currency": "EUR", "decimals": 2,
        "prices": "inclusive", "tax_rounding": "line", "cash_rounding": "0.05",
        "taxes": [ {"code": "A", "percent": "20"}, {"code": "B", "percent": "5.5"} ],
        "lines": [ {"id": "1", "product": "X1", "department": "D1", "quantity": "2", "unit_price": "1.99",
            "taxes": ["A"], "discounts": [ {"percent": "10"}, {"amount": "0.50"} ], "discountable": true} ],
        "discounts": [ {"percent": "10"} ],
        "tenders": [ {"kind": "cash", "amount": "20.00"} ] })");
    REQUIRE(result);
    CHECK(withoutSpace(*result) == withoutSpace(R"(
        { "lines": [ {"id": "1", "gross": "3.98", "discount": "0.90", "promotion": "0.00", "sale_discount": "0.31",
              "net": "2.31", "tax": "0.46", "total": "2.77",
              "taxes": [ {"code": "A", "net": "2.31", "tax": "0.46"} ]} ],
          "tax": [ {"code": "A", "percent": "20", "net": "2.31", "tax": "0.46", "gross": "2.77"} ],
          "promotions": [],
          "gross": "3.98", "discount": "1.21", "net": "2.31", "total_tax": "0.46", "total": "2.77",
          "rounding": "-0.02", "due": "2.75", "paid": "20.00", "change": "17.25" })"));
}

TEST_CASE("everything but the lines may be left out")
{
    const auto sale = priced(R"({"lines":[{"unit_price":"2.50"},{"unit_price":"1","quantity":"0.500"}]})");
    CHECK(sale["total"] == "3.00");
    CHECK(sale["lines"][1]["id"] == "2");
    CHECK(sale["tax"].empty());
    CHECK(sale["due"] == "3.00");
    CHECK(sale["paid"] == "0.00");
    CHECK(sale["change"] == "0.00");
    CHECK(priced(R"({"lines":[]})")["total"] == "0.00");
}

TEST_CASE("quantities and percentages may be JSON integers, money may not")
{
    CHECK(priced(lineWith(R"(,"quantity":3,"discounts":[{"percent":50}])"))["total"] == "1.50");
    CHECK(refusal(R"({"lines":[{"unit_price":1}]})").detail == "lines[0].unit_price");
    CHECK(refusal(lineWith(R"(,"discounts":[{"amount":1}])")).detail == "lines[0].discounts[0].amount");
    CHECK(refusal(lineWith(R"(,"quantity":1.5)")).detail == "lines[0].quantity");
}

TEST_CASE("money has as many decimals as the currency")
{
    CHECK(priced(R"({"decimals":0,"lines":[{"unit_price":"199","quantity":"2"}]})")["total"] == "398");
    CHECK(priced(R"({"decimals":1,"lines":[{"unit_price":"1.9"}]})")["total"] == "1.9");
    CHECK(priced(R"({"decimals":3,"lines":[{"unit_price":"1.2345"}]})")["total"] == "1.235");
    CHECK(refusal(R"({"decimals":4,"lines":[]})").detail == "decimals");
    CHECK(refusal(R"({"decimals":"2","lines":[]})").detail == "decimals");
    CHECK(refusal(R"({"decimals":18446744073709551618,"lines":[]})").detail == "decimals");
}

TEST_CASE("goods that come back pay out the mirror image")
{
    const auto back = priced(R"({"cash_rounding":"0.05","taxes":[{"code":"A","percent":"20"}],
        "lines":[{"unit_price":"1.99","quantity":"-2","taxes":["A"],"discounts":[{"percent":"10"},{"amount":"0.50"}]}],
        "discounts":[{"percent":"10"}],"tenders":[{"kind":"cash","amount":"-2.75"}]})");
    CHECK(back["total"] == "-2.77");
    CHECK(back["lines"][0]["sale_discount"] == "-0.31");
    CHECK(back["total_tax"] == "-0.46");
    CHECK(back["due"] == "-2.75");
    CHECK(back["rounding"] == "0.02");
    CHECK(back["change"] == "0.00");
}

TEST_CASE("only cash is rounded, and half a New Zealand step goes down")
{
    const std::string cart = R"("cash_rounding":"0.10","lines":[{"unit_price":"1.05"}],"tenders":[{"kind":)";
    CHECK(priced("{" + cart + R"("card","amount":"1.05"}]})")["rounding"] == "0.00");
    CHECK(priced("{" + cart + R"("cash","amount":"2.00"}]})")["due"] == "1.10");
    CHECK(priced(R"({"currency":"NZD",)" + cart + R"("cash","amount":"2.00"}]})")["due"] == "1.00");
    CHECK(refusal("{" + cart + R"("card","amount":"1.06"}]})").code == ErrorCode::TenderTooLarge);
}

TEST_CASE("a compound tax stands on the ones before it")
{
    const auto sale = priced(R"({"prices":"exclusive","taxes":[{"code":"F","percent":"5"},
        {"code":"P","percent":"10","compound":true}],"lines":[{"unit_price":"100","taxes":["F","P"]}]})");
    CHECK(sale["lines"][0]["taxes"][1]["tax"] == "10.50");
    CHECK(sale["total"] == "115.50");
}

TEST_CASE("a key that nobody knows is refused by its name and place")
{
    const auto [cart, path] = GENERATE(table<std::string, std::string>({
        {R"({"line":[]})", "line"},
        {R"({"lines":[{"unit_price":"1"},{"unit_price":"1","qty":"2"}]})", "lines[1].qty"},
        {R"({"lines":[{"unit_price":"1","discounts":[{"percent":"1","why":"x"}]}]})",
            "lines[0].discounts[0].why"},
        {R"({"lines":[],"taxes":[{"code":"A","percent":"1","rate":"1"}]})", "taxes[0].rate"},
        {R"({"lines":[],"tenders":[{"kind":"cash","amount":"1","currency":"EUR"}]})", "tenders[0].currency"},
    }));
    CHECK(refusal(cart).code == ErrorCode::JsonKeyUnknown);
    CHECK(refusal(cart).detail == path);
}

TEST_CASE("a key that is needed is named when it is not there")
{
    const auto [cart, path] = GENERATE(table<std::string, std::string>({
        {"{}", "lines"},
        {R"({"lines":[{}]})", "lines[0].unit_price"},
        {R"({"lines":[],"taxes":[{"code":"A"}]})", "taxes[0].percent"},
        {R"({"lines":[],"taxes":[{"percent":"20"}]})", "taxes[0].code"},
        {R"({"lines":[],"discounts":[{}]})", "discounts[0].percent"},
        {R"({"lines":[],"tenders":[{"kind":"cash"}]})", "tenders[0].amount"},
        {R"({"lines":[],"tenders":[{"amount":"1"}]})", "tenders[0].kind"},
    }));
    CHECK(refusal(cart).code == ErrorCode::JsonKeyMissing);
    CHECK(refusal(cart).detail == path);
}

TEST_CASE("a value of the wrong kind is named")
{
    const auto [cart, path] = GENERATE(table<std::string, std::string>({
        {R"({"lines":{}})", "lines"},
        {R"({"lines":[7]})", "lines[0]"},
        {R"({"lines":[null]})", "lines[0]"},
        {R"({"lines":[],"currency":"euro"})", "currency"},
        {R"({"lines":[],"currency":null})", "currency"},
        {R"({"lines":[],"prices":"gross"})", "prices"},
        {R"({"lines":[],"tax_rounding":true})", "tax_rounding"},
        {R"({"lines":[],"cash_rounding":"-0.05"})", "cash_rounding"},
        {R"({"lines":[],"cash_rounding":"0,05"})", "cash_rounding"},
        {R"({"lines":[{"unit_price":"1e3"}]})", "lines[0].unit_price"},
        {R"({"lines":[{"unit_price":"1.00001"}]})", "lines[0].unit_price"},
        {R"({"lines":[{"unit_price":"1","quantity":"0.0001"}]})", "lines[0].quantity"},
        {R"({"lines":[{"unit_price":"1","discountable":"yes"}]})", "lines[0].discountable"},
        {R"({"lines":[{"unit_price":"1","id":1}]})", "lines[0].id"},
        {R"({"lines":[{"unit_price":"1","taxes":"A"}]})", "lines[0].taxes"},
        {R"({"lines":[{"unit_price":"1","taxes":[1]}]})", "lines[0].taxes[0]"},
        {R"({"lines":[],"discounts":[{"percent":"1","amount":"1"}]})", "discounts[0].percent"},
        {R"({"lines":[],"taxes":[{"code":"A","percent":"1"},{"code":"A","percent":"2"}]})", "taxes[1].code"},
        {R"({"lines":[],"lines":[]})", "lines"},
        {"[]", ""},
        {"\"cart\"", ""},
    }));
    INFO(cart);
    const auto error = refusal(cart);
    CHECK(error.code == ErrorCode::JsonValueInvalid);
    CHECK(error.detail == path);
}

TEST_CASE("a line's taxes must stand in the table, each once")
{
    CHECK(refusal(lineWith(R"(,"taxes":["B"])")).code == ErrorCode::TaxNotFound);
    CHECK(refusal(lineWith(R"(,"taxes":["A","B"])")).detail == "lines[0].taxes[1]: B");
    CHECK(refusal(lineWith(R"(,"taxes":["A","A"])")).code == ErrorCode::JsonValueInvalid);
}

TEST_CASE("what the pricing function refuses is passed on with its place")
{
    CHECK(refusal(lineWith(R"(,"discounts":[{"amount":"1.01"}])")).code == ErrorCode::DiscountInvalid);
    CHECK(refusal(lineWith(R"(,"discounts":[{"percent":"101"}])")).detail == "lines[0].discounts[0]");
    CHECK(refusal(R"({"lines":[],"discounts":[{"percent":"-1"}]})").detail == "discounts[0]");
}

TEST_CASE("numbers beyond all money are refused")
{
    const std::string largest = "92233720368547758.07";
    CHECK(refusal(R"({"lines":[{"unit_price":")" + largest + R"("}]})").code == ErrorCode::NumberOutOfRange);
    CHECK(refusal(R"({"lines":[{"unit_price":"100000000000000","quantity":"1000000000"}]})").code ==
          ErrorCode::NumberOutOfRange);
    CHECK(refusal(R"({"lines":[{"unit_price":"1","quantity":99999999999999999999}]})").detail ==
          "lines[0].quantity");
    CHECK(refusal(R"({"lines":[],"tenders":[{"kind":"cash","amount":")" + largest +
                  R"("},{"kind":"cash","amount":")" + largest + R"("}]})")
              .code == ErrorCode::NumberOutOfRange);
}

TEST_CASE("text that is not JSON is refused and never thrown at the caller")
{
    const std::string text = GENERATE(as<std::string>{}, "", "{", "{\"lines\":[}", "not json",
        "{\"lines\":[]} x", "{\"lines\":[1e999]}", "{\"\xff\":1}", "\xef\xbb\xbf", "{'lines':[]}");
    CHECK(refusal(text).code == ErrorCode::JsonInvalid);
    CHECK(refusal(std::string(200'000, '[')).code == ErrorCode::JsonInvalid);
    CHECK(refusal(std::string(100'000, '[') + std::string(100'000, ']')).code == ErrorCode::JsonValueInvalid);
}
