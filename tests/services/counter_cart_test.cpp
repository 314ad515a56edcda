#include "services/cart_service.h"
#include "services/catalog_service.h"
#include "services/checkout_service.h"
#include "services/customer_service.h"
#include "services/receipt_service.h"
#include "services/setting_service.h"
#include "services/stock_service.h"
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
        coffee = addProduct("Coffee", 240, "COF", "C", 50);
        beer = addProduct("Beer", 150, "BEER", "A", 80);
        openShift();
    }
    CartService& carts() { return shop().carts(); }
    TillId till() { return shop().facts().till; }
    PricedCart cart()
    {
        const auto current = carts().current(till());
        REQUIRE(current);
        return *current;
    }
    int scan(const std::string& code, std::optional<Quantity> quantity = {})
    {
        const auto line = carts().ringUp(owner(), {code, {}, quantity, {}, {}, {}});
        REQUIRE(line);
        return *line;
    }
    Result<FinishedSale> payCash()
    {
        return shop().checkout().finish(
            owner(), cart().cart.id, {{shop().checkout().tenderType("cash")->id, {}, {}}});
    }
    std::vector<std::string> sideBySide()
    {
        std::vector<std::string> names;
        for (const auto& sale : carts().sideBySide(till()))
            names.push_back((sale.inFront ? "*" : "") + sale.label);
        return names;
    }
    ProductId addDeposit(ProductId to)
    {
        ProductDraft draft;
        draft.name = "Bottle deposit";
        draft.kind = ItemKind::Deposit;
        draft.taxClass = shop().catalog().taxes().classes.front().id;
        draft.price = UnitPrice::fromHundredths(2'500);
        draft.tracksStock = false;
        draft.codes = {{"DEP", true, Quantity::fromWhole(1), {}}};
        const auto deposit = shop().catalog().add(owner(), draft);
        REQUIRE(deposit);
        SellingRules rules;
        rules.deposit = *deposit;
        REQUIRE(shop().catalog().setSellingRules(owner(), to, rules));
        return *deposit;
    }
    void setAge(ProductId id, int years)
    {
        const auto details = shop().catalog().details(id);
        auto draft = details->fields;
        draft.minimumAge = years;
        REQUIRE(shop().catalog().change(owner(), id, details->revision, draft));
    }
    void set(const char* key, const char* value) { REQUIRE(shop().settings().set(owner(), key, value)); }
    std::vector<std::string> lines()
    {
        std::vector<std::string> texts;
        for (const auto& line : cart().cart.lines)
            texts.push_back(std::to_string(line.quantity.thousandths() / 1000) + " " + line.name);
        return texts;
    }
    std::string text(std::string_view query)
    {
        const auto rows = test::rowsOf(options().file, query, 1);
        REQUIRE(rows.size() == 1);
        return rows[0].substr(0, rows[0].size() - 1);
    }
    ProductId coffee;
    ProductId beer;
};

using Texts = std::vector<std::string>;

} // namespace

TEST_CASE_METHOD(Counter, "two sales stand beside each other, and a scan goes into the one in front")
{
    scan("COF");
    const auto first = cart().cart.id;
    REQUIRE(carts().bringToFront(owner(), {}));
    CHECK_FALSE(carts().current(till()));
    scan("BEER");
    CHECK(sideBySide() == Texts{"Coffee", "*Beer"});
    REQUIRE(carts().bringToFront(owner(), first));
    scan("COF");
    CHECK(lines() == Texts{"2 Coffee"});
    CHECK(sideBySide() == Texts{"*Coffee", "Beer"});
}

TEST_CASE_METHOD(
    Counter, "sales beside each other, and the one in front, come back after the shop was closed")
{
    scan("COF");
    REQUIRE(carts().bringToFront(owner(), {}));
    scan("BEER");
    const auto second = cart().cart.id;
    REQUIRE(carts().bringToFront(owner(), {}));
    scan("COF");
    REQUIRE(carts().bringToFront(owner(), second));
    reopen();
    CHECK(sideBySide() == Texts{"Coffee", "*Beer", "Coffee"});
    CHECK(lines() == Texts{"1 Beer"});
}

