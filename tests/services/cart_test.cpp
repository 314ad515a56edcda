#include "services/cart_service.h"
#include "services/catalog_service.h"
#include "services/checkout_service.h"
#include "services/shift_service.h"
#include "support/shop_fixture.h"
#include "support/shop_rows.h"

#include <catch2/catch.hpp>

using namespace till;

namespace {

Money cents(std::int64_t minor)
{
    return Money::fromMinor(minor);
}

class Counter : public test::ShopFixture {
public:
    Counter()
    {
        addProduct("Baguette", 180, "4006381333931", "B", 60);
        addProduct("Coffee", 240, "COF", "C", 50);
        addWeighed("Tomatoes", 299, "TOM");
        openShift();
    }
    CartService& carts() { return shop().carts(); }
    PricedCart cart()
    {
        const auto current = carts().current(shop().facts().till);
        REQUIRE(current);
        return *current;
    }
    int scan(const std::string& code, std::optional<Quantity> quantity = {})
    {
        const auto line = carts().ringUp(owner(), {code, {}, quantity, {}, {}, {}});
        REQUIRE(line);
        return *line;
    }
};

} // namespace

TEST_CASE_METHOD(Counter, "a scan puts the product on the bill with its price and name")
{
    scan("4006381333931");
    REQUIRE(cart().cart.lines.size() == 1);
    CHECK(cart().cart.lines[0].name == "Baguette");
    CHECK(cart().priced.total == cents(180));
}

TEST_CASE_METHOD(Counter, "scanning the same goods again raises the line")
{
    const auto first = scan("COF");
    scan("4006381333931");
    CHECK(scan("COF") == first);
    REQUIRE(cart().cart.lines.size() == 2);
    CHECK(cart().cart.lines[0].quantity == Quantity::fromWhole(2));
    CHECK(cart().priced.total == cents(2 * 240 + 180));
}

TEST_CASE_METHOD(Counter, "each weighing is a line of its own")
{
    scan("TOM", Quantity::fromThousandths(846));
    scan("TOM", Quantity::fromThousandths(500));
    REQUIRE(cart().cart.lines.size() == 2);
    CHECK(cart().priced.lines[0].total == cents(253)); // 0.846 kg x 2.99 = 2.5295
    CHECK(cart().priced.lines[1].total == cents(150)); // 1.495
}

TEST_CASE_METHOD(Counter, "half a baguette is refused, half a kilo of tomatoes is not")
{
    const auto half =
        carts().ringUp(owner(), {"4006381333931", {}, Quantity::fromThousandths(500), {}, {}, {}});
    REQUIRE_FALSE(half);
    CHECK(half.error().code == ErrorCode::QuantityInvalid);
    scan("TOM", Quantity::fromThousandths(500));
}

TEST_CASE_METHOD(Counter, "an unknown code changes nothing and says so")
{
    scan("COF");
    const auto unknown = carts().ringUp(owner(), {"4012345678901", {}, {}, {}, {}, {}});
    REQUIRE_FALSE(unknown);
    CHECK(unknown.error().code == ErrorCode::CodeUnknown);
    CHECK(cart().cart.lines.size() == 1);
}

TEST_CASE_METHOD(Counter, "undo takes edits back one by one and redo brings them again")
{
    scan("COF");
    const auto baguette = scan("4006381333931");
    REQUIRE(carts().setQuantity(owner(), cart().cart.id, baguette, Quantity::fromWhole(5)));
    REQUIRE(carts().removeLine(owner(), cart().cart.id, baguette));
    CHECK(cart().priced.total == cents(240));

    const auto id = cart().cart.id;
    REQUIRE(carts().undo(owner(), id));
    CHECK(cart().priced.total == cents(240 + 5 * 180));
    REQUIRE(carts().undo(owner(), id));
    CHECK(cart().priced.total == cents(240 + 180));
    REQUIRE(carts().undo(owner(), id));
    CHECK(cart().priced.total == cents(240));
    REQUIRE(carts().redo(owner(), id));
    REQUIRE(carts().redo(owner(), id));
    CHECK(cart().priced.total == cents(240 + 5 * 180));
    CHECK(cart().cart.canRedo);
}

