#include "faulty_disk.h"

#include "services/cart_service.h"

#include <catch2/catch.hpp>

#include <iostream>

using namespace till;
using test::Cashier;
using test::Fault;
using test::FaultCounts;
using test::Request;

namespace {

void print(const std::string& name, const FaultCounts& counts)
{
    std::cout << name << ": " << counts.points << " operations failed, " << counts.absorbed << " absorbed, "
              << counts.refused << " refused, " << counts.unknown << " unknown" << std::endl;
}

std::string nameOf(Fault::Kind kind, bool persistent)
{
    const std::string when = persistent ? " for good" : " once";
    switch (kind) {
    case Fault::Kind::Error: return "I/O error" + when;
    case Fault::Kind::DiskFull: return "full disk" + when;
    case Fault::Kind::ShortWrite: return "short write" + when;
    case Fault::Kind::SyncError: return "failed sync" + when;
    }
    return {};
}

Result<> withoutValue(const Result<FinishedSale>& sale)
{
    return sale ? Result<>{} : Result<>{sale.error()};
}

} // namespace

TEST_CASE("whichever disk operation fails while a sale is finished, nobody is told anything untrue, and the "
          "till sells on")
{
    const auto kind =
        GENERATE(Fault::Kind::Error, Fault::Kind::DiskFull, Fault::Kind::ShortWrite, Fault::Kind::SyncError);
    const bool persistent = GENERATE(false, true);
    const test::SmallShop small;
    CartId cart;
    Request sale;
    sale.repeatable = true; // idempotent on the cart's uid
    sale.prepare = [&](Shop& shop) {
        Cashier cashier{shop};
        cashier.scan("BAG");
        cashier.scan("3017620422003");
        cart = cashier.cart();
    };
    sale.ask = [&](Shop& shop) -> Result<> {
        const TenderOffer cash{shop.checkout().tenderType("cash")->id, Money::fromMinor(5000), {}};
        return withoutValue(shop.checkout().finish(shop.owner(), cart, {cash}));
    };
    const auto counts = test::failEachOperation(small, sale, kind, persistent);
    print("finish, " + nameOf(kind, persistent), counts);
    CHECK(counts.points > 0);
    if (kind == Fault::Kind::Error) CHECK(counts.points > 40);
    if (persistent) CHECK(counts.refused + counts.unknown > 0);
}

TEST_CASE("a disk that is full when the customer pays is named as the reason, and the sale is made once "
          "there is room")
{
    auto& disk = test::FaultVfs::instance();
    const test::SmallShop small;
    auto shop = small.open(test::FaultVfs::kName);
    Cashier cashier{*shop};
    cashier.scan("BAG");
    const auto cart = cashier.cart();
    const TenderOffer cash{shop->checkout().tenderType("cash")->id, Money::fromMinor(5000), {}};
    disk.arm({Fault::Kind::DiskFull, 1, true});
    const auto refused = shop->checkout().finish(shop->owner(), cart, {cash});
    disk.disarm();
    REQUIRE_FALSE(refused);
    const auto& said = refused.error();
    CHECK((said.code == ErrorCode::DiskFull ||
           (said.code == ErrorCode::SaleOutcomeUnknown && said.detail == toText(ErrorCode::DiskFull))));
    const auto sold = shop->checkout().finish(shop->owner(), cart, {cash});
    REQUIRE(sold);
    CHECK(shop->checkout().last(shop->facts().till)->document == sold->document);
    CHECK(test::findingsOf(*shop).empty());
}

TEST_CASE("whichever disk operation fails during a cart edit, the cart is as before or as after, and goes on")
{
    const auto kind =
        GENERATE(Fault::Kind::Error, Fault::Kind::DiskFull, Fault::Kind::ShortWrite, Fault::Kind::SyncError);
    const bool persistent = GENERATE(false, true);
    const test::SmallShop small;
    Request scan;
    scan.prepare = [](Shop& shop) { Cashier{shop}.scan("BAG"); };
    scan.ask = [](Shop& shop) -> Result<> {
        RingUp what;
        what.code = "3017620422003";
        const auto line = shop.carts().ringUp(shop.owner(), what);
        return line ? Result<>{} : Result<>{line.error()};
    };
    const auto counts = test::failEachOperation(small, scan, kind, persistent);
    print("scan, " + nameOf(kind, persistent), counts);
    CHECK(counts.points > 0);
    if (kind == Fault::Kind::Error) CHECK(counts.points > 5);
}

TEST_CASE(
    "whichever disk operation fails while a cart is set aside, it waits or is still open, never neither")
{
    const bool persistent = GENERATE(false, true);
    const test::SmallShop small;
    Request hold;
    hold.prepare = [](Shop& shop) { Cashier{shop}.scan("BAG"); };
    hold.ask = [](Shop& shop) { return shop.carts().hold(shop.owner(), Cashier{shop}.cart()); };
    const auto counts = test::failEachOperation(small, hold, Fault::Kind::Error, persistent);
    print("hold, " + nameOf(Fault::Kind::Error, persistent), counts);
    CHECK(counts.points > 5);
}
