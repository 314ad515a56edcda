#include "services/cart_service.h"
#include "services/catalog_service.h"
#include "services/checkout_service.h"
#include "services/customer_service.h"
#include "services/receipt_service.h"
#include "services/return_service.h"
#include "services/setting_service.h"
#include "services/shift_service.h"
#include "services/stock_service.h"
#include "storage/connection.h"
#include "support/shop_fixture.h"
#include "support/shop_rows.h"

#include <catch2/catch.hpp>

#include <random>

using namespace till;

namespace {

Money cents(std::int64_t minor)
{
    return Money::fromMinor(minor);
}

Quantity whole(std::int64_t count)
{
    return Quantity::fromWhole(count);
}

class Returns : public test::ShopFixture {
public:
    Returns()
    {
        bread = addProduct("Baguette", 180, "BAG", "B", 60);
        jam = addProduct("Strawberry jam", 329, "JAM", "B", 110);
        candle = addProduct("Candle, beeswax", 390, "CAN", "A", 120);
        openShift();
    }
    TenderTypeId tender(const char* code) { return shop().checkout().tenderType(code)->id; }
    void scan(const std::string& code, std::int64_t count = 1)
    {
        REQUIRE(shop().carts().ringUp(owner(), {code, {}, whole(count), {}, {}}));
    }
    PricedCart cart() { return *shop().carts().current(shop().facts().till); }
    Result<FinishedSale> finish(const char* kind = "cash")
    {
        return shop().checkout().finish(owner(), cart().cart.id, {{tender(kind), {}, {}}});
    }
    FinishedSale sold(const char* kind = "cash")
    {
        const auto sale = finish(kind);
        REQUIRE(sale);
        return *sale;
    }
    ReturnableSale look(const Uid& uid)
    {
        const auto sale = shop().returns().sale(shop().facts().till, uid);
        REQUIRE(sale);
        return *sale;
    }
    Result<int> takeBack(const Uid& sale, int line, Quantity quantity,
        ReturnCondition condition = ReturnCondition::Resell, const std::string& reason = {})
    {
        return shop().carts().takeBack(owner(), {{sale, line}, quantity, condition, reason});
    }
    Actor cashier()
    {
        Connection db{{shop().file()}};
        db.execute("INSERT INTO user(uid, name, role_id, created_at) "
                   "SELECT randomblob(16), 'Ana', id, 0 FROM role WHERE code = 'cashier'");
        return {UserId{db.lastInsertId()}, shop().facts().till};
    }
    Quantity onHand(ProductId product) { return shop().catalog().details(product)->onHand; }

    ProductId bread;
    ProductId jam;
    ProductId candle;
};

} // namespace

TEST_CASE_METHOD(Returns, "a line of a receipt comes back at what it cost, and can come back no second time")
{
    scan("BAG", 3);
    scan("CAN");
    const auto sale = sold();
    const auto before = look(sale.uid);
    REQUIRE(before.lines.size() == 2);
    CHECK(before.number == sale.number);
    CHECK(before.lines[0].bought == whole(3));
    CHECK(before.lines[0].left == whole(3));

    REQUIRE(takeBack(sale.uid, 1, whole(2)));
    CHECK(cart().priced.total == cents(-360));
    CHECK(look(sale.uid).lines[0].inSale == whole(2));
    CHECK(look(sale.uid).lines[0].refund == cents(360));
    const auto back = finish();
    REQUIRE(back);
    CHECK(back->total == cents(-360));

    const auto after = look(sale.uid);
    CHECK(after.lines[0].returned == whole(2));
    CHECK(after.lines[0].left == whole(1));
    CHECK(takeBack(sale.uid, 1, whole(2)).error().code == ErrorCode::ReturnTooMuch);
    CHECK(takeBack(sale.uid, 1, whole(2)).error().detail == "1");
    REQUIRE(takeBack(sale.uid, 1, whole(1)));
    REQUIRE(finish());
    CHECK(takeBack(sale.uid, 1, whole(1)).error().code == ErrorCode::ReturnTooMuch);
    verify();
}