TEST_CASE_METHOD(Counter, "an edit after an undo drops what was undone")
{
    scan("COF");
    scan("4006381333931");
    const auto id = cart().cart.id;
    REQUIRE(carts().undo(owner(), id));
    scan("TOM", Quantity::fromWhole(1));
    CHECK_FALSE(cart().cart.canRedo);
    CHECK(carts().redo(owner(), id).error().code == ErrorCode::NothingToRedo);
    CHECK(cart().priced.total == cents(240 + 299));
    verify();
}

TEST_CASE_METHOD(Counter, "undo goes back to the empty bill and no further")
{
    scan("COF");
    const auto id = cart().cart.id;
    REQUIRE(carts().undo(owner(), id));
    CHECK(cart().cart.lines.empty());
    const auto further = carts().undo(owner(), id);
    REQUIRE_FALSE(further);
    CHECK(further.error().code == ErrorCode::NothingToUndo);
}

TEST_CASE_METHOD(Counter, "the open sale with its undo steps is there after the program was closed")
{
    scan("COF");
    const auto line = scan("4006381333931");
    REQUIRE(
        carts().setLineDiscounts(owner(), cart().cart.id, line, {{Rate::fromPercent(10), {}, "", {}, {}}}));
    const auto before = cart().priced.total;
    reopen();
    CHECK(shop().startup().cartRestored);
    CHECK(cart().priced.total == before);
    CHECK(cart().cart.lines.size() == 2);
    REQUIRE(carts().undo(owner(), cart().cart.id));
    CHECK(cart().priced.total == cents(240 + 180));
}

TEST_CASE_METHOD(
    Counter, "discounts of a line and of the whole sale come off, and a discount over 100 % is refused")
{
    const auto coffee = scan("COF", Quantity::fromWhole(10)); // 24.00
    const auto id = cart().cart.id;
    REQUIRE(carts().setLineDiscounts(owner(), id, coffee, {{Rate::fromPercent(50), {}, "", {}, {}}}));
    REQUIRE(carts().setSaleDiscounts(owner(), id, {{{}, cents(200), "regular", {}, {}}}));
    CHECK(cart().priced.total == cents(1000));
    const auto refused =
        carts().setLineDiscounts(owner(), id, coffee, {{Rate::fromPercent(101), {}, "", {}, {}}});
    REQUIRE_FALSE(refused);
    CHECK(cart().priced.total == cents(1000));
}

