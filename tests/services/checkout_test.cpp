#include "services/cart_service.h"
#include "services/catalog_service.h"
#include "services/checkout_service.h"
#include "services/receipt_service.h"
#include "services/shift_service.h"
#include "services/stock_service.h"
#include "support/shop_fixture.h"

#include <catch2/catch.hpp>

using namespace till;

namespace {

Money cents(std::int64_t minor)
{
    return Money::fromMinor(minor);
}

class Till : public test::ShopFixture {
public:
    explicit Till(const ShopSetup& setup = test::frenchShop())
        : ShopFixture{setup}
    {
        bread = addProduct("Baguette", 180, "BAG", "B", 60);
        coffee = addProduct("Coffee", 240, "COF", "C", 50);
        openShift();
    }
    TenderTypeId tender(const char* code) { return shop().checkout().tenderType(code)->id; }
    void scan(const std::string& code, std::int64_t count = 1)
    {
        REQUIRE(shop().carts().ringUp(owner(), {code, {}, Quantity::fromWhole(count), {}, {}, {}}));
    }
    CartId cart() { return shop().carts().current(shop().facts().till)->cart.id; }
    Result<FinishedSale> finish(std::vector<TenderOffer> offers)
    {
        return shop().checkout().finish(owner(), cart(), offers);
    }
    Quantity onHand(ProductId product) { return shop().catalog().details(product)->onHand; }

    ProductId bread;
    ProductId coffee;
};

ShopSetup swissShop()
{
    auto setup = test::frenchShop();
    setup.country = "CH";
    setup.currency = "CHF";
    setup.timeZone = "Europe/Zurich";
    setup.cashStep = cents(5);
    return setup;
}

class SwissTill : public Till {
public:
    SwissTill()
        : Till{swissShop()}
    {
    }
};

} // namespace

TEST_CASE_METHOD(Till, "exact cash ends the sale with a number, without change, and an empty bill")
{
    scan("BAG", 2);
    scan("COF");
    const auto sale = finish({{tender("cash"), {}, {}}});
    REQUIRE(sale);
    CHECK(sale->number == "A-000001");
    CHECK(sale->total == cents(600));
    CHECK(sale->change.isZero());
    CHECK_FALSE(shop().carts().current(shop().facts().till));
    verify();
}

