#include "services/cart_service.h"
#include "services/catalog_service.h"
#include "services/checkout_service.h"
#include "services/customer_service.h"
#include "services/promotion_service.h"
#include "services/promotion_text.h"
#include "services/receipt_service.h"
#include "services/setting_service.h"
#include "storage/connection.h"
#include "support/shop_fixture.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using namespace till;

namespace {

class Offers : public test::ShopFixture {
public:
    Offers()
    {
        tea = addProduct("Tea", 200, "TEA", "C");
        cake = addProduct("Cake", 300, "CAKE", "C");
        openShift();
    }

    /// `keys` beside code, name and the goods tea.
    PromotionId offer(const std::string& keys, const std::string& code = "P1")
    {
        const auto draft =
            promotionOfJson(shop(), R"({"code":")" + code + R"(","name":"Tea time",)" + keys + "}");
        INFO((draft ? std::string{} : draft.error().detail));
        REQUIRE(draft);
        const auto id = shop().promotions().add(owner(), *draft);
        INFO((id ? std::string{} : std::string{toText(id.error().code)} + " " + id.error().detail));
        REQUIRE(id);
        return *id;
    }
    void scan(const std::string& code, std::int64_t count = 1)
    {
        REQUIRE(shop().carts().ringUp(owner(), {code, {}, Quantity::fromWhole(count), {}, {}, {}}));
    }
    PricedCart cart() { return *shop().carts().current(shop().facts().till); }
    std::int64_t total() { return cart().priced.total.minor(); }
    Result<FinishedSale> pay()
    {
        return shop().checkout().finish(
            owner(), cart().cart.id, {{shop().checkout().tenderType("cash")->id, {}, {}}});
    }
    ErrorCode couponRefusal(const std::string& code)
    {
        const auto added = shop().carts().addCoupon(owner(), code);
        REQUIRE_FALSE(added);
        return added.error().code;
    }

    ProductId tea;
    ProductId cake;
};

const std::string kThreeForFive = R"("kind":"n_for_price","products":["TEA"],"n":3,"price":"5.00")";
const std::string kFiveOff = R"("kind":"amount_off","amount":"5.00","minimum":"10.00")";

} // namespace

TEST_CASE_METHOD(
    Offers, "an offer counts from the scan that completes it, and stands on the receipt by its name")
{
    offer(kThreeForFive);
    scan("TEA", 2);
    CHECK(total() == 400);
    scan("TEA");
    CHECK(total() == 500);
    REQUIRE(cart().priced.promotions.size() == 1);
    CHECK(cart().priced.promotions[0].name == "Tea time");
    const auto sale = pay();
    REQUIRE(sale);
    CHECK(sale->total.minor() == 500);
    const auto receipt = shop().receipts().load(sale->document);
    REQUIRE(receipt);
    REQUIRE(receipt->lines[0].adjustments.size() == 1);
    CHECK(receipt->lines[0].adjustments[0].label == "Tea time");
    CHECK(receipt->lines[0].adjustments[0].amount.minor() == -100);
    CHECK(receipt->discount.minor() == 100);
    verify();
}

TEST_CASE_METHOD(Offers, "an offer that is changed or ended changes the sale that is open")
{
    const auto id = offer(kThreeForFive);
    scan("TEA", 3);
    CHECK(total() == 500);
    auto details = *shop().promotions().find(id);
    details.fields.rules.price = Money::fromMinor(450);
    REQUIRE(shop().promotions().change(owner(), id, details.revision, details.fields));
    CHECK(total() == 450);
    CHECK(shop().promotions().change(owner(), id, details.revision, details.fields).error().code ==
          ErrorCode::ChangedMeanwhile);
    REQUIRE(shop().promotions().archive(owner(), id));
    CHECK(total() == 600);
    CHECK(shop().promotions().all()[0].archived);
}

TEST_CASE_METHOD(Offers, "an offer runs in its hours only")
{
    offer(R"("kind":"percent_off","percent":"50","from_time":"00:00","to_time":"24:00")");
    offer(R"("kind":"percent_off","percent":"90","to":"2001-01-01")", "OLD");
    scan("TEA");
    CHECK(total() == 100);
    CHECK(shop().promotions().stateOf(shop().promotions().all()[1]) == PromotionState::Over);
}

TEST_CASE_METHOD(Offers, "an offer on a department is for the departments inside it too")
{
    const std::vector<std::string> path{"Drinks", "Hot"};
    const auto hot = shop().catalog().departmentNamed(owner(), path);
    REQUIRE(hot);
    auto details = *shop().catalog().details(tea);
    details.fields.department = *hot;
    REQUIRE(shop().catalog().change(owner(), tea, details.revision, details.fields));
    offer(R"("kind":"percent_off","percent":"10","departments":["Drinks"])");
    scan("TEA");
    scan("CAKE");
    CHECK(total() == 480);
}