TEST_CASE_METHOD(Counter, "a price typed over keeps the old one beside it")
{
    const auto coffee = scan("COF");
    REQUIRE(carts().setPrice(owner(), cart().cart.id, coffee, UnitPrice::fromHundredths(20'000), "friend"));
    CHECK(cart().cart.lines[0].priceOverridden());
    CHECK(*cart().cart.lines[0].listPrice == UnitPrice::fromHundredths(24'000));
    CHECK(cart().priced.total == cents(200));
    CHECK_FALSE(carts().setPrice(owner(), cart().cart.id, coffee, UnitPrice::fromHundredths(-1), ""));
}

TEST_CASE_METHOD(Counter, "a held sale waits under its name while another is rung up")
{
    scan("COF");
    const auto first = cart().cart.id;
    REQUIRE(carts().hold(owner(), first));
    CHECK_FALSE(carts().current(shop().facts().till));
    scan("4006381333931");

    auto waiting = carts().held(shop().facts().till);
    REQUIRE(waiting.size() == 1);
    CHECK(waiting[0].label == "Coffee");
    CHECK(waiting[0].total == cents(240));

    REQUIRE(carts().recall(owner(), first));
    CHECK(cart().priced.total == cents(240));
    waiting = carts().held(shop().facts().till);
    REQUIRE(waiting.size() == 1);
    CHECK(waiting[0].label == "Baguette");
}

TEST_CASE_METHOD(Counter, "an open item is sold by amount under a tax")
{
    OpenItem item;
    item.name = "Sundries";
    item.price = UnitPrice::fromHundredths(123'400);
    REQUIRE(carts().ringUp(owner(), item));
    CHECK(cart().priced.total == cents(1234));
    item.name = "";
    CHECK(carts().ringUp(owner(), item).error().code == ErrorCode::NameEmpty);
}

TEST_CASE_METHOD(test::ShopFixture, "without an open shift nothing can be rung up")
{
    addProduct("Coffee", 240, "COF", "C");
    const auto refused = shop().carts().ringUp(owner(), {"COF", {}, {}, {}, {}, {}});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::NoShiftOpen);
}

TEST_CASE_METHOD(Counter, "a price changed while the sale is open does not change what was rung up")
{
    scan("COF");
    const auto product = cart().cart.lines[0].product;
    REQUIRE(shop().catalog().setPrice(owner(), product, UnitPrice::fromHundredths(99'900)));
    CHECK(cart().priced.total == cents(240));
    CHECK(shop().catalog().sellable(product)->price == UnitPrice::fromHundredths(99'900));
}

TEST_CASE_METHOD(
    Counter, "goods, a sale or a shift stay while a part is paid, and the part goes back before them")
{
    scan("COF");
    const auto id = cart().cart.id;
    const auto cash = shop().checkout().tenderType("cash")->id;
    REQUIRE(carts().addTender(owner(), id, {cash, cents(100), {}}));
    const auto paid = [](const Result<>& refused) {
        return !refused && refused.error().code == ErrorCode::TenderTooLarge &&
               refused.error().detail == kPartIsPaid;
    };
    CHECK(paid(carts().removeLine(owner(), id, 1)));
    CHECK(paid(carts().undo(owner(), id)));
    CHECK(paid(carts().abandon(owner(), id, "gone")));
    const auto closed = shop().shifts().close(owner(), cents(0), {}, "");
    CHECK((!closed && closed.error().detail == kPartIsPaid));
    REQUIRE(cart().cart.lines.size() == 1);

    REQUIRE(carts().removeTender(owner(), id, 0));
    CHECK(carts().removeLine(owner(), id, 1));
    CHECK(cart().cart.lines.empty());
    CHECK(test::rowsOf(shop().file(),
              "SELECT t.code, json_extract(CAST(j.payload AS TEXT), '$.a') FROM journal j JOIN journal_type "
              "t ON "
              "t.id = j.type_id WHERE t.code LIKE 'PART%' ORDER BY j.id",
              2) == std::vector<std::string>{"PART_PAID|100|", "PART_GIVEN_BACK|100|"});
    verify();
}

TEST_CASE_METHOD(
    Counter, "a part is money for the open sale: never the wrong way, never for one that is empty or waits")
{
    const auto cash = shop().checkout().tenderType("cash")->id;
    const auto line = scan("COF");
    const auto id = cart().cart.id;
    CHECK(carts().addTender(owner(), id, {cash, cents(-100), {}}).error().code == ErrorCode::TenderTooSmall);
    REQUIRE(carts().hold(owner(), id));
    CHECK(carts().addTender(owner(), id, {cash, cents(100), {}}).error().code == ErrorCode::CartNotOpen);
    REQUIRE(carts().recall(owner(), id));
    REQUIRE(carts().removeLine(owner(), id, line));
    CHECK(carts().addTender(owner(), id, {cash, cents(100), {}}).error().code == ErrorCode::CartIsEmpty);
}

TEST_CASE_METHOD(Counter, "a discount on the whole sale goes with its last line, and comes back with it")
{
    const auto line = scan("COF");
    const auto id = cart().cart.id;
    REQUIRE(carts().setSaleDiscounts(owner(), id, {{Rate::fromPercent(10), {}, {}, {}, {}}}));
    REQUIRE(carts().removeLine(owner(), id, line));
    REQUIRE(carts().undo(owner(), id));
    CHECK(cart().priced.total == cents(216));
    REQUIRE(carts().redo(owner(), id));
    scan("COF");
    CHECK(cart().priced.total == cents(240));
}
