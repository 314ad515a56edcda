#include "services/catalog_service.h"
#include "services/import_service.h"
#include "services/sales_import_service.h"
#include "support/shop_fixture.h"
#include "support/shop_rows.h"
#include "support/written_file.h"

#include <catch2/catch.hpp>

using namespace till;

namespace {

// Days in the wrong order, a refund, two codes that differ in case, half-cent prices, and what cannot be
// sold.
constexpr auto kSales = "ticket,date,item,name,quantity,price,tender\n"
                        "T2,2025-03-02 11:05,b1,Scone,2,1.50,card\n"
                        "T1,2025-03-01 09:00,B1,Tea,1,2.25,\n"
                        "T1,2025-03-01 09:01,C1,,3,0.335,\n"
                        "T1,2025-03-01 09:01,C1,Cup,1,0.335,\n"
                        "T1,2025-03-01 09:02,B1,Tea,0,2.25,\n"
                        "T3,2025-03-02 12:00,B1,Tea,-1,2.25,\n"
                        "T4,2025-03-02 13:00,B1,Tea,1,-5.00,\n"
                        "T5,2025-03-03 08:00,D1,,1.250,4.00,cash\n"
                        "T5,2025-03-03 08:00,E1,Free,1,0,cash\n"
                        "T6,2025-03-03 09:00,B1,Tea,1,2.25,shells\n"
                        "T7,soon,B1,Tea,1,2.25,\n";

class SalesImport : public test::ShopFixture {
public:
    Result<SalesImportReport> import(std::string_view text, bool create = true, Progress progress = {})
    {
        SalesImportOptions options;
        options.file = test::writtenFile(folder.path() / "sales.csv", text);
        options.createProducts = create;
        options.taxRate = Rate::fromPercent(20);
        options.progress = std::move(progress);
        return shop().salesImport().run(owner(), options);
    }
    std::vector<std::string> rows(std::string_view query, int columns)
    {
        return test::rowsOf(shop().file(), query, columns);
    }
};

using Texts = std::vector<std::string>;

std::string manyTickets(int days)
{
    std::string text = "ticket,date,item,quantity,price\n";
    for (int i = 0; i < days * 3; ++i) {
        const auto day = std::to_string(10 + i / 3);
        text += "N" + std::to_string(i) + ",2025-05-" + day + " 10:0" + std::to_string(i % 3) + ",P" +
                std::to_string(i % 4) + "," + std::to_string(i % 5 + 1) + ",1." + std::to_string(10 + i % 7) +
                "\n";
    }
    return text;
}

} // namespace

TEST_CASE_METHOD(SalesImport, "tickets of another system are sold at their own times on a till of their own")
{
    const auto report = import(kSales);
    REQUIRE(report);
    CHECK(report->tickets == 4);
    CHECK(report->lines == 7);
    CHECK(report->returns == 1);
    CHECK(report->days == 3);
    CHECK(report->gross == Money::fromMinor((225 + 101 + 34) + 300 - 225 + 500));

    CHECK(rows("SELECT o.ticket, t.code, t.imported, d.number, s.total FROM document d JOIN till t ON t.id = "
               "d.till_id "
               "JOIN document_origin o ON o.document_id = d.id JOIN sale s ON s.document_id = d.id ORDER BY "
               "d.id",
              5) == Texts{"T1|I|1|1|360|", "T2|I|1|2|300|", "T3|I|1|3|-225|", "T5|I|1|4|500|"});
    CHECK(rows("SELECT datetime(utc_ms / 1000, 'unixepoch'), date(business_day * 86400, 'unixepoch') FROM "
               "document",
              2) == Texts{"2025-03-01 08:00:00|2025-03-01|", "2025-03-02 10:05:00|2025-03-02|",
                        "2025-03-02 11:00:00|2025-03-02|", "2025-03-03 07:00:00|2025-03-03|"});
    verify();
}