TEST_CASE_METHOD(Offers, "an offer for a group is for its customers")
{
    offer(R"("kind":"percent_off","percent":"10","customer_group":"Staff")");
    scan("TEA");
    CHECK(total() == 200);
    REQUIRE(shop().customers().add(owner(), "C7", ""));
    REQUIRE(shop().carts().setCustomer(owner(), cart().cart.id, "C7"));
    CHECK(total() == 200);
    const auto staff = shop().promotions().groupNamed(owner(), "Staff");
    REQUIRE(staff);
    REQUIRE(shop().promotions().setCustomerGroup(owner(), "C7", *staff));
    CHECK(total() == 180);
}

TEST_CASE_METHOD(Offers, "the shop chooses whether the best offer counts or the first")
{
    offer(R"("kind":"percent_off","percent":"10")", "TEN");
    offer(R"("kind":"percent_off","percent":"50")", "HALF");
    scan("TEA");
    CHECK(total() == 100);
    REQUIRE(shop().settings().set(owner(), "sale.promotion_choice", "first"));
    CHECK(total() == 180);
    CHECK_FALSE(shop().settings().set(owner(), "sale.promotion_choice", "worst"));
}

TEST_CASE_METHOD(Offers, "a coupon waits in the sale until its minimum is reached")
{
    offer(kFiveOff + R"(,"coupons":["SAVE5"])");
    scan("TEA");
    REQUIRE(shop().carts().addCoupon(owner(), " save5 "));
    CHECK(total() == 200);
    const auto waiting = shop().promotions().couponsIn(cart().cart, cart().priced);
    REQUIRE(waiting.size() == 1);
    CHECK(waiting[0].code == "SAVE5");
    CHECK_FALSE(waiting[0].counts);
    CHECK(waiting[0].minimum.minor() == 1000);
    scan("TEA", 4);
    CHECK(total() == 500);
    CHECK(shop().promotions().couponsIn(cart().cart, cart().priced)[0].counts);
}

TEST_CASE_METHOD(Offers, "a coupon is undone, taken off and there again after a power cut")
{
    offer(kFiveOff + R"(,"coupons":["SAVE5"])");
    scan("TEA", 5);
    REQUIRE(shop().carts().addCoupon(owner(), "SAVE5"));
    CHECK(total() == 500);
    reopen();
    CHECK(total() == 500);
    REQUIRE(shop().carts().undo(owner(), cart().cart.id));
    CHECK(total() == 1000);
    REQUIRE(shop().carts().redo(owner(), cart().cart.id));
    CHECK(total() == 500);
    REQUIRE(shop().carts().removeCoupon(owner(), cart().cart.id, "SAVE5"));
    CHECK(total() == 1000);
    REQUIRE(shop().carts().undo(owner(), cart().cart.id));
    CHECK(total() == 500);
}

TEST_CASE_METHOD(Offers, "a coupon is used as often as its limit says, in sales it gave something in")
{
    offer(kFiveOff + R"(,"coupons":[{"code":"ONCE","uses":1}])");
    scan("TEA");
    REQUIRE(shop().carts().addCoupon(owner(), "ONCE"));
    REQUIRE(pay()); // it gave nothing: it is not used
    scan("TEA", 5);
    REQUIRE(shop().carts().addCoupon(owner(), "ONCE"));
    CHECK(couponRefusal("ONCE") == ErrorCode::CouponGivenAlready);
    REQUIRE(pay());
    CHECK(shop().promotions().all()[0].couponUses == 1);
    scan("TEA", 5);
    CHECK(couponRefusal("ONCE") == ErrorCode::CouponUsedUp);
    CHECK(couponRefusal("NEVER") == ErrorCode::CouponUnknown);
    verify();
}

TEST_CASE_METHOD(Offers, "two held sales cannot both use the last coupon")
{
    offer(kFiveOff + R"(,"coupons":[{"code":"ONCE","uses":1}])");
    scan("TEA", 5);
    REQUIRE(shop().carts().addCoupon(owner(), "ONCE"));
    const auto first = cart().cart.id;
    REQUIRE(shop().carts().hold(owner(), first));
    scan("TEA", 5);
    REQUIRE(shop().carts().addCoupon(owner(), "ONCE"));
    CHECK(pay()->total.minor() == 500);
    REQUIRE(shop().carts().recall(owner(), first));
    CHECK(pay()->total.minor() == 1000);
}

TEST_CASE_METHOD(Offers, "a coupon per customer asks who the customer is")
{
    offer(kFiveOff + R"(,"coupons":[{"code":"MINE","uses_per_customer":1}])");
    REQUIRE(shop().customers().add(owner(), "C7", ""));
    for (const auto expected : {500, 1000}) {
        scan("TEA", 5);
        if (expected == 500) {
            REQUIRE(shop().carts().addCoupon(owner(), "MINE"));
            CHECK(total() == 1000);
        }
        REQUIRE(shop().carts().setCustomer(owner(), cart().cart.id, "C7"));
        CHECK(total() == expected);
        if (expected == 1000) CHECK(couponRefusal("MINE") == ErrorCode::CouponUsedUp);
        REQUIRE(pay());
    }
}