TEST_CASE_METHOD(
    Returns, "the discounts of the sale come back with the goods, to the cent and in any portions")
{
    scan("BAG", 3);
    scan("CAN");
    const auto id = cart().cart.id;
    CartDiscount tenth;
    tenth.rate = Rate::fromPercent(10);
    REQUIRE(shop().carts().setLineDiscounts(owner(), id, 1, {tenth}));
    CartDiscount amount;
    amount.amount = cents(100);
    REQUIRE(shop().carts().setSaleDiscounts(owner(), id, {amount}));
    const auto sale = sold();

    Money back;
    for (int i = 0; i < 3; ++i) {
        REQUIRE(takeBack(sale.uid, 1, whole(1)));
        const auto part = finish();
        REQUIRE(part);
        back += part->total;
    }
    REQUIRE(takeBack(sale.uid, 2, whole(1)));
    const auto last = finish();
    REQUIRE(last);
    CHECK(back + last->total == -sale.total);
    verify();
}

TEST_CASE_METHOD(
    Returns, "a price of today, a tax of today and an offer of today change nothing of what comes back")
{
    scan("CAN", 2);
    const auto sale = sold();
    REQUIRE(shop().catalog().setPrice(owner(), candle, UnitPrice::fromMoney(cents(990))));
    REQUIRE(takeBack(sale.uid, 1, whole(1)));
    CHECK(cart().priced.total == cents(-390));
    scan("CAN");
    CHECK(cart().priced.total == cents(600));
    const auto exchange = finish();
    REQUIRE(exchange);
    CHECK(exchange->total == cents(600));
    verify();
}

TEST_CASE_METHOD(Returns, "an exchange is one receipt that says what came back of which")
{
    scan("JAM");
    scan("CAN");
    const auto sale = sold();
    REQUIRE(takeBack(sale.uid, 1, whole(1), ReturnCondition::Damaged, "lid broken"));
    scan("BAG", 4);
    CHECK(cart().priced.total == cents(720 - 329));
    const auto done = finish();
    REQUIRE(done);
    const auto receipt = shop().receipts().load(done->document);
    REQUIRE(receipt);
    REQUIRE(receipt->lines.size() == 2);
    CHECK(receipt->lines[0].isReturn);
    CHECK(receipt->lines[0].soldOn == sale.number);
    CHECK(receipt->lines[1].soldOn.empty());
    verify();
}

TEST_CASE_METHOD(Returns, "what can be sold again is stock, what is damaged or goes to the supplier is none")
{
    REQUIRE(shop().stock().adjust(owner(), jam, whole(10), "count"));
    scan("JAM", 4);
    const auto sale = sold();
    const auto left = onHand(jam);
    REQUIRE(takeBack(sale.uid, 1, whole(1)));
    REQUIRE(finish());
    CHECK(onHand(jam) == left + whole(1));
    REQUIRE(takeBack(sale.uid, 1, whole(1), ReturnCondition::Damaged));
    REQUIRE(finish());
    CHECK(onHand(jam) == left + whole(1));
    const auto line = takeBack(sale.uid, 1, whole(1));
    REQUIRE(line);
    REQUIRE(shop().carts().setCondition(owner(), cart().cart.id, *line, ReturnCondition::Supplier, "mould"));
    REQUIRE(finish());
    CHECK(onHand(jam) == left + whole(1));
    CHECK(test::rowsOf(options().file,
              "SELECT c.code, r.reason FROM sale_line_return r JOIN return_condition c ON c.id = "
              "r.condition_id "
              "ORDER BY r.document_id",
              2) == std::vector<std::string>{"resell|~|", "damaged|~|", "supplier|mould|"});
    verify();
}

TEST_CASE_METHOD(Returns, "goods come back at the cost they went out for")
{
    REQUIRE(shop().stock().adjust(owner(), jam, whole(10), "count"));
    const auto value = [&] {
        return test::rowsOf(
            options().file, "SELECT quantity, value FROM stock_level WHERE product_id = 2", 2);
    };
    const auto before = value();
    scan("JAM", 3);
    const auto sale = sold();
    REQUIRE(takeBack(sale.uid, 1, whole(3)));
    REQUIRE(finish());
    CHECK(value() == before);
    verify();
}

