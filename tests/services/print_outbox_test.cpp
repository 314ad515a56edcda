#include "services/receipt_service.h"
#include "support/printing_shop.h"
#include "support/shop_rows.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>

using namespace till;
using test::PrinterNearby;
using test::PrintingShop;

namespace {

std::size_t position(const std::string& text, const char* word)
{
    return text.find(word);
}

int receiptsOf(const std::vector<TestPrinter::Job>& jobs, const std::string& number)
{
    return static_cast<int>(std::ranges::count_if(
        jobs, [&](const auto& job) { return job.transcript.find("Sale " + number) != std::string::npos; }));
}

int kicksOf(const std::vector<TestPrinter::Job>& jobs)
{
    int kicks = 0;
    for (const auto& job : jobs) kicks += job.kicks;
    return kicks;
}

std::size_t recordsOf(const PrintingShop& shop, const std::string& type)
{
    const auto query =
        "SELECT j.id FROM journal j JOIN journal_type t ON t.id = j.type_id WHERE t.code = '" + type + "'";
    return test::rowsOf(shop.options().file, query, 1).size();
}

struct WithPrinter : PrintingShop {
    WithPrinter()
    {
        connectTo(nearby.address());
        work();
    }
    ~WithPrinter() { shop().printing().rest(); }
    PrinterNearby nearby;
};

} // namespace

TEST_CASE_METHOD(PrintingShop, "a shop without a printer writes no order that anybody would wait for")
{
    work();
    const auto sale = sell();
    CHECK(shop().printing().jobs().empty());
    CHECK(shop().printing().status().condition == PrinterCondition::NotSet);
    CHECK(shop().printing().print(owner(), sale.document).error().code == ErrorCode::PrinterNotSet);
    CHECK(shop().printing().openDrawer(owner(), "Change").error().code == ErrorCode::PrinterNotSet);
}

TEST_CASE_METHOD(WithPrinter, "a cash sale opens the drawer and then prints its receipt, once")
{
    const auto sale = sell();
    untilNothingWaits();
    const auto job = nearby.job(0);
    CHECK(job.errors.empty());
    CHECK(job.kicks == 1);
    CHECK(position(job.transcript, "[drawer") < position(job.transcript, "Corner Bakery"));
    CHECK(receiptsOf(nearby.all(), sale.number) == 1);
    CHECK(job.transcript.find("COPY") == std::string::npos);
    CHECK(shop().printing().jobs().empty());
    CHECK(shop().printing().status().condition == PrinterCondition::Ready);
    reopen();
    CHECK(shop().printing().jobs().empty());
    verify();
}

TEST_CASE_METHOD(WithPrinter, "a card sale opens no drawer")
{
    sell("card");
    untilNothingWaits();
    CHECK(nearby.job(0).kicks == 0);
}

TEST_CASE_METHOD(
    WithPrinter, "where paper is asked for the drawer opens alone, and the receipt comes when it is wanted")
{
    set("receipt.print", "ask");
    const auto sale = sell();
    CHECK(shop().printing().jobs().empty());
    CHECK(nearby.job(0).lines.empty());
    CHECK(nearby.job(0).kicks == 1);
    REQUIRE(shop().printing().print(owner(), sale.document));
    untilNothingWaits();
    CHECK(nearby.job(1).kicks == 0);
    CHECK(nearby.job(1).transcript.find("COPY") == std::string::npos);
    CHECK(receiptsOf(nearby.all(), sale.number) == 1);
    const auto again = shop().printing().print(owner(), sale.document);
    REQUIRE(again);
    CHECK(again->copy == 1);
    untilNothingWaits();
    CHECK(nearby.job(2).transcript.find("COPY 1") != std::string::npos);
    CHECK(recordsOf(*this, "REPRINT") == 1);
}

TEST_CASE_METHOD(
    WithPrinter, "a printer without paper keeps receipts waiting, says so, and opens no drawer later")
{
    PrinterState state;
    state.paperOut = true;
    nearby.printer().setState(state);
    int stuck = 0;
    const auto listening = shop().printing().drawerStuck.subscribe([&] { ++stuck; });
    const auto first = sell();
    const auto second = sell();
    until([&] { return shop().printing().status().condition == PrinterCondition::NoPaper && stuck == 2; });
    CHECK(shop().printing().status().waiting == 2);
    nearby.printer().setState({});
    untilNothingWaits();
    CHECK(receiptsOf(nearby.all(), first.number) == 1);
    CHECK(receiptsOf(nearby.all(), second.number) == 1);
    CHECK(position(nearby.job(0).transcript, first.number.c_str()) != std::string::npos);
    CHECK(kicksOf(nearby.all()) == 0);
    CHECK(stuck == 2);
}