TEST_CASE_METHOD(Offers, "a coupon counts on its days")
{
    offer(kFiveOff + R"(,"coupons":[{"code":"LATE","to":"2001-01-01"},{"code":"SOON","from":"2999-01-01"}])");
    scan("TEA", 5);
    CHECK(couponRefusal("LATE") == ErrorCode::CouponNotNow);
    CHECK(couponRefusal("SOON") == ErrorCode::CouponNotNow);
}

TEST_CASE_METHOD(Offers, "a code is either goods, an offer or a coupon")
{
    offer(kThreeForFive);
    const auto taken = [&](const std::string& text) {
        const auto draft = promotionOfJson(shop(), text);
        REQUIRE(draft);
        const auto added = shop().promotions().add(owner(), *draft);
        REQUIRE_FALSE(added);
        return added.error().detail;
    };
    CHECK(taken(R"({"code":"P1","kind":"amount_off","amount":"1.00"})") == "P1");
    CHECK(taken(R"({"code":"P2","kind":"amount_off","amount":"1.00","coupons":["tea"]})") == "TEA");
    const auto codes = shop().promotions().newCouponCodes(50);
    CHECK(codes.size() == 50);
    CHECK(codes[0].size() == 9);
}

TEST_CASE_METHOD(Offers, "an offer is written as it is read")
{
    const std::string text =
        R"({"code":"P1","name":"Two for one","kind":"buy_x_get_y",)"
        R"("buy":{"products":["TEA"],"quantity":1},"get":{"products":["CAKE"],"quantity":1,"percent":"50"},)"
        R"("minimum":"2.00","limit":2,"from":"2026-01-01","to":"2026-12-31","weekdays":["mon","sun"],)"
        R"("from_time":"17:00","to_time":"19:00","customer_group":"Staff","coupon":true,)"
        R"("coupons":[{"code":"TWO","uses":10,"minimum":"1.00"}],"coupon_uses":0,"state":"running"})";
    auto asked = nlohmann::json::parse(text);
    asked.erase("coupon_uses");
    asked.erase("state");
    const auto draft = promotionOfJson(shop(), asked.dump());
    REQUIRE(draft);
    REQUIRE(shop().promotions().add(owner(), *draft));
    auto written = nlohmann::json::parse(promotionsJson(shop(), shop().promotions().all()))[0];
    auto expected = nlohmann::json::parse(text);
    expected["state"] = written["state"];
    CHECK(written == expected);
}

TEST_CASE_METHOD(Offers, "each change of an offer is in the journal, and its uses are on record for ever")
{
    const auto id = offer(kFiveOff + R"(,"coupons":["SAVE5"])");
    scan("TEA", 5);
    REQUIRE(shop().carts().addCoupon(owner(), "SAVE5"));
    REQUIRE(pay());
    REQUIRE(shop().promotions().archive(owner(), id));
    Connection db{{shop().file(), OpenOptions::Mode::ReadOnly}};
    auto row = db.prepareOnce("SELECT count(*) FROM journal WHERE type_id = 33");
    REQUIRE(row.step());
    CHECK(row.integer(0) == 2);
    auto uses = db.prepareOnce("SELECT count(*) FROM coupon_use");
    REQUIRE(uses.step());
    CHECK(uses.integer(0) == 1);
    verify();
}

TEST_CASE_METHOD(
    Offers, "an amount off that an offer leaves no room for takes what is left, and the sale goes on")
{
    scan("TEA", 5); // 10.00
    CartDiscount eight;
    eight.amount = Money::fromMinor(800);
    REQUIRE(shop().carts().setSaleDiscounts(owner(), cart().cart.id, {eight}));
    CHECK(total() == 200);
    offer(R"("kind":"percent_off","products":["TEA"],"percent":"50")");
    CHECK(total() == 0); // of 5.00 that are left the whole 5.00
    scan("CAKE");
    CHECK(total() == 0);
    scan("CAKE");
    CHECK(total() == 300); // 5.00 + 6.00 less 8.00
    REQUIRE(pay());
    verify();
}

TEST_CASE_METHOD(Offers, "an amount off may not be more than is left when it is given")
{
    scan("TEA");
    CartDiscount much;
    much.amount = Money::fromMinor(201);
    CHECK(shop().carts().setSaleDiscounts(owner(), cart().cart.id, {much}).error().code ==
          ErrorCode::DiscountInvalid);
    CHECK(shop().carts().setLineDiscounts(owner(), cart().cart.id, 1, {much}).error().code ==
          ErrorCode::DiscountInvalid);
    CHECK(total() == 200);
    SaleRequest request;
    request.lines = {{"TEA", {}, {}, {}, {}}};
    request.discounts = {much};
    request.tenders = {{shop().checkout().tenderType("cash")->id, {}, {}}};
    CHECK(shop().checkout().sell(owner(), request).error().code == ErrorCode::DiscountInvalid);
}