TEST_CASE_METHOD(Counter, "after paying the next scan begins a sale of its own, the others stay beside it")
{
    scan("COF");
    REQUIRE(carts().bringToFront(owner(), {}));
    scan("BEER");
    REQUIRE(payCash());
    CHECK(sideBySide() == Texts{"Coffee"});
    scan("BEER");
    CHECK(sideBySide() == Texts{"Coffee", "*Beer"});
    verify();
}

TEST_CASE_METHOD(Counter, "a sale on hold is not among those beside each other")
{
    scan("COF");
    REQUIRE(carts().bringToFront(owner(), {}));
    scan("BEER");
    REQUIRE(carts().hold(owner(), cart().cart.id));
    CHECK(sideBySide() == Texts{"Coffee"});
    CHECK_FALSE(carts().current(till()));
    const auto waiting = carts().held(till());
    REQUIRE(waiting.size() == 1);
    CHECK(waiting[0].label == "Beer");
    CHECK(carts().bringToFront(owner(), waiting[0].id).error().code == ErrorCode::CartNotOpen);
}

TEST_CASE_METHOD(Counter, "a customer is attached, can be undone, and stands in the sale")
{
    REQUIRE(shop().customers().add(owner(), "K-17", "Anna Weber"));
    scan("COF");
    const auto id = cart().cart.id;
    CHECK(carts().setCustomer(owner(), id, "K-18").error().code == ErrorCode::CustomerUnknown);
    REQUIRE(carts().setCustomer(owner(), id, "K-17"));
    CHECK(cart().cart.customer == "K-17");
    REQUIRE(carts().undo(owner(), id));
    CHECK_FALSE(cart().cart.customer);
    REQUIRE(carts().redo(owner(), id));
    reopen();
    CHECK(cart().cart.customer == "K-17");
    const auto sale = payCash();
    REQUIRE(sale);
    CHECK(text("SELECT code FROM customer c JOIN document d ON d.customer_id = c.id "
               "WHERE d.note IS NULL ORDER BY d.id DESC LIMIT 1") == "K-17");
}

TEST_CASE_METHOD(Counter, "a sale may begin with its customer")
{
    REQUIRE(shop().customers().add(owner(), "K-17", ""));
    REQUIRE(carts().setCustomer(owner(), {}, "K-17"));
    scan("COF");
    CHECK(cart().cart.customer == "K-17");
    CHECK(sideBySide() == Texts{"*Coffee"});
}

TEST_CASE_METHOD(Counter, "a customer's name can be found, and erased for good")
{
    REQUIRE(shop().customers().add(owner(), "K-17", "Anna Weber"));
    REQUIRE(shop().customers().add(owner(), "K-18", "Ben 100%"));
    CHECK(shop().customers().add(owner(), "K-17", "Other").error().code == ErrorCode::CodeTaken);
    CHECK(shop().customers().search("web").size() == 1);
    CHECK(shop().customers().search("K-1").size() == 2);
    CHECK(shop().customers().search("%").size() == 1);
    REQUIRE(shop().customers().rename(owner(), "K-17", ""));
    CHECK(shop().customers().find("K-17")->shownAs() == "K-17");
    CHECK(shop().customers().search("web").empty());
}

TEST_CASE_METHOD(Counter, "goods with a note are a line of their own, and the note can be undone")
{
    const auto line = scan("COF");
    const auto id = cart().cart.id;
    REQUIRE(carts().setNote(owner(), id, line, "no sugar"));
    scan("COF");
    CHECK(lines() == Texts{"1 Coffee", "1 Coffee"});
    REQUIRE(carts().undo(owner(), id));
    REQUIRE(carts().undo(owner(), id));
    CHECK(cart().cart.lines[0].note.empty());
}

TEST_CASE_METHOD(Counter, "an internal note is kept with the sale and is not on the receipt")
{
    const auto line = scan("COF");
    const auto id = cart().cart.id;
    REQUIRE(carts().setNote(owner(), id, line, "for the mayor", NoteFor::Shop));
    REQUIRE(carts().setNote(owner(), id, 0, "pays on Friday", NoteFor::Shop));
    REQUIRE(carts().setNote(owner(), id, 0, "Merry Christmas"));
    CHECK(cart().cart.internalNote.empty());
    REQUIRE(carts().undo(owner(), id));
    reopen();
    const auto sale = payCash();
    REQUIRE(sale);
    const auto receipt = shop().receipts().load(sale->document);
    REQUIRE(receipt);
    CHECK(receipt->lines[0].note.empty());
    CHECK(text("SELECT group_concat(note, '; ') FROM internal_note") == "pays on Friday; for the mayor");
    verify();
}