TEST_CASE_METHOD(
    PrintingShop, "receipts of an unplugged printer print once when it is back, also after a new start")
{
    const auto port = test::portOfNobody();
    connectTo(*PrinterAddress::read("tcp:127.0.0.1:" + std::to_string(port)));
    work();
    const auto sale = sell();
    until([&] { return shop().printing().status().condition == PrinterCondition::NotReached; });
    CHECK(shop().printing().status().waiting == 1);
    CHECK_FALSE(shop().printing().status().why.empty());
    reopen();
    REQUIRE(shop().printing().jobs().size() == 1);
    CHECK(shop().printing().jobs().front().state == PrintJob::State::Waiting);
    PrinterNearby nearby{port};
    work();
    untilNothingWaits();
    nearby.job(0);
    shop().printing().rest();
    CHECK(receiptsOf(nearby.all(), sale.number) == 1);
    CHECK(kicksOf(nearby.all()) == 0); // the customer is gone
}

TEST_CASE_METHOD(
    WithPrinter, "wherever a printer stops, the sale is there once and the receipt is printed or in doubt")
{
    untilNothingWaits();
    sell("card");
    untilNothingWaits();
    const auto after = GENERATE(0, 1, 2, 3, 5, 8, 9, 10, 20, 47, 100, 200, 333, 500, 700, 900, 5'000);
    CAPTURE(after);
    nearby.printer().hangUpAfter(after);
    const auto sale = sell();
    until([&] {
        const auto jobs = shop().printing().jobs();
        return jobs.empty() || jobs.front().state == PrintJob::State::Unknown ||
               shop().printing().status().condition == PrinterCondition::NotReached;
    });
    nearby.printer().hangUpAfter(-1);
    until([&] {
        const auto jobs = shop().printing().jobs();
        return jobs.empty() || jobs.front().state == PrintJob::State::Unknown;
    });
    ReceiptQuery everything;
    CHECK(shop().receipts().find(everything).size() == 2);
    CHECK(kicksOf(nearby.all()) <= 1);
    const auto jobs = shop().printing().jobs();
    if (jobs.empty()) {
        CHECK(receiptsOf(nearby.all(), sale.number) == 1);
    } else {
        REQUIRE(jobs.size() == 1);
        CHECK(jobs.front().number == sale.number);
        CHECK(recordsOf(*this, "PRINT_UNKNOWN") == 1);
        const auto printedSoFar = nearby.jobs();
        reopen(); // a new start prints nothing by itself
        work();
        until([&] { return shop().printing().status().condition == PrinterCondition::Ready; });
        CHECK(nearby.jobs() == printedSoFar);
        const auto copy = shop().printing().printAgain(owner(), jobs.front().id);
        REQUIRE(copy);
        CHECK(copy->copy == 1);
        untilNothingWaits();
        CHECK(shop().printing().jobs().empty());
        CHECK(nearby.job(printedSoFar).transcript.find("COPY 1") != std::string::npos);
        CHECK(nearby.job(printedSoFar).kicks == 0);
        CHECK(
            shop().printing().printAgain(owner(), jobs.front().id).error().code == ErrorCode::PrintNotFound);
    }
    verify();
}

TEST_CASE_METHOD(WithPrinter, "somebody who has seen the paper says so, and nothing is printed again")
{
    nearby.printer().hangUpAfter(300);
    sell();
    until([&] { return shop().printing().status().unknown == 1; });
    nearby.printer().hangUpAfter(-1);
    const auto printed = nearby.jobs();
    const auto job = shop().printing().jobs().front();
    REQUIRE(shop().printing().confirm(owner(), job.id));
    CHECK(shop().printing().jobs().empty());
    CHECK(shop().printing().confirm(owner(), job.id).error().code == ErrorCode::PrintNotFound);
    CHECK(nearby.jobs() == printed);
    CHECK(recordsOf(*this, "PRINT_UNKNOWN") == 2);
    verify();
}

TEST_CASE_METHOD(
    WithPrinter, "what was begun is never a first print again, also when nobody wanted it any more")
{
    nearby.printer().hangUpAfter(300);
    const auto sale = sell();
    until([&] { return shop().printing().status().unknown == 1; });
    nearby.printer().hangUpAfter(-1);
    REQUIRE(shop().printing().discard(owner(), shop().printing().jobs().front().id));
    CHECK(shop().printing().jobs().empty());
    const auto printed = nearby.jobs();
    const auto again = shop().printing().print(owner(), sale.document);
    REQUIRE(again);
    CHECK(again->copy == 1);
    untilNothingWaits();
    CHECK(nearby.job(printed).transcript.find("COPY 1") != std::string::npos);
    CHECK(recordsOf(*this, "REPRINT") == 1);
    verify();
}

TEST_CASE_METHOD(PrintingShop, "an order nobody wants any more is not printed when the printer is back")
{
    const auto port = test::portOfNobody();
    connectTo(*PrinterAddress::read("tcp:127.0.0.1:" + std::to_string(port)));
    work();
    sell();
    const auto wanted = sell();
    until([&] { return shop().printing().status().condition == PrinterCondition::NotReached; });
    REQUIRE(shop().printing().discard(owner(), shop().printing().jobs().front().id));
    PrinterNearby nearby{port};
    shop().printing().look();
    untilNothingWaits();
    nearby.job(0);
    shop().printing().rest();
    CHECK(nearby.jobs() == 1);
    CHECK(receiptsOf(nearby.all(), wanted.number) == 1);
}

TEST_CASE_METHOD(WithPrinter, "a slow printer gets its receipts one after the other, whole")
{
    nearby.printer().beSlow(std::chrono::milliseconds{2});
    const std::array sales{sell(), sell(), sell()};
    untilNothingWaits();
    nearby.job(sales.size() - 1);
    for (const auto& sale : sales) CHECK(receiptsOf(nearby.all(), sale.number) == 1);
    for (const auto& job : nearby.all()) CHECK(job.errors.empty());
}

TEST_CASE_METHOD(PrintingShop, "closing a till whose printer hangs does not wait for it")
{
    PrinterNearby nearby;
    connectTo(nearby.address());
    work();
    until([&] { return shop().printing().status().condition == PrinterCondition::Ready; });
    nearby.printer().hang(true);
    const auto sale = sell();
    const auto begin = std::chrono::steady_clock::now();
    reopen();
    CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds{3});
    REQUIRE(shop().printing().jobs().size() == 1);
    CHECK(shop().printing().jobs().front().number == sale.number);
    nearby.printer().hang(false);
}