TEST_CASE_METHOD(SalesImport, "lines that cannot be sold are named with their line, none is dropped silently")
{
    const auto report = import(kSales);
    REQUIRE(report);
    std::vector<std::pair<std::int64_t, ErrorCode>> skipped;
    for (const auto& problem : report->skipped) skipped.emplace_back(problem.line, problem.error.code);
    using enum ErrorCode;
    CHECK(skipped == std::vector<std::pair<std::int64_t, ErrorCode>>{{6, QuantityInvalid}, {8, PriceInvalid},
                         {11, TenderUnknown}, {12, ImportDateInvalid}});
    CHECK(report->skippedCount == 4);
}

TEST_CASE_METHOD(SalesImport, "articles nobody knows are made with the name, price and tax of the file")
{
    REQUIRE(import(kSales));
    const auto tea = shop().catalog().findByCode("B1");
    const auto scone = shop().catalog().findByCode("b1");
    const auto cup = shop().catalog().findByCode("C1");
    const auto weighed = shop().catalog().findByCode("D1");
    REQUIRE((tea && scone && cup && weighed));
    CHECK(tea->name == "Tea");
    CHECK(scone->name == "Scone");
    CHECK(tea->id != scone->id);
    CHECK(cup->name == "Cup"); // the first line that has a name
    CHECK(cup->price == UnitPrice::fromHundredths(3350));
    CHECK(weighed->name == "D1");
    CHECK(weighed->unit == "kg");
    CHECK(!shop().catalog().findByCode("E1")->price);
    CHECK(tea->taxClass == shop().catalog().taxes().match("20", shop().now().businessDay));
    CHECK(shop().catalog().search("scone").size() == 1);
}

TEST_CASE_METHOD(SalesImport, "without leave to make products, lines of unknown articles are problems")
{
    addProduct("Tea", 225, "B1");
    const auto report = import(kSales, false);
    REQUIRE(report);
    CHECK(report->tickets == 2);
    CHECK(report->lines == 2);
    CHECK(report->skippedCount == 9);
    CHECK(report->skipped.front().error.code == ErrorCode::CodeUnknown);
    CHECK(report->skipped.front().error.detail == "b1");
    verify();
}

TEST_CASE_METHOD(
    SalesImport, "each business day has one shift, opened and closed at the times of its tickets")
{
    REQUIRE(import(kSales));
    CHECK(
        rows("SELECT date(s.business_day * 86400, 'unixepoch'), s.opening_float, c.expected, c.counted, "
             "(c.closed_at - s.opened_at) / 60000 FROM shift s JOIN shift_close c ON c.shift_id = s.id ORDER "
             "BY s.id",
            5) == Texts{"2025-03-01|0|360|360|0|", "2025-03-02|0|-225|-225|55|", "2025-03-03|0|500|500|60|"});
}

TEST_CASE_METHOD(SalesImport, "importing the same tickets again adds nothing")
{
    REQUIRE(import(kSales));
    const auto before = test::salesOf(shop().file());
    const auto again = import(kSales);
    REQUIRE(again);
    CHECK(again->tickets == 0);
    CHECK(again->alreadyThere == 4);
    CHECK(again->days == 0);
    CHECK(test::salesOf(shop().file()) == before);
    CHECK(rows("SELECT count(*) FROM shift", 1) == Texts{"3|"});
    CHECK(shop().imports().runs().size() == 1);
    verify();
}

TEST_CASE_METHOD(SalesImport, "a ticket that has grown since it was imported is told of and stays as it was")
{
    const std::string atNoon = "ticket,date,item,quantity,price\n"
                               "1,2025-03-01 09:00,A,1,1.00\n"
                               "1,2025-03-01 09:00,A,0.5,1.00\n" // refused: A is sold by the piece
                               "2,2025-03-01 11:59,A,1,1.00\n";
    addProduct("Apple", 100, "A");
    addProduct("Bread", 250, "B");
    REQUIRE(import(atNoon, false)->tickets == 2);
    const auto before = test::salesOf(shop().file());

    const auto same = import(atNoon, false);
    REQUIRE(same);
    CHECK(same->alreadyThere == 2);
    CHECK(same->skipped.empty());

    const auto evening = import(atNoon + "2,2025-03-01 12:01,B,1,2.50\n", false);
    REQUIRE(evening);
    CHECK(evening->alreadyThere == 2);
    REQUIRE(evening->skippedCount == 1);
    CHECK(evening->skipped.front().line == 4);
    CHECK(evening->skipped.front().error.code == ErrorCode::ImportTicketDiffers);
    CHECK(evening->skipped.front().error.detail == "2");
    CHECK(test::salesOf(shop().file()) == before);
    verify();
}