TEST_CASE_METHOD(Returns, "the same goods cannot come back at two sales that are open beside each other")
{
    scan("JAM", 2);
    const auto sale = sold();
    REQUIRE(takeBack(sale.uid, 1, whole(2)));
    const auto first = cart().cart.id;
    REQUIRE(shop().carts().bringToFront(owner(), {}));
    CHECK(takeBack(sale.uid, 1, whole(1)).error().code == ErrorCode::ReturnTooMuch);
    REQUIRE(shop().carts().bringToFront(owner(), first));
    REQUIRE(takeBack(sale.uid, 1, whole(1)));
    REQUIRE(shop().carts().bringToFront(owner(), {}));
    REQUIRE(takeBack(sale.uid, 1, whole(1)));
    REQUIRE(finish());
    REQUIRE(shop().carts().bringToFront(owner(), first));
    REQUIRE(finish());
    verify();
}

TEST_CASE_METHOD(
    Returns, "a tick that was undone, taken by another sale and done again is seen, and refused at the end")
{
    scan("JAM");
    const auto sale = sold();
    scan("BAG");
    const auto first = cart().cart.id;
    REQUIRE(takeBack(sale.uid, 1, whole(1)));
    REQUIRE(shop().carts().undo(owner(), first));
    REQUIRE(shop().carts().bringToFront(owner(), {}));
    REQUIRE(takeBack(sale.uid, 1, whole(1)));
    REQUIRE(finish());
    REQUIRE(shop().carts().bringToFront(owner(), first));
    REQUIRE(shop().carts().redo(owner(), first));
    CHECK(cart().cart.lines.size() == 2);
    CHECK(finish().error().code == ErrorCode::ReturnTooMuch);
    CHECK(cart().cart.lines.size() == 2); // nothing is lost of it
    verify();
}

TEST_CASE_METHOD(Returns, "a return is undone, survives a restart, and its price is not to be argued with")
{
    scan("JAM", 2);
    const auto sale = sold();
    const auto line = takeBack(sale.uid, 1, whole(1), ReturnCondition::Expired);
    REQUIRE(line);
    REQUIRE(shop().carts().setQuantity(owner(), cart().cart.id, *line, whole(-2)));
    CHECK(cart().priced.total == cents(-658));
    CHECK(shop().carts().setQuantity(owner(), cart().cart.id, *line, whole(-3)).error().code ==
          ErrorCode::ReturnTooMuch);
    CHECK(shop()
              .carts()
              .setPrice(owner(), cart().cart.id, *line, UnitPrice::fromMoney(cents(1)), {})
              .error()
              .code == ErrorCode::PriceInvalid);
    CartDiscount half;
    half.rate = Rate::fromPercent(50);
    CHECK(shop().carts().setLineDiscounts(owner(), cart().cart.id, *line, {half}).error().code ==
          ErrorCode::DiscountInvalid);
    reopen();
    CHECK(cart().priced.total == cents(-658));
    CHECK(cart().cart.lines.front().condition == ReturnCondition::Expired);
    REQUIRE(shop().carts().undo(owner(), cart().cart.id));
    CHECK(cart().priced.total == cents(-329));
    verify();
}

TEST_CASE_METHOD(Returns, "a whole-sale discount is of the new goods alone")
{
    scan("JAM");
    const auto sale = sold();
    REQUIRE(takeBack(sale.uid, 1, whole(1)));
    scan("CAN", 2);
    CartDiscount tenth;
    tenth.rate = Rate::fromPercent(10);
    REQUIRE(shop().carts().setSaleDiscounts(owner(), cart().cart.id, {tenth}));
    CHECK(cart().priced.total == cents(780 - 78 - 329));
    REQUIRE(finish());
    verify();
}

