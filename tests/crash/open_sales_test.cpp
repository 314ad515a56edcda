#include "small_shop.h"
#include "victim.h"

#include "services/cart_service.h"

#include <catch2/catch.hpp>

#include <unistd.h>

#include <random>
#include <sstream>

using namespace till;
using test::Cashier;
using test::Victim;

namespace {

std::vector<CartId> openSales(Shop& shop)
{
    return shop.carts().openIds(shop.facts().till);
}

/// "front lines": the sale in front and how many lines stand in all of them, as the till would show it now.
std::string seen(Shop& shop)
{
    const auto front = shop.carts().current(shop.facts().till);
    int pieces = 0;
    for (const auto id : openSales(shop)) {
        const auto open = shop.carts().find(id);
        if (!open) continue;
        for (const auto& line : open->cart.lines)
            pieces += static_cast<int>(line.quantity.thousandths() / 1000);
    }
    return std::to_string(front ? front->cart.id.value : 0) + " " + std::to_string(pieces);
}

/// Rings up into three sales in turn until it is killed; a line on the pipe for every scan that is on screen.
void serveThree(const test::SmallShop& small, int out)
{
    const auto shop = small.open({}, true);
    auto& carts = shop->carts();
    for (int i = 0;; ++i) {
        const auto ids = openSales(*shop);
        const auto next = i < 3 ? CartId{} : ids[static_cast<std::size_t>(i) % ids.size()];
        if (!carts.bringToFront(shop->owner(), next)) return;
        Cashier{*shop}.scan("BAG");
        const auto told = seen(*shop) + "\n";
        if (::write(out, told.data(), told.size()) < 0) return;
    }
}

} // namespace

TEST_CASE("a till killed between customers has every open sale again, and the one in front")
{
    std::mt19937 random{20'261'129};
    for (int round = 0; round < 5; ++round) {
        INFO("round " << round);
        const test::SmallShop small;
        const auto before = openSales(*small.open()).size(); // what the shop was left with
        auto victim = Victim::fork([&](int out) { serveThree(small, out); });
        victim.waitForOutput();
        const auto patience = std::uniform_int_distribution<std::int64_t>{5'000, 40'000}(random);
        CHECK_FALSE(victim.endsWithin(std::chrono::microseconds{patience}));
        std::istringstream lines{victim.output()};
        std::int64_t front = 0;
        int pieces = 0;
        while (lines >> front >> pieces) {
        }
        REQUIRE(pieces > 0);
        const auto shop = small.open();
        CHECK(test::findingsOf(*shop).empty());
        std::istringstream now{seen(*shop)};
        std::int64_t frontNow = 0;
        int piecesNow = 0;
        now >> frontNow >> piecesNow;
        // What was told is there; the step that was under way is there whole, or not at all.
        CHECK(piecesNow >= pieces);
        CHECK(piecesNow <= pieces + 1);
        if (piecesNow == pieces && openSales(*shop).size() == 1) CHECK(frontNow == front);
        CHECK(openSales(*shop).size() <= before + 3);
    }
}
