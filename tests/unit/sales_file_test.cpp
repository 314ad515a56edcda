#include "exchange/sales_file.h"

#include "base/decimal.h"
#include "support/places.h"
#include "support/scratch_folder.h"
#include "support/skip.h"

#include <catch2/catch.hpp>

#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

using namespace till;

namespace {

struct Outcome {
    std::vector<TicketLine> rows;
    std::vector<std::string> problems; ///< "line code detail"
};

Outcome outcomeOf(SalesFile& file)
{
    Outcome outcome;
    for (;;) {
        auto entry = file.next();
        REQUIRE(entry);
        if (!*entry) return outcome;
        if (auto* row = std::get_if<TicketLine>(&**entry)) outcome.rows.push_back(std::move(*row));
        if (const auto* problem = std::get_if<RowProblem>(&**entry)) {
            outcome.problems.push_back(std::to_string(problem->line) + " " +
                                       std::string{toText(problem->code)} + " " + problem->detail);
        }
    }
}

Outcome outcomeOf(std::string text, const SalesFileOptions& options = {})
{
    auto file = SalesFile::fromMemory(std::move(text), options);
    REQUIRE(file);
    return outcomeOf(*file);
}

} // namespace

TEST_CASE("another system's tickets come out line by line with their own times")
{
    const auto [rows, problems] =
        outcomeOf("\"InvoiceNo\",\"StockCode\",\"Description\",\"Quantity\",\"InvoiceDate\",\"UnitPrice\","
                  "\"CustomerID\"\n"
                  "\"536365\",\"85123A\",\"WHITE HEART\",\"6\",\"2010-12-01 08:26:00\",\"2.55\",\"17850\"\n"
                  "\"C536379\",\"D\",\"\",\"-1\",\"2010-12-01 09:41:30\",\"0.001\",\"\"\n");
    CHECK(problems.empty());
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].ticket == "536365");
    CHECK(rows[0].item == "85123A");
    CHECK(rows[0].name == "WHITE HEART");
    CHECK(formatUnitPrice(rows[0].price, 2) == "2.55");
    CHECK(rows[1].quantity.thousandths() == -1'000);
    CHECK(rows[1].price.hundredths() == 10);
    CHECK(rows[1].name.empty());
    CHECK(rows[1].at.local - rows[0].at.local == std::chrono::seconds{4530});
}

TEST_CASE("date and time in two columns, a tender and decimal commas")
{
    const auto [rows, problems] =
        outcomeOf("Datum;Uhrzeit;Bon-Nr;Artikelnummer;Bezeichnung;Menge;Preis;Zahlart\n"
                  "31.12.2025;23:59;17;BR1;Brot;1,5;3,20 \u20AC;Bar\n");
    CHECK(problems.empty());
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].quantity.thousandths() == 1'500);
    CHECK(formatUnitPrice(rows[0].price, 2) == "3.20");
    CHECK(rows[0].tender == "Bar");
    CHECK(rows[0].at.local.time_since_epoch() % std::chrono::days{1} ==
          std::chrono::hours{23} + std::chrono::minutes{59});
}

TEST_CASE("a line that cannot be placed is told with its line, never dropped")
{
    const auto [rows, problems] =
        outcomeOf("date,ticket,item,name,quantity,price\n"
                  "2026-01-02,,A,Tea,1,1.00\n2026-01-02,1,,Tea,1,1.00\n,1,A,Tea,1,1.00\n"
                  "2026-02-30,1,A,Tea,1,1.00\n2026-01-02,1,A,Tea,one,1.00\n2026-01-02,1,A,Tea,1,-5.00\n"
                  "2026-01-02,1,A,Tea,1,1.00\n2026-01-02,1,A,Tea, milk,1,1.00\n2026-01-02,1,A");
    CHECK(rows.size() == 1);
    CHECK(problems == std::vector<std::string>{"2 ImportValueMissing ticket: ", "3 ImportValueMissing item: ",
                          "4 ImportValueMissing date: ", "5 ImportDateInvalid date: 2026-02-30",
                          "6 NumberInvalid quantity: one", "7 PriceInvalid price: -5.00",
                          "9 ImportRowRagged 7", "10 ImportRowRagged 3"});
}

TEST_CASE("the order of day and month is the column's, and asked for when no row shows it")
{
    const std::string header = "date,ticket,item,quantity,price\n";
    const auto decided = outcomeOf(header + "1/2/2026 8:00,1,A,1,1\n1/13/2026 8:00,2,A,1,1\n");
    REQUIRE(decided.rows.size() == 2);
    CHECK(decided.rows[1].at.local - decided.rows[0].at.local == std::chrono::days{11});
    const auto open = outcomeOf(header + "1/2/2026 8:00,1,A,1,1\n");
    CHECK(open.problems == std::vector<std::string>{"2 ImportDateAmbiguous date: 1/2/2026 8:00"});
    SalesFileOptions answered;
    answered.dateOrder = DateOrder::DayFirst;
    CHECK(outcomeOf(header + "1/2/2026 8:00,1,A,1,1\n", answered).rows.size() == 1);
}

TEST_CASE("columns are found by name, by hand, or missed by name")
{
    SalesFileOptions options;
    options.map = {{"item", "Title"}, {"ticket", "#1"}};
    CHECK(outcomeOf("No,Title,Date,Qty,Price\n1,Tea,2026-01-02,1,1.00\n", options).rows.at(0).item == "Tea");
    const auto missing = SalesFile::fromMemory("date,ticket,item,quantity\n1,2,3,4\n");
    REQUIRE_FALSE(missing);
    CHECK(missing.error().code == ErrorCode::ImportColumnMissing);
    CHECK(missing.error().detail == "price");
    options.map = {{"colour", "x"}};
    CHECK(SalesFile::fromMemory("a\n1\n", options).error().code == ErrorCode::ImportFieldUnknown);
    options.map = {{"item", "x"}};
    CHECK(SalesFile::fromMemory("a\n1\n", options).error().code == ErrorCode::ImportColumnUnknown);
}

TEST_CASE("a second pass gives the same lines")
{
    auto file =
        SalesFile::fromMemory("date,ticket,item,quantity,price\n2026-01-02,1,A,1,1\n2026-01-02,1,B,1,1\n");
    REQUIRE(file);
    CHECK(outcomeOf(*file).rows.size() == 2);
    CHECK(file->rows() == 2);
    REQUIRE(file->rewind());
    const auto again = outcomeOf(*file);
    REQUIRE(again.rows.size() == 2);
    CHECK(again.rows[1].item == "B");
    CHECK(again.rows[1].line == 3);
}

TEST_CASE("half a million real sale lines give all but the two with negative prices")
{
    const auto packed = test::sharedFile("data/online_retail.csv.xz");
    if (!std::filesystem::exists(packed)) return test::skip("the sales data is not beside the sources");
    const test::ScratchFolder folder;
    const auto path = folder / "online_retail.csv";
    const auto command = "xz -dc '" + packed.string() + "' > '" + path.string() + "'";
    if (std::system(command.c_str()) != 0) return test::skip("xz is not installed");
    auto file = SalesFile::open(path);
    REQUIRE(file);
    const auto [rows, problems] = outcomeOf(*file);
    CHECK(rows.size() == 541'907);
    CHECK(problems == std::vector<std::string>{"299985 PriceInvalid UnitPrice: -11062.06",
                          "299986 PriceInvalid UnitPrice: -11062.06"});
}
