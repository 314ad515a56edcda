#include "services/price_cart.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

namespace {

using namespace till;
using nlohmann::json;

/// Three X1 at 1.99 and one X2 at 1.00 of department D1, with `more` beside the lines.
std::string cart(const std::string& more)
{
    return R"({"lines":[
        {"id":"a","product":"X1","department":"D1","quantity":"3","unit_price":"1.99"},
        {"id":"b","product":"X2","department":"D2","unit_price":"1.00"}],)" +
           more + "}";
}

json priced(const std::string& more)
{
    const auto result = priceCart(cart(more));
    REQUIRE(result);
    return json::parse(*result);
}

Error refusal(const std::string& more)
{
    const auto result = priceCart(cart(more));
    REQUIRE_FALSE(result);
    return result.error();
}

std::string offer(const std::string& keys)
{
    return R"("promotions":[{"code":"P1",)" + keys + "}]";
}

} // namespace

TEST_CASE("each kind of promotion is a row with its saving and its lines")
{
    const auto [keys, saving, lines] = GENERATE(table<std::string, std::string, std::vector<std::string>>({
        {R"("kind":"n_for_price","products":["X1"],"n":3,"price":"5.00")", "0.97", {"a"}},
        {R"("kind":"buy_x_get_y","buy":{"products":["X1"],"quantity":2},
            "get":{"products":["X2"],"quantity":1,"percent":"100"},"limit":1)",
            "1.00", {"a", "b"}},
        {R"("kind":"mix_and_match","products":["X1","X2"],"n":3,"percent":"20")", "1.19", {"a"}},
        {R"("kind":"mix_and_match","products":["X1","X2"],"n":4,"price":"6.00")", "0.97", {"a", "b"}},
        {R"("kind":"percent_off","departments":["D1"],"percent":"10","minimum":"5.00")", "0.60", {"a"}},
        {R"("kind":"amount_off","amount":"5.00","minimum":"6.00")", "5.00", {"a", "b"}},
    }));
    const auto sale = priced(offer(keys));
    REQUIRE(sale["promotions"].size() == 1);
    const auto& row = sale["promotions"][0];
    CHECK(row["code"] == "P1");
    CHECK(row["saving"] == saving);
    CHECK(row["lines"] == lines);
    CHECK(sale["discount"] == saving);
}

TEST_CASE("what a line gave to promotions stands on it")
{
    const auto sale = priced(offer(R"("kind":"amount_off","amount":"1.00")"));
    CHECK(sale["lines"][0]["promotion"] == "0.86");
    CHECK(sale["lines"][1]["promotion"] == "0.14");
    CHECK(sale["total"] == "5.97");
}

TEST_CASE("a minimum that is not reached gives nothing")
{
    CHECK(priced(offer(R"("kind":"amount_off","amount":"5.00","minimum":"6.98")"))["promotions"].empty());
}

TEST_CASE("a promotion that needs a coupon waits for it")
{
    const auto keys = offer(R"("kind":"amount_off","amount":"5.00","coupon":true)");
    CHECK(priced(keys)["promotions"].empty());
    CHECK(priced(keys + R"(,"coupons":["P1"])")["total"] == "1.97");
    const auto unknown = refusal(keys + R"(,"coupons":["P1","P2"])");
    CHECK(unknown.code == ErrorCode::CouponUnknown);
    CHECK(unknown.detail == "coupons[1]: P2");
}

TEST_CASE("best saves most, first goes by the order")
{
    const std::string offers = R"("promotions":[{"code":"TEN","kind":"percent_off","percent":"10"},
        {"code":"HALF","kind":"percent_off","percent":"50"}])";
    CHECK(priced(offers)["promotions"][0]["code"] == "HALF");
    CHECK(priced(offers + R"(,"promotion_choice":"best")")["promotions"][0]["code"] == "HALF");
    CHECK(priced(offers + R"(,"promotion_choice":"first")")["promotions"][0]["code"] == "TEN");
    CHECK(refusal(offers + R"(,"promotion_choice":"worst")").detail == "promotion_choice");
}

TEST_CASE("a promotion is refused by the key that is wrong")
{
    const auto [keys, path, code] = GENERATE(table<std::string, std::string, ErrorCode>({
        {R"("kind":"n_for_price","n":3)", "promotions[0].price", ErrorCode::JsonKeyMissing},
        {R"("kind":"n_for_price","price":"1.00")", "promotions[0].n", ErrorCode::JsonKeyMissing},
        {R"("kind":"n_for_price","n":0,"price":"1.00")", "promotions[0].n", ErrorCode::JsonValueInvalid},
        {R"("kind":"n_for_price","n":3,"price":"1.00","percent":"5")", "promotions[0].percent",
            ErrorCode::JsonKeyUnknown},
        {R"("kind":"percent_off","percent":"101")", "promotions[0].percent", ErrorCode::JsonValueInvalid},
        {R"("kind":"percent_off","percent":"10","product":["X1"])", "promotions[0].product",
            ErrorCode::JsonKeyUnknown},
        {R"("kind":"amount_off")", "promotions[0].amount", ErrorCode::JsonKeyMissing},
        {R"("kind":"buy_x_get_y","buy":{"quantity":1})", "promotions[0].get", ErrorCode::JsonKeyMissing},
        {R"("kind":"buy_x_get_y","buy":{"quantity":1},"get":{"quantity":1,"price":"1"})",
            "promotions[0].get.price", ErrorCode::JsonKeyUnknown},
        {R"("kind":"happy_hour")", "promotions[0].kind", ErrorCode::JsonValueInvalid},
        {R"("name":"x")", "promotions[0].kind", ErrorCode::JsonKeyMissing},
    }));
    const auto error = refusal(offer(keys));
    CHECK(error.detail == path);
    CHECK(error.code == code);
}