TEST_CASE_METHOD(
    SalesImport, "a run that was stopped keeps whole days, and the next goes on where it stopped")
{
    const auto text = manyTickets(8);
    const auto stopped = import(text, true, [](int percent) { return percent < 50; });
    REQUIRE(!stopped);
    CHECK(stopped.error().code == ErrorCode::Cancelled);
    const auto kept = rows("SELECT count(DISTINCT business_day) FROM document", 1);
    CHECK(kept == Texts{stopped.error().detail + "|"}); // whoever stopped it is told what it leaves
    CHECK(rows("SELECT count(*) FROM document", 1) != Texts{"24|"});
    CHECK(rows("SELECT business_day FROM document GROUP BY business_day HAVING count(*) <> 3", 1).empty());
    verify();

    const auto rest = import(text);
    REQUIRE(rest);
    CHECK(rest->tickets + rest->alreadyThere == 24);
    CHECK(rest->alreadyThere > 0);

    SalesImport whole;
    REQUIRE(whole.import(text));
    CHECK(test::salesOf(shop().file()) == test::salesOf(whole.shop().file()));
    verify();
}

TEST_CASE_METHOD(SalesImport, "a rate no tax has becomes a tax of its own")
{
    SalesImportOptions options;
    options.file = test::writtenFile(folder.path() / "sales.csv", kSales);
    options.createProducts = true;
    options.taxRate = Rate::fromPercent(7);
    REQUIRE(shop().salesImport().run(owner(), options));
    const auto& taxes = shop().catalog().taxes();
    const auto made = shop().catalog().findByCode("B1")->taxClass;
    CHECK(taxes.at(made, shop().now().businessDay).front().rate == Rate::fromPercent(7));
    CHECK(taxes.at(made, shop().now().businessDay).front().code == "D");
}

TEST_CASE_METHOD(SalesImport, "the history of another system does not go on this shop's own till")
{
    SalesImportOptions options;
    options.file = test::writtenFile(folder.path() / "sales.csv", kSales);
    options.tillCode = shop().facts().tillCode;
    const auto report = shop().salesImport().run(owner(), options);
    REQUIRE(!report);
    CHECK(report.error().code == ErrorCode::CodeTaken);
}

TEST_CASE_METHOD(SalesImport, "a till that counts its tickets from 1 every day keeps every one of them")
{
    const auto first = import("ticket,date,item,quantity,price\n"
                              "1,2025-03-01 09:00,A,1,1.00\n"
                              "1,2025-03-02 09:00,A,1,2.00\n"
                              "1,2025-03-03 09:00,A,1,3.00\n"
                              "7,2025-03-03 23:59,A,1,1.00\n"
                              "7,2025-03-04 00:01,A,1,1.00\n");
    REQUIRE(first);
    CHECK(first->tickets == 4); // the last went on past midnight
    CHECK(first->days == 3);
    CHECK(first->gross == Money::fromMinor(800));
    const auto next = import("ticket,date,item,quantity,price\n"
                             "1,2025-03-03 09:00,A,1,3.00\n"
                             "1,2025-03-05 09:00,A,5,2.00\n");
    REQUIRE(next);
    CHECK(next->alreadyThere == 1);
    CHECK(next->tickets == 1);
    CHECK(next->gross == Money::fromMinor(1000));
    verify();
}

TEST_CASE_METHOD(
    SalesImport, "a line costs what the other till took, though its code stands for a pack of six here")
{
    const auto cola = addProduct("Cola", 100, "COLA");
    auto details = shop().catalog().details(cola);
    details->fields.codes.push_back({"5449000000996", true, Quantity::fromWhole(6), {}});
    REQUIRE(shop().catalog().change(owner(), cola, details->revision, details->fields));
    const auto report = import("ticket,date,item,quantity,price\n"
                               "1,2025-03-01 09:00,5449000000996,1,5.00\n",
        false);
    REQUIRE(report);
    CHECK(report->gross == Money::fromMinor(500));
    verify();
}
