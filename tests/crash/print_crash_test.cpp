#include "small_shop.h"
#include "victim.h"

#include "services/print_service.h"
#include "services/receipt_service.h"
#include "services/setting_service.h"
#include "support/printer_nearby.h"

#include <catch2/catch.hpp>

#include <unistd.h>

#include <map>
#include <random>

using namespace till;
using std::chrono::milliseconds;
using test::Cashier;
using test::Victim;

namespace {

constexpr int kRounds = 12;
constexpr PrintPace kQuick{
    milliseconds{50}, milliseconds{10}, milliseconds{20}, milliseconds{1000}, milliseconds{500}};

/// Sells and prints until it is killed; a byte for every sale.
void sellAndPrint(const test::SmallShop& small, int out)
{
    const auto shop = small.open({}, true);
    shop->printing().work({}, kQuick);
    for (;;) {
        Cashier cashier{*shop};
        cashier.scan("BAG");
        if (!cashier.pay(500)) return;
        if (::write(out, ".", 1) < 0) return;
        shop->printing().printWaiting(milliseconds{20});
    }
}

/// How often each original was begun on paper.
void count(const std::vector<TestPrinter::Job>& jobs, std::map<std::string, int>& begun)
{
    for (const auto& job : jobs) {
        const auto at = job.transcript.find("Sale A-");
        if (at != std::string::npos) ++begun[job.transcript.substr(at + 5, 8)];
    }
}

} // namespace

TEST_CASE("a till killed while it prints begins no receipt twice by itself, and forgets none")
{
    const test::SmallShop small;
    const auto port = test::portOfNobody();
    {
        const auto shop = small.open();
        REQUIRE(
            shop->settings().set(shop->owner(), "printer.address", "tcp:127.0.0.1:" + std::to_string(port)));
    }
    std::mt19937 random{20'261'129};
    std::map<std::string, int> begun;
    std::size_t inDoubt = 0;
    for (int round = 0; round < kRounds; ++round) {
        INFO("round " << round);
        auto victim = Victim::fork([&](int out) { sellAndPrint(small, out); });
        {
            test::PrinterNearby nearby{port};
            nearby.printer().beSlow(milliseconds{1});
            victim.waitForOutput();
            CHECK_FALSE(victim.endsWithin(std::chrono::microseconds{random() % 150'000}));
            const auto shop = small.open();
            CHECK(test::findingsOf(*shop).empty());
            shop->printing().work({}, kQuick);
            shop->printing().printWaiting(std::chrono::seconds{20});
            CHECK(shop->printing().status().waiting == 0);
            shop->printing().rest();
            for (const auto& job : shop->printing().jobs()) {
                CHECK(job.state == PrintJob::State::Unknown);
                REQUIRE(shop->printing().confirm(shop->owner(), job.id));
                ++inDoubt;
                ++begun[job.number + "?"];
            }
            nearby.printer().beSlow({});
            count(nearby.all(), begun);
        }
    }
    const auto shop = small.open();
    ReceiptQuery everything;
    everything.limit = 100'000;
    for (const auto& sale : shop->receipts().find(everything)) {
        if (sale.number == "A-000001") continue; // of before there was a printer
        INFO(sale.number);
        const auto times = begun[sale.number];
        CHECK(times <= 1);
        CHECK((times == 1 || begun[sale.number + "?"] == 1));
    }
    CHECK(inDoubt <= kRounds);
}
