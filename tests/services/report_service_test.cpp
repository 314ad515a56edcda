#include "services/report_service.h"

#include "services/cart_service.h"
#include "services/people_service.h"
#include "services/receipt_service.h"
#include "storage/connection.h"
#include "storage/day_sum_rebuild.h"
#include "storage/shop_repository.h"
#include "storage/transaction.h"
#include "support/small_days.h"

#include <catch2/catch.hpp>

using namespace till;
using test::SmallDays;

namespace {

class Reports : public SmallDays {
public:
    SalesReport by(SalesBy what) { return shop().reports().sales(day(1), day(31), what); }
    /// "key tickets quantity gross" of each row.
    std::vector<std::string> rows(SalesBy what)
    {
        std::vector<std::string> texts;
        for (const auto& row : by(what).rows) {
            texts.push_back(row.key + " " + std::to_string(row.tickets) + " " +
                            std::to_string(row.quantity.thousandths() / 1000) + " " +
                            std::to_string(row.gross.minor()));
        }
        return texts;
    }
};

using Rows = std::vector<std::string>;

} // namespace

TEST_CASE_METHOD(Reports, "a day's sales come to what was added up by hand, returns taken off")
{
    const auto report = by(SalesBy::Day);
    REQUIRE(report.rows.size() == 2);
    const auto& saturday = report.rows[0];
    CHECK(saturday.key == "2026-03-14");
    CHECK(saturday.tickets == 3);
    CHECK(saturday.quantity == Quantity::fromWhole(4));
    CHECK(saturday.net == cents(559 + 974 + 47));
    CHECK(saturday.tax == cents(41 + 195 + 13));
    CHECK(saturday.gross == cents(1829));
    CHECK(saturday.cost == cents(170 + 500 - 10));
    CHECK(saturday.margin == cents(1580 - 660));
    const auto& monday = report.rows[1];
    CHECK(monday.key == "2026-03-16");
    CHECK(monday.tickets == 1);
    CHECK(monday.net == cents(-218));
    CHECK(monday.tax == cents(-22));
    CHECK(monday.gross == cents(-240));
    CHECK(monday.cost == cents(-50));
    CHECK(report.total.gross == cents(1589));
    CHECK(report.total.tickets == 4);
}

TEST_CASE_METHOD(Reports, "every way to divide the sales has its keys, its order and the same total")
{
    CHECK(rows(SalesBy::Item) == Rows{"LAMP 1 1 1169", "COF 3 1 240", "BAG 2 1 180"});
    CHECK(rows(SalesBy::Department) == Rows{"House / Light 1 1 1169", " 3 2 420"});
    CHECK(rows(SalesBy::Tax) == Rows{"A 1 1 1169", "C 3 1 240", "B 2 1 180"});
    CHECK(rows(SalesBy::Hour) == Rows{"09 1 -1 -240", "15 1 3 600", "16 2 1 1229"});
    CHECK(rows(SalesBy::Weekday) == Rows{"1 1 -1 -240", "6 3 4 1829"});
    CHECK(rows(SalesBy::Week) == Rows{"2026-W11 3 4 1829", "2026-W12 1 -1 -240"});
    CHECK(rows(SalesBy::Month) == Rows{"2026-03 4 3 1589"});
    CHECK(rows(SalesBy::Cashier) == Rows{"Owner 4 3 1589"});
    CHECK(rows(SalesBy::Customer) == Rows{"K7 1 1 1169"});
    CHECK(rows(SalesBy::Tender) == Rows{"cash 4 0 1090", "card 1 0 500"});
    CHECK(rows(SalesBy::Supplier) == Rows{" 4 3 1589"});
    CHECK(by(SalesBy::Tax).rows[2].name == "Reduced 5.5 %");
    for (const auto what : {SalesBy::Item, SalesBy::Tax, SalesBy::Tender, SalesBy::Week, SalesBy::Customer}) {
        CHECK(by(what).total.gross == cents(1589));
        CHECK(by(what).total.tickets == 4);
    }
}

TEST_CASE_METHOD(Reports, "days outside the period are not in the report")
{
    const auto report = shop().reports().sales(day(15), day(16), SalesBy::Item);
    REQUIRE(report.rows.size() == 1);
    CHECK(report.rows[0].name == "Café crème");
    CHECK(report.total.gross == cents(-240));
    CHECK(shop().reports().sales(day(17), day(31), SalesBy::Hour).rows.empty());
}