TEST_CASE_METHOD(
    Returns, "a receipt of last month comes back only by somebody who may take goods without one")
{
    REQUIRE(shop().settings().set(owner(), "sale.return_days", "14"));
    scan("JAM");
    const auto sale = sold();
    CHECK(look(sale.uid).until->days == sale.at.businessDay.days + 14);
    clock.advance(std::chrono::hours{24 * 14});
    CHECK_FALSE(look(sale.uid).lines[0].isLate);
    clock.advance(std::chrono::hours{24});
    CHECK(look(sale.uid).lines[0].isLate);

    const auto ana = cashier();
    const auto refused = shop().carts().takeBack(ana, {{sale.uid, 1}, whole(1)});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::ReturnTooLate);
    CHECK(refused.error().detail == BusinessDay{sale.at.businessDay.days + 14}.toText());
    REQUIRE(takeBack(sale.uid, 1, whole(1)));
    REQUIRE(finish());
    verify();
}

TEST_CASE_METHOD(Returns, "what was paid by card goes back to the card, in cash only by somebody who may")
{
    const auto ana = cashier();
    scan("JAM");
    const auto sale = sold("card");
    REQUIRE(shop().carts().takeBack(ana, {{sale.uid, 1}, whole(1)}));
    const auto id = cart().cart.id;
    const auto inCash = shop().checkout().finish(ana, id, {{tender("cash"), {}, {}}});
    REQUIRE_FALSE(inCash);
    CHECK((inCash.error().code == ErrorCode::NotAllowed || inCash.error().code == ErrorCode::NeedsApproval));
    REQUIRE(shop().checkout().finish(ana, id, {{tender("card"), {}, {}}}));
    verify();
}

TEST_CASE_METHOD(
    Returns, "a receipt is found by its number, its uid and the number of another system's ticket")
{
    scan("JAM");
    const auto sale = sold();
    CHECK(*shop().returns().find(sale.number) == sale.uid);
    CHECK(*shop().returns().find("a-1") == sale.uid);
    CHECK(*shop().returns().find(sale.uid.toText()) == sale.uid);
    CHECK(shop().returns().find("A-000099").error().code == ErrorCode::SaleNotFound);
    CHECK(shop().returns().find(Uid::make(1).toText()).error().code == ErrorCode::SaleNotFound);
    CHECK(shop().returns().find("").error().code == ErrorCode::SaleNotFound);
}

TEST_CASE_METHOD(Returns, "a line that is none, goods that came back and a voucher stay")
{
    scan("JAM");
    REQUIRE(shop().carts().ringUp(owner(), VoucherSale{cents(2000)}));
    const auto sale = sold();
    CHECK(takeBack(sale.uid, 9, whole(1)).error().code == ErrorCode::LineNotFound);
    CHECK(takeBack(sale.uid, 2, whole(1)).error().code == ErrorCode::LineNotReturnable);
    CHECK(look(sale.uid).lines[1].isKept);
    CHECK(takeBack(sale.uid, 1, Quantity::fromThousandths(500)).error().code == ErrorCode::QuantityInvalid);
    CHECK(takeBack(sale.uid, 1, whole(-1)).error().code == ErrorCode::QuantityInvalid);
    REQUIRE(takeBack(sale.uid, 1, whole(1)));
    const auto back = finish();
    REQUIRE(back);
    CHECK(takeBack(back->uid, 1, whole(1)).error().code == ErrorCode::LineNotReturnable);
}

TEST_CASE_METHOD(Returns, "random sales come back in random portions to exactly nothing")
{
    std::mt19937 random{20261129};
    const auto upTo = [&](int most) { return static_cast<int>(random() % static_cast<unsigned>(most)) + 1; };
    for (int round = 0; round < 40; ++round) {
        const std::vector<std::string> codes{"BAG", "JAM", "CAN"};
        const auto lines = upTo(3);
        for (int i = 0; i < lines; ++i) scan(codes[static_cast<std::size_t>(i)], upTo(5));
        const auto id = cart().cart.id;
        if (random() % 2 == 0) {
            CartDiscount some;
            some.rate = Rate::fromPartsPerMillion(upTo(300) * 1000);
            REQUIRE(shop().carts().setLineDiscounts(owner(), id, 1, {some}));
        }
        if (random() % 2 == 0) {
            CartDiscount some;
            some.amount = cents(upTo(150));
            REQUIRE(shop().carts().setSaleDiscounts(owner(), id, {some}));
        }
        const auto sale = sold();
        Money sum = sale.total;
        while (true) {
            const auto state = look(sale.uid);
            std::vector<const ReturnableLine*> left;
            for (const auto& line : state.lines)
                if (line.left.isPositive()) left.push_back(&line);
            if (left.empty()) break;
            const auto& line = *left[random() % left.size()];
            const auto most = static_cast<int>(line.left.thousandths() / 1000);
            REQUIRE(takeBack(sale.uid, line.of.line, whole(upTo(most))));
            const auto back = finish("card");
            REQUIRE(back);
            sum += back->total;
        }
        CHECK(sum.isZero());
    }
    verify();
}