TEST_CASE_METHOD(Till, "a note gives change, and the drawer expects what stayed")
{
    scan("COF");
    const auto sale = finish({{tender("cash"), cents(1000), {}}});
    REQUIRE(sale);
    CHECK(sale->paid == cents(1000));
    CHECK(sale->change == cents(760));
    const auto shift = shop().shifts().open(shop().facts().till);
    CHECK(shop().shifts().cash(shift->id).expected == cents(10'000 + 240));
    verify();
}

TEST_CASE_METHOD(Till, "numbers follow one another without a gap, also past a refused payment")
{
    for (int i = 0; i < 3; ++i) {
        scan("COF");
        const auto tooLittle = finish({{tender("cash"), cents(100), {}}});
        REQUIRE_FALSE(tooLittle);
        CHECK(tooLittle.error().code == ErrorCode::TenderTooSmall);
        const auto sale = finish({{tender("cash"), {}, {}}});
        REQUIRE(sale);
        CHECK(sale->number == "A-00000" + std::to_string(i + 1));
    }
    verify();
}

TEST_CASE_METHOD(Till, "part cash and the rest by card")
{
    scan("BAG", 10); // 18.00
    const auto sale = finish({{tender("cash"), cents(500), {}}, {tender("card"), {}, "slip 12"}});
    REQUIRE(sale);
    const auto receipt = shop().receipts().load(sale->document);
    REQUIRE(receipt);
    REQUIRE(receipt->tenders.size() == 2);
    CHECK(receipt->tenders[0].amount == cents(500));
    CHECK(receipt->tenders[1].amount == cents(1300));
    CHECK(receipt->change.isZero());
    verify();
}

TEST_CASE_METHOD(Till, "a card is never charged more than the sale")
{
    scan("COF");
    const auto refused = finish({{tender("card"), cents(241), {}}});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::TenderTooLarge);
    CHECK(shop().carts().current(shop().facts().till)->cart.lines.size() == 1);
}

TEST_CASE_METHOD(SwissTill, "only what is paid in cash is rounded to the coins there are")
{
    REQUIRE(shop().catalog().setPrice(owner(), coffee, UnitPrice::fromHundredths(27'700)));
    scan("COF");
    auto sale = finish({{tender("cash"), cents(2000), {}}});
    REQUIRE(sale);
    CHECK(sale->rounding == cents(-2));
    CHECK(sale->due == cents(275));
    CHECK(sale->change == cents(1725));

    scan("COF");
    sale = finish({{tender("card"), {}, {}}});
    REQUIRE(sale);
    CHECK(sale->rounding.isZero());
    CHECK(sale->paid == cents(277));
    verify();
}

TEST_CASE_METHOD(Till, "finishing the same sale twice sells it once")
{
    SaleRequest request;
    request.uid = *Uid::fromText("018f3c1e-0000-7000-8000-000000000001");
    request.lines = {{"COF", {}, {}, {}, {}, {}}};
    request.tenders = {{tender("cash"), {}, {}}};
    const auto first = shop().checkout().sell(owner(), request);
    REQUIRE(first);
    const auto second = shop().checkout().sell(owner(), request);
    REQUIRE(second);
    CHECK(second->already);
    CHECK(second->number == first->number);
    CHECK(shop().receipts().find({}).size() == 1);
    verify();
}

TEST_CASE_METHOD(Till, "goods leave stock at what they cost")
{
    REQUIRE(shop().stock().receive(
        owner(), {{bread, Quantity::fromWhole(10), UnitPrice::fromHundredths(6'000)}}, ""));
    REQUIRE(shop().stock().receive(
        owner(), {{bread, Quantity::fromWhole(10), UnitPrice::fromHundredths(8'000)}}, ""));
    scan("BAG", 5);
    REQUIRE(finish({{tender("cash"), {}, {}}}));
    CHECK(onHand(bread) == Quantity::fromWhole(15));
    CHECK(shop().catalog().details(bread)->stockValue == cents(1050)); // 14.00 less 5 x 0.70
    verify();
}

TEST_CASE_METHOD(Till, "goods that come back raise the stock and give money out")
{
    SaleRequest request;
    request.lines = {{"BAG", {}, Quantity::fromWhole(-2), {}, {}, {}}};
    request.tenders = {{tender("cash"), {}, {}}};
    const auto sale = shop().checkout().sell(owner(), request);
    REQUIRE(sale);
    CHECK(sale->total == cents(-360));
    CHECK(onHand(bread) == Quantity::fromWhole(2));
    const auto shift = shop().shifts().open(shop().facts().till);
    CHECK(shop().shifts().cash(shift->id).cashRefunds == cents(360));
    verify();
}

TEST_CASE_METHOD(Till, "an exchange is one ticket and only the difference is paid")
{
    SaleRequest request;
    request.lines = {{"BAG", {}, Quantity::fromWhole(-1), {}, {}, {}}, {"COF", {}, {}, {}, {}, {}}};
    request.tenders = {{tender("cash"), {}, {}}};
    const auto sale = shop().checkout().sell(owner(), request);
    REQUIRE(sale);
    CHECK(sale->due == cents(60));
    verify();
}

TEST_CASE_METHOD(Till, "a reprint shows the product and the shop as they were")
{
    scan("COF");
    const auto sale = finish({{tender("cash"), {}, {}}});
    REQUIRE(sale);
    auto product = shop().catalog().details(coffee);
    product->fields.name = "Tea";
    REQUIRE(shop().catalog().change(owner(), coffee, product->revision, product->fields));
    const auto receipt = shop().receipts().byNumber(sale->number);
    REQUIRE(receipt);
    CHECK(receipt->lines[0].name == "Coffee");
    CHECK(receipt->shopName == "Corner Bakery");
    CHECK(receipt->journalFoot.substr(0, 1) == "J");
    verify();
}

TEST_CASE_METHOD(Till, "a sale between midnight and the cut-off belongs to the evening before")
{
    auto setup = test::frenchShop();
    setup.dayCutoff = std::chrono::hours{4};
    test::ShopFixture night{setup};
    night.clock.set(
        Timestamp{std::chrono::sys_days{std::chrono::year{2026} / 3 / 15} + std::chrono::hours{1}});
    night.addProduct("Coffee", 240, "COF", "C");
    night.openShift();
    SaleRequest request;
    request.lines = {{"COF", {}, {}, {}, {}, {}}};
    request.tenders = {{night.shop().checkout().tenderType("cash")->id, {}, {}}};
    const auto sale = night.shop().checkout().sell(night.owner(), request);
    REQUIRE(sale);
    CHECK(sale->at.businessDay.toText() == "2026-03-14");
    CHECK(sale->at.toText() == "2026-03-15T02:00:00+01:00");
    night.verify();
}

TEST_CASE_METHOD(Till, "closing the shift tells the difference and what the next float should be")
{
    scan("COF");
    REQUIRE(finish({{tender("cash"), {}, {}}}));
    const auto closed = shop().shifts().close(owner(), cents(10'200), cents(10'000), "short");
    REQUIRE(closed);
    CHECK(closed->cash.expected == cents(10'240));
    CHECK(closed->difference == cents(-40));
    CHECK(shop().shifts().lastLeft(shop().facts().till) == cents(10'000));
    CHECK_FALSE(shop().shifts().open(shop().facts().till));
    openShift(cents(9'900));
    CHECK(shop().shifts().open(shop().facts().till)->expectedFloat == cents(10'000));
    verify();
}

TEST_CASE_METHOD(Till, "a huge sale is refused, not wrapped round")
{
    SaleRequest request;
    request.lines = {
        {"COF", {}, Quantity::fromWhole(1'000'000), UnitPrice::fromHundredths(1'000'000'000'000), {}, {}}};
    request.tenders = {{tender("cash"), {}, {}}};
    const auto refused = shop().checkout().sell(owner(), request);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::NumberOutOfRange);
    verify();
}

TEST_CASE_METHOD(Till, "a cashier may not give away more than the role allows")
{
    // The matrix is asked by every command; the owner passes everywhere, nobody else exists yet.
    const Actor stranger{UserId{999}, shop().facts().till};
    const auto refused = shop().carts().ringUp(stranger, {"COF", {}, {}, {}, {}, {}});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::NotAllowed);
}

TEST_CASE_METHOD(SwissTill, "what rounds to no coin at all is paid in cash with nothing, and taken back so")
{
    const auto bag = addProduct("Bag", 2, "BAGLET");
    SaleRequest request;
    request.lines.resize(1);
    request.lines.front().product = bag;
    request.tenders = {{tender("cash"), {}, {}}};
    const auto sold = shop().checkout().sell(owner(), request);
    REQUIRE(sold);
    CHECK(sold->total == cents(2));
    CHECK(sold->due == cents(0));
    request.lines.front().quantity = Quantity::fromWhole(-1);
    CHECK(shop().checkout().sell(owner(), request));
    request.lines.front().quantity = Quantity::fromWhole(101);
    request.tenders = {{tender("card"), cents(200), {}}, {tender("cash"), {}, {}}};
    CHECK(shop().checkout().sell(owner(), request));
    verify();
}

TEST_CASE_METHOD(Till, "a barcode in the place of the cash is refused")
{
    scan("BAG");
    const auto refused = finish({{tender("cash"), cents(544'900'000'099'600), {}}});
    CHECK((!refused && refused.error().code == ErrorCode::NumberOutOfRange));
    const auto byCard = finish({{tender("card"), cents(544'900'000'099'600), {}}});
    CHECK((!byCard && byCard.error().code == ErrorCode::TenderTooLarge));
}

TEST_CASE_METHOD(Till, "a price given with the code of a pack is the price of the pack")
{
    auto details = shop().catalog().details(coffee);
    details->fields.codes.push_back({"5449000000996", true, Quantity::fromWhole(6), {}});
    REQUIRE(shop().catalog().change(owner(), coffee, details->revision, details->fields));
    const auto price = UnitPrice::fromHundredths(500 * 100);
    REQUIRE(shop().carts().ringUp(owner(), {"5449000000996", {}, {}, price, "", {}}));
    const auto bill = shop().carts().current(shop().facts().till);
    CHECK(bill->cart.lines.front().quantity == Quantity::fromWhole(6));
    CHECK(bill->priced.total == cents(500));
}