TEST_CASE_METHOD(WithPrinter, "the drawer opens without a sale for a reason, which stands in the journal")
{
    CHECK(shop().printing().openDrawer(owner(), " ").error().code == ErrorCode::ReasonNeeded);
    REQUIRE(shop().printing().openDrawer(owner(), "Change"));
    CHECK(nearby.job(0).kicks == 1);
    CHECK(nearby.job(0).lines.empty());
    CHECK(recordsOf(*this, "NO_SALE") == 1);
    set("printer.drawer", "none");
    const auto refused = shop().printing().openDrawer(owner(), "Change");
    CHECK(refused.error().code == ErrorCode::PrinterNotSet);
    CHECK(refused.error().detail == "drawer");
    CHECK(recordsOf(*this, "NO_SALE") == 1);
    verify();
}

TEST_CASE_METHOD(PrintingShop, "a folder gets a PDF for each paper, and none is written over")
{
    const auto place = folder.path() / "paper";
    connectTo(*PrinterAddress::read("folder:" + place.string()));
    work();
    const auto sale = sell();
    until([&] { return shop().printing().status().condition == PrinterCondition::NotReached; });
    std::filesystem::create_directory(place);
    std::ofstream{place / (sale.number + ".pdf")} << "somebody's";
    shop().printing().look();
    untilNothingWaits();
    CHECK(std::filesystem::file_size(place / (sale.number + ".pdf")) == 10);
    std::ifstream made{place / (sale.number + " (2).pdf")};
    std::string head(4, ' ');
    made.read(head.data(), 4);
    CHECK(head == "%PDF");
    REQUIRE(shop().printing().print(owner(), sale.document));
    untilNothingWaits();
    CHECK(std::filesystem::exists(place / (sale.number + " copy 1.pdf")));
    CHECK(std::distance(std::filesystem::directory_iterator{place}, {}) == 3);
    CHECK(shop().printing().openDrawer(owner(), "Change").error().detail == "drawer");
}