TEST_CASE_METHOD(Counter, "an open price is asked for, and taken")
{
    const auto details = shop().catalog().details(coffee);
    auto draft = details->fields;
    draft.openPrice = true;
    REQUIRE(shop().catalog().change(owner(), coffee, details->revision, draft));
    const auto refused = carts().ringUp(owner(), {"COF", {}, {}, {}, {}, {}});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::PriceNeeded);
    CHECK(refused.error().detail == "Coffee");
    REQUIRE(carts().ringUp(owner(), {"COF", {}, {}, UnitPrice::fromHundredths(31'000), {}, {}}));
    CHECK(cart().priced.total == cents(310));
}

TEST_CASE_METHOD(Counter, "an open item is in the journal before it is paid")
{
    REQUIRE(carts().ringUp(
        owner(), OpenItem{"Bread", {}, {}, UnitPrice::fromHundredths(25'000), Quantity::fromWhole(1)}));
    CHECK(text("SELECT count(*) FROM journal WHERE type_id = 25") == "1");
}

TEST_CASE_METHOD(Counter, "a shop that wants a reason for a new price gets one")
{
    set("sale.price_reason", "on");
    const auto line = scan("COF");
    const auto id = cart().cart.id;
    const auto price = UnitPrice::fromHundredths(20'000);
    CHECK(carts().setPrice(owner(), id, line, price, " ").error().code == ErrorCode::ReasonNeeded);
    REQUIRE(carts().setPrice(owner(), id, line, price, "Damaged"));
    REQUIRE(payCash());
    CHECK(text("SELECT label || ' ' || old_unit_price FROM sale_line_adjustment") == "Damaged 24000");
}

TEST_CASE_METHOD(Counter, "a price below what the goods cost is noticed")
{
    const auto line = scan("COF");
    CHECK_FALSE(carts().isBelowCost(cart(), line));
    REQUIRE(carts().setPrice(owner(), cart().cart.id, line, UnitPrice::fromHundredths(5'400), {}));
    CHECK(carts().isBelowCost(cart(), line)); // 0.54 with 10 % in it is 0.49, and it cost 0.50
}

TEST_CASE_METHOD(Counter, "goods that allow no discount say so by name")
{
    const auto details = shop().catalog().details(beer);
    auto draft = details->fields;
    draft.discountable = false;
    REQUIRE(shop().catalog().change(owner(), beer, details->revision, draft));
    const auto line = scan("BEER");
    const auto refused = carts().setLineDiscounts(
        owner(), cart().cart.id, line, {{Rate::fromPartsPerMillion(100'000), {}, {}, {}, {}}});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::DiscountInvalid);
    CHECK(refused.error().detail == "Beer");
}

TEST_CASE_METHOD(Counter, "more than is there is noticed where the shop wants to know")
{
    REQUIRE(shop().stock().receive(owner(), {{beer, Quantity::fromWhole(2), {}}}, ""));
    const auto line = scan("BEER", Quantity::fromWhole(2));
    CHECK_FALSE(carts().stockShort(cart().cart, line));
    scan("BEER");
    const auto tooFew = carts().stockShort(cart().cart, line);
    REQUIRE(tooFew);
    CHECK(tooFew->left == Quantity::fromWhole(2));
    CHECK(tooFew->inSale == Quantity::fromWhole(3));
    CHECK_FALSE(carts().stockShort(cart().cart, scan("COF"))); // nobody ever counted it
    SellingRules own;
    own.stock = StockPolicy::Ignore;
    REQUIRE(shop().catalog().setSellingRules(owner(), beer, own));
    CHECK_FALSE(carts().stockShort(cart().cart, line));
}

TEST_CASE_METHOD(Counter, "a shop that sells nothing it does not have refuses it to those who may not")
{
    set("sale.stock_policy", "block");
    REQUIRE(shop().stock().receive(owner(), {{beer, Quantity::fromWhole(2), {}}}, ""));
    const auto line = scan("BEER", Quantity::fromWhole(3)); // the owner may
    REQUIRE(carts().setQuantity(owner(), cart().cart.id, line, Quantity::fromWhole(2)));
    Connection{{options().file, OpenOptions::Mode::ReadWrite, {}}}.run(
        "DELETE FROM role_permission WHERE permission_id = 9");
    const auto refused = carts().ringUp(owner(), {"BEER", {}, {}, {}, {}, {}});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::StockTooLow);
    CHECK(lines() == Texts{"2 Beer"});
    CHECK(carts().setQuantity(owner(), cart().cart.id, line, Quantity::fromWhole(3)).error().code ==
          ErrorCode::StockTooLow);
}

TEST_CASE_METHOD(Counter, "goods for grown-ups are not paid before somebody said the customer is one, once")
{
    setAge(beer, 18);
    scan("COF");
    scan("BEER");
    const auto id = cart().cart.id;
    const auto refused = payCash();
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::AgeNotConfirmed);
    CHECK(refused.error().detail == "18");
    REQUIRE(carts().confirmAge(owner(), id));
    scan("BEER");
    reopen();
    REQUIRE(payCash());
    CHECK(text("SELECT count(*) FROM journal WHERE type_id = 26") == "1");
    verify();
}

TEST_CASE_METHOD(Counter, "goods refused for the customer's age leave the sale and a trace")
{
    setAge(beer, 18);
    addDeposit(beer);
    scan("COF");
    scan("BEER");
    REQUIRE(carts().refuseAge(owner(), cart().cart.id));
    CHECK(lines() == Texts{"1 Coffee"});
    CHECK(text("SELECT count(*) FROM journal WHERE type_id = 26") == "1");
    REQUIRE(payCash());
}

TEST_CASE_METHOD(Counter, "a script says that the customer is old enough")
{
    setAge(beer, 18);
    SaleRequest request;
    request.lines = {{"BEER", {}, {}, {}, {}, {}}};
    request.tenders = {{shop().checkout().tenderType("cash")->id, {}, {}}};
    CHECK(shop().checkout().sell(owner(), request).error().code == ErrorCode::AgeNotConfirmed);
    request.ageConfirmed = true;
    REQUIRE(shop().checkout().sell(owner(), request));
    CHECK(text("SELECT count(*) FROM journal WHERE type_id = 26") == "1");
}

TEST_CASE_METHOD(Counter, "a deposit follows its bottle: more, fewer, none, and back by undo")
{
    addDeposit(beer);
    const auto bottle = scan("BEER");
    const auto id = cart().cart.id;
    CHECK(lines() == Texts{"1 Beer", "1 Bottle deposit"});
    CHECK(cart().priced.total == cents(175));
    CHECK(scan("BEER") == bottle);
    CHECK(lines() == Texts{"2 Beer", "2 Bottle deposit"});
    REQUIRE(carts().setQuantity(owner(), id, bottle, Quantity::fromWhole(6)));
    CHECK(lines() == Texts{"6 Beer", "6 Bottle deposit"});
    REQUIRE(carts().removeLine(owner(), id, bottle));
    CHECK(cart().cart.lines.empty());
    REQUIRE(carts().undo(owner(), id));
    CHECK(lines() == Texts{"6 Beer", "6 Bottle deposit"});
    CHECK(
        carts().removeLine(owner(), id, cart().cart.lines[1].lineNo).error().code == ErrorCode::LineNotFound);
    REQUIRE(carts().setSaleDiscounts(owner(), id, {{Rate::fromPartsPerMillion(100'000), {}, {}, {}, {}}}));
    CHECK(cart().priced.total == cents(900 - 90 + 150)); // nothing is taken off a deposit
    REQUIRE(payCash());
    verify();
}

TEST_CASE_METHOD(Counter, "an empty bottle comes back by the deposit alone, and raises no bottle's own")
{
    addDeposit(beer);
    scan("BEER");
    scan("DEP", Quantity::fromWhole(-1));
    CHECK(lines() == Texts{"1 Beer", "1 Bottle deposit", "-1 Bottle deposit"});
    scan("DEP");
    CHECK(lines() == Texts{"1 Beer", "1 Bottle deposit", "-1 Bottle deposit", "1 Bottle deposit"});
    CHECK(cart().priced.total == cents(175));
    REQUIRE(payCash());
    verify();
}

TEST_CASE_METHOD(Counter, "a script's sale has the deposit too")
{
    addDeposit(beer);
    SaleRequest request;
    request.lines = {{"BEER", {}, Quantity::fromWhole(3), {}, {}, {}}};
    request.tenders = {{shop().checkout().tenderType("cash")->id, {}, {}}};
    const auto sale = shop().checkout().sell(owner(), request);
    REQUIRE(sale);
    CHECK(sale->total == cents(3 * 175));
    verify();
}

TEST_CASE_METHOD(
    Counter, "a container weighs something between nothing and a thousand of its unit, and is kept")
{
    SellingRules rules;
    rules.tare = Quantity::fromThousandths(20);
    REQUIRE(shop().catalog().setSellingRules(owner(), beer, rules));
    CHECK(shop().catalog().sellingRules(beer).tare == rules.tare);
    for (const auto wrong : {Quantity::fromThousandths(-1), kMostTare + Quantity::fromThousandths(1)}) {
        rules.tare = wrong;
        CHECK(shop().catalog().setSellingRules(owner(), beer, rules).error().code ==
              ErrorCode::QuantityInvalid);
    }
    CHECK(shop().catalog().sellingRules(beer).tare == Quantity::fromThousandths(20));
    verify();
}

TEST_CASE_METHOD(Counter, "who comes after an emptied sale is asked their age, and is nobody's friend")
{
    setAge(beer, 18);
    REQUIRE(shop().customers().add(owner(), "K-1", "Anna"));
    const auto line = scan("BEER");
    const auto id = cart().cart.id;
    REQUIRE(carts().confirmAge(owner(), id));
    REQUIRE(carts().setCustomer(owner(), id, "K-1"));
    REQUIRE(carts().setNote(owner(), id, 0, "Happy birthday"));
    CartDiscount tenth;
    tenth.rate = Rate::fromPercent(10);
    REQUIRE(carts().setSaleDiscounts(owner(), id, {tenth}));
    REQUIRE(carts().removeLine(owner(), id, line));
    scan("BEER");
    CHECK(cart().cart.ageConfirmed == 0);
    CHECK_FALSE(cart().cart.customer);
    CHECK(cart().cart.note.empty());
    CHECK(cart().cart.discounts.empty());
    CHECK(payCash().error().code == ErrorCode::AgeNotConfirmed);
    REQUIRE(carts().undo(owner(), id));
    REQUIRE(carts().undo(owner(), id)); // the goods are back, and what was said of the sale with them
    CHECK(cart().cart.customer == "K-1");
    CHECK(cart().cart.discounts.size() == 1);
    CHECK(cart().cart.ageConfirmed == 0);
}

TEST_CASE_METHOD(Counter, "a bottle with its deposit leaves nothing of its sale behind")
{
    addDeposit(beer);
    for (const bool isAmount : {false, true}) {
        const auto line = scan("BEER");
        CartDiscount given;
        if (isAmount)
            given.amount = Money::fromMinor(100);
        else
            given.rate = Rate::fromPercent(10);
        REQUIRE(carts().setSaleDiscounts(owner(), cart().cart.id, {given}));
        REQUIRE(carts().removeLine(owner(), cart().cart.id, line));
        CHECK(cart().cart.lines.empty());
        CHECK(cart().cart.discounts.empty());
    }
    verify();
}

TEST_CASE_METHOD(Counter, "raising the price of goods that come back asks like giving so much back")
{
    addDeposit(beer);
    Connection db{{shop().file()}};
    db.execute("INSERT INTO user(uid, name, role_id, created_at) "
               "SELECT randomblob(16), 'Ana', id, 0 FROM role WHERE code = 'cashier'");
    const Actor ana{UserId{db.lastInsertId()}, till()};
    const auto line = carts().ringUp(ana, {"DEP", {}, Quantity::fromWhole(-1), {}, {}});
    REQUIRE(line); // an empty bottle
    const auto raised =
        carts().setPrice(ana, cart().cart.id, *line, UnitPrice::fromMoney(Money::fromMinor(50'000)), "");
    CHECK_FALSE(raised);
    CHECK(cart().priced.total == Money::fromMinor(-25));
}