TEST_CASE_METHOD(Reports, "the weeks around New Year belong to the year of their Thursday")
{
    clock.set(shop()
                  .calendar()
                  .atLocal(std::chrono::local_days{std::chrono::year{2027} / 1 / 3} + std::chrono::hours{12})
                  .utc);
    SaleRequest request;
    request.lines.emplace_back().code = "BAG";
    request.tenders = {{shop().checkout().tenderType("cash")->id, {}, {}}};
    sell(request);
    const auto from = BusinessDay::fromDate(std::chrono::year{2027} / 1 / 1);
    const auto report = shop().reports().sales(from, BusinessDay{from.days + 10}, SalesBy::Week);
    REQUIRE(report.rows.size() == 1);
    CHECK(report.rows[0].key == "2026-W53");
}

TEST_CASE_METHOD(Reports, "the X report shows the shift to the cent and resets nothing")
{
    REQUIRE(shop().receipts().copy(owner(), sales[0].document));
    auto& carts = shop().carts();
    RingUp two;
    two.code = "COF";
    REQUIRE(carts.ringUp(owner(), two));
    two.code = "BAG";
    REQUIRE(carts.ringUp(owner(), two));
    const auto cart = carts.current(shop().facts().till)->cart;
    REQUIRE(carts.removeLine(owner(), cart.id, cart.lines[0].lineNo));
    REQUIRE(carts.hold(owner(), cart.id));

    const auto x = shop().reports().x(owner());
    REQUIRE(x);
    CHECK(x->till == "A");
    CHECK(x->businessDay == day(14));
    CHECK(x->openedBy == "Owner");
    CHECK(x->firstReceipt == "A-000001");
    CHECK(x->lastReceipt == "A-000004");
    CHECK(x->receipts == 4);
    CHECK(x->gross == cents(360 + 240 + 1299 + 240));
    CHECK(x->discounts == cents(130));
    CHECK(x->returns == 2);
    CHECK(x->returned == cents(180 + 240));
    CHECK(x->total == x->gross - x->discounts - x->returned);
    CHECK(x->net == cents(1580 - 218));
    CHECK(x->tax == cents(249 - 22));
    CHECK(x->rounding == cents(1));
    CHECK(x->roundings == 1);
    CHECK(x->average == cents(397)); // 15.89 over 4
    CHECK(x->goods == Quantity::fromWhole(2 + 1 + 1 + 1));
    CHECK(x->services.isZero());
    REQUIRE(x->discountKinds.size() == 1);
    CHECK(x->discountKinds[0].count == 1);
    CHECK(x->discountKinds[0].amount == x->discounts);
    REQUIRE(x->tenders.size() == 2);
    CHECK(x->tenders[0].key == "cash");
    CHECK(x->tenders[0].gross == cents(600 + 670 + 60 - 240));
    CHECK(x->tenders[0].grossBack == cents(-240));
    CHECK(x->tenders[1].grossBack.isZero());
    CHECK(x->tenders[1].gross == cents(500));
    REQUIRE(x->taxes.size() == 3);
    CHECK(x->taxes[0].key == "A");
    CHECK(x->taxes[0].net == cents(974));
    CHECK(x->taxes[0].grossBack.isZero());
    CHECK(x->taxes[1].key == "C"); // 10 %: two coffees sold, one taken back
    CHECK(x->taxes[1].gross == cents(240));
    CHECK(x->taxes[1].grossBack == cents(-240));
    CHECK(x->taxes[1].netBack == cents(-218));
    REQUIRE(x->departments.size() == 2);
    CHECK(x->departments[1].count == 5);
    CHECK(x->departments[1].grossBack == cents(-420));
    REQUIRE(x->cashiers.size() == 1);
    CHECK(x->cashiers[0].gross == cents(1589));
    REQUIRE(x->cashierTenders.size() == 2);
    CHECK(x->cashierTenders[0].cashier == x->cashiers[0].id);
    CHECK(x->cashierTenders[0].tender == "Cash");
    CHECK(x->cashierTenders[0].amount == cents(1090));
    CHECK(x->openingFloat == cents(10'000));
    CHECK(x->cashSales == cents(600 + 670 + 60));
    CHECK(x->cashRefunds == cents(240));
    CHECK(x->expectedCash == cents(11'090));
    CHECK(x->linesRemoved == 1);
    CHECK(x->copies == 1);
    CHECK(x->cartsAbandoned == 0);
    CHECK(x->heldCarts == 1);
    CHECK(x->heldValue == cents(180));
    CHECK(x->grandSales == cents(2009));
    CHECK(x->grandReturns == cents(420));
    CHECK(x->grandNet == cents(1589));
    CHECK(x->journalHead.substr(0, 1) == "J");
    CHECK(shop().reports().x(owner())->total == x->total);
}

TEST_CASE_METHOD(Reports, "a discount on a whole sale that sells and takes back is counted once and adds up")
{
    const auto before = shop().reports().x(owner());
    SaleRequest exchange;
    exchange.lines.resize(3);
    exchange.lines[0].code = "BAG"; // 3.60 less 0.36
    exchange.lines[0].quantity = Quantity::fromWhole(2);
    exchange.lines[1].code = "LAMP"; // 12.99 less 1.30
    exchange.lines[2].code = "COF";  // back: -2.40 less 0.24
    exchange.lines[2].quantity = Quantity::fromWhole(-1);
    exchange.discounts = {{Rate::fromPercent(10), {}, "Staff", {}, {}}};
    exchange.tenders = {{shop().checkout().tenderType("card")->id, {}, {}}};
    const auto sold = sell(exchange);
    CHECK(sold.total == cents(1659 - 166 - 240 + 24));

    const auto after = shop().reports().x(owner());
    REQUIRE((before && after));
    CHECK(after->gross - before->gross == cents(1659));
    CHECK(after->discounts - before->discounts == cents(166));
    CHECK(after->returned - before->returned == cents(240 - 24));
    CHECK(after->returns - before->returns == 1);
    CHECK(after->total == after->gross - after->discounts - after->returned);
    REQUIRE(after->discountKinds.size() == 1); // the lamp's of that morning was one on the whole sale too
    CHECK(after->discountKinds[0].kind == AdjustmentKind::SaleDiscount);
    CHECK(after->discountKinds[0].count == before->discountKinds[0].count + 1);
    CHECK(after->discountKinds[0].amount == after->discounts);
    verify();
}

TEST_CASE_METHOD(Reports, "two people of one name stand apart in the X report, each with what they took")
{
    const auto namesake = [&] {
        Connection db{{shop().file(), OpenOptions::Mode::ReadWrite}};
        Transaction tx{db};
        const auto id =
            ShopRepository{db}.addUser(shop().people().nameOf(owner().user), "owner", clock.now());
        tx.commit();
        return id;
    };
    auto second = owner();
    second.user = namesake();
    SaleRequest request;
    request.lines.resize(1);
    request.lines[0].code = "COF";
    request.tenders = {{shop().checkout().tenderType("card")->id, {}, {}}};
    REQUIRE(shop().checkout().sell(second, request));

    const auto x = shop().reports().x(owner());
    REQUIRE(x);
    REQUIRE(x->cashiers.size() == 2);
    CHECK(x->cashiers[0].name == x->cashiers[1].name);
    CHECK(x->cashiers[0].gross == cents(1589));
    CHECK(x->cashiers[1].gross == cents(240));
    std::vector<std::int64_t> ofSecond;
    for (const auto& kept : x->cashierTenders) {
        if (kept.cashier == second.user.value) ofSecond.push_back(kept.amount.minor());
    }
    CHECK(ofSecond == std::vector<std::int64_t>{240});
}

TEST_CASE("without an open shift there is no X report")
{
    test::ShopFixture empty;
    const auto x = empty.shop().reports().x(empty.owner());
    REQUIRE_FALSE(x);
    CHECK(x.error().code == ErrorCode::NoShiftOpen);
}

TEST_CASE_METHOD(Reports, "sums that are wrong are found and made again from the lines")
{
    Connection db{{shop().file(), OpenOptions::Mode::ReadWrite}};
    CHECK(daySumDifferences(db).empty());
    {
        Transaction tx{db};
        db.run("UPDATE day_sum SET gross = gross + 1 WHERE dimension_id = 4 AND key = ?1 AND returned = 1",
            bread);
        db.run("DELETE FROM day_sum WHERE dimension_id = 6 AND business_day = ?1", day(16));
        db.run("INSERT INTO day_sum SELECT dimension_id, 1, key, till_id, returned, tickets, lines, "
               "quantity, discount,"
               " net, tax, gross, cost FROM day_sum WHERE dimension_id = 1 AND business_day = ?1 AND "
               "returned = 0",
            day(14));
        tx.commit();
    }
    CHECK(daySumDifferences(db).size() == 3);
    CHECK(daySumDifferences(db, 2).size() == 2);
    {
        Transaction tx{db};
        CHECK(rebuildDaySums(db) == 3);
        tx.commit();
    }
    CHECK(daySumDifferences(db).empty());
    CHECK(rows(SalesBy::Item) == Rows{"LAMP 1 1 1169", "COF 3 1 240", "BAG 2 1 180"});
    verify();
}