TEST_CASE_METHOD(Returns, "without paper a sale is found by its customer and by the digits of the card")
{
    REQUIRE(shop().settings().set(owner(), "payment.card_reference", "optional"));
    REQUIRE(shop().customers().add(owner(), "C-1", "Ana Müller"));
    scan("JAM");
    REQUIRE(shop().carts().setCustomer(owner(), cart().cart.id, "C-1"));
    const auto sale = shop().checkout().finish(owner(), cart().cart.id, {{tender("card"), {}, "4711"}});
    REQUIRE(sale);
    scan("BAG");
    REQUIRE(finish());
    for (const char* text : {"C-1", "Ana Müller", "4711"}) {
        ReceiptQuery query;
        query.text = text;
        const auto found = shop().receipts().find(query);
        REQUIRE(found.size() == 1);
        CHECK(found.front().document == sale->document);
    }
}

TEST_CASE_METHOD(Returns, "each way gives back at most what it took, unless somebody may do otherwise")
{
    const auto ana = cashier();
    scan("CAN", 10); // 39.00
    const auto id = cart().cart.id;
    const auto sale =
        shop().checkout().finish(owner(), id, {{tender("cash"), cents(900), {}}, {tender("card"), {}, {}}});
    REQUIRE(sale);
    REQUIRE(shop().carts().takeBack(ana, {{sale->uid, 1}, whole(10)}));
    const auto back = cart().cart.id;
    const auto all = [&](const char* kind) {
        return shop().checkout().finish(ana, back, {{tender(kind), {}, {}}});
    };
    CHECK_FALSE(all("cash"));
    CHECK_FALSE(all("card"));
    CHECK(shop().checkout().finish(ana, back, {{tender("cash"), cents(-900), {}}, {tender("card"), {}, {}}}));
    verify();
}

TEST_CASE_METHOD(Returns, "many small refunds of a day are as much as a large one")
{
    const auto ana = cashier();
    {
        Connection db{{shop().file()}};
        db.execute(
            "UPDATE role_permission SET allowance = 'limit', limit_value = 1000 WHERE permission_id = 10 "
            "AND role_id = (SELECT id FROM role WHERE code = 'cashier')");
    }
    scan("JAM", 4);
    const auto sale = sold();
    for (int i = 0; i < 3; ++i) { // 9.87
        REQUIRE(shop().carts().takeBack(ana, {{sale.uid, 1}, whole(1)}));
        REQUIRE(shop().checkout().finish(ana, cart().cart.id, {{tender("cash"), {}, {}}}));
    }
    CHECK_FALSE(shop().carts().takeBack(ana, {{sale.uid, 1}, whole(1)}));
    clock.advance(std::chrono::hours{24});
    CHECK(shop().carts().takeBack(ana, {{sale.uid, 1}, whole(1)}));
}

TEST_CASE_METHOD(Returns, "a note on goods that come back stays when their number changes")
{
    scan("JAM", 2);
    const auto sale = sold();
    const auto line = takeBack(sale.uid, 1, whole(1));
    REQUIRE(line);
    REQUIRE(shop().carts().setNote(owner(), cart().cart.id, *line, "lid broken"));
    REQUIRE(takeBack(sale.uid, 1, whole(2)));
    CHECK(cart().cart.lines.front().note == "lid broken");
}
