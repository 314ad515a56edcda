#include "small_shop.h"
#include "victim.h"

#include "services/receipt_service.h"
#include "support/places.h"
#include "support/skip.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <unistd.h>

#include <iostream>
#include <random>
#include <sstream>

using namespace till;
using std::chrono::microseconds;
using test::Cashier;
using test::Victim;

namespace {

constexpr int kRounds = 20;

microseconds upTo(std::mt19937& random, microseconds most)
{
    return microseconds{std::uniform_int_distribution<std::int64_t>{0, most.count()}(random)};
}

/// Opens at once, so the lock is free; every promise holds; what was acknowledged is there. How many sales
/// there are.
std::size_t look(const ShopOptions& options, const Clock& clock, const std::vector<std::string>& acknowledged)
{
    const auto shop = Shop::open(options, clock);
    INFO((shop ? std::string{} : std::string{toText(shop.error().code)} + " " + shop.error().detail));
    REQUIRE(shop);
    CHECK(test::findingsOf(**shop).empty());
    for (const auto& number : acknowledged) {
        INFO("acknowledged " << number);
        CHECK((*shop)->receipts().byNumber(number));
    }
    ReceiptQuery everything;
    everything.limit = 100'000;
    return (*shop)->receipts().find(everything).size();
}

/// Sells until it is killed; a line on the pipe for every receipt that would begin to print now.
void sellForEver(const test::SmallShop& small, int out)
{
    const auto shop = small.open({}, true);
    for (;;) {
        Cashier cashier{*shop};
        cashier.scan("BAG");
        cashier.scan("3017620422003");
        const auto sale = cashier.pay(5000);
        if (!sale) return;
        const auto line = sale->number + "\n";
        if (::write(out, line.data(), line.size()) < 0) return;
    }
}

} // namespace

TEST_CASE("a till killed at any moment has kept every receipt it began to print, and frees its lock")
{
    const test::SmallShop small;
    std::mt19937 random{20'260'314};
    std::vector<std::string> acknowledged;
    std::size_t sales = 0;
    int unacknowledged = 0;
    for (int round = 0; round < kRounds; ++round) {
        INFO("round " << round);
        auto victim = Victim::fork([&](int out) { sellForEver(small, out); });
        victim.waitForOutput();
        CHECK_FALSE(victim.endsWithin(upTo(random, microseconds{40'000})));
        std::istringstream lines{victim.output()};
        std::size_t told = 0;
        for (std::string number; std::getline(lines, number) && !lines.eof(); ++told)
            acknowledged.push_back(number);
        CHECK(told > 0);
        const auto now = look(small.options(small.file()), small.clock, acknowledged);
        const auto made = now - (round == 0 ? 1 : sales); // one sale was made before
        CHECK(made >= told);
        CHECK(made <= told + 1);
        unacknowledged += made > told ? 1 : 0;
        sales = now;
    }
    std::cout << "kill -9: " << acknowledged.size() << " receipts acknowledged, " << unacknowledged << " of "
              << kRounds << " rounds ended between COMMIT and acknowledgement" << std::endl;
}

TEST_CASE("tillctl killed at any moment has kept every receipt it told of, and frees its lock")
{
    const auto tillctl = test::program("tillctl").string();
    if (::access(tillctl.c_str(), X_OK) != 0) return test::skip("there is no tillctl beside this test");
    const test::SmallShop small;
    auto options = small.options(small.file());
    options.keyFolder = small.folder / "config/tillroll/keys";
    std::filesystem::create_directories(options.keyFolder.parent_path());
    std::filesystem::rename(small.folder / "keys", options.keyFolder);
    const auto sell = [&] {
        return Victim::program({tillctl, "--json", "--shop", small.file().string(), "sell", "--line", "BAG*2",
                                   "--line", "3017620422003", "--tender", "cash"},
            {"XDG_CONFIG_HOME=" + (small.folder / "config").string()});
    };
    std::vector<std::string> acknowledged;
    const auto keep = [&](const std::string& output) {
        const auto told = nlohmann::json::parse(output, nullptr, false);
        if (told.is_object()) acknowledged.push_back(told.at("receipt").get<std::string>());
    };

    const auto begin = std::chrono::steady_clock::now();
    auto first = sell();
    REQUIRE(first.endsWithin(std::chrono::seconds{30}));
    const auto wholeRun = std::chrono::duration_cast<microseconds>(std::chrono::steady_clock::now() - begin);
    keep(first.output());
    REQUIRE(acknowledged.size() == 1);

    std::mt19937 random{5};
    int killed = 0;
    for (int round = 0; round < kRounds; ++round) {
        INFO("round " << round);
        for (int i = 0; i < 3; ++i) {
            auto victim = sell();
            killed += victim.endsWithin(upTo(random, wholeRun * 3 / 2)) ? 0 : 1;
            keep(victim.output());
        }
        look(options, small.clock, acknowledged);
    }
    std::cout << "tillctl: " << killed << " of " << 3 * kRounds << " killed, " << acknowledged.size()
              << " receipts acknowledged, a whole run takes " << wholeRun.count() << " us" << std::endl;
    CHECK(killed > 0);
    CHECK(acknowledged.size() > 1);
}
