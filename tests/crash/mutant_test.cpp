#include "opened_connections.h"
#include "rehearsal.h"

#include <catch2/catch.hpp>

using namespace till;
using test::Cashier;
using test::Rehearsal;
using test::ReplayOptions;

// The harness itself is on trial: each of these tills breaks the promise in one way, and must be caught.

TEST_CASE("a till that forgets a COMMIT is caught")
{
    test::SmallShop small;
    test::OpenedConnections connections;
    Rehearsal till{small};
    Cashier cashier{till.shop()};
    till.step([&] { cashier.scan("BAG"); });
    test::dropCommits(connections.last());
    till.step([&] { cashier.mustPay(); });
    test::rollBack(connections.last());
    const auto verdict = till.replay(ReplayOptions{});
    verdict.print("dropped COMMIT");
    CHECK(verdict.damaged == 0);
    CHECK(verdict.forgotten > 0);
}

TEST_CASE("a till that says a sale is finished before its COMMIT is caught")
{
    test::SmallShop small;
    Rehearsal till{small};
    Cashier cashier{till.shop()};
    till.step([&] { cashier.scan("BAG"); });
    till.stepTooEarly([&] { cashier.mustPay(); });
    const auto verdict = till.replay(ReplayOptions{});
    verdict.print("acknowledged before COMMIT");
    CHECK(verdict.damaged == 0);
    CHECK(verdict.forgotten > 0);
}

TEST_CASE("a till that shows a scan before its COMMIT is caught")
{
    test::SmallShop small;
    Rehearsal till{small};
    Cashier cashier{till.shop()};
    till.stepTooEarly([&] { cashier.scan("BAG"); });
    const auto verdict = till.replay(ReplayOptions{});
    CHECK(verdict.forgotten > 0);
}

TEST_CASE("a till that does not wait for the disk, synchronous NORMAL, is caught")
{
    test::SmallShop small;
    test::OpenedConnections connections;
    Rehearsal till{small, true};
    test::setSynchronousNormal(connections.last());
    Cashier cashier{till.shop()};
    for (int i = 0; i < 2; ++i) {
        till.step([&] { cashier.scan("BAG"); });
        till.step([&] { cashier.mustPay(); });
    }
    const auto verdict = till.replay(ReplayOptions{});
    verdict.print("synchronous NORMAL");
    CHECK(verdict.damaged == 0);
    CHECK(verdict.forgotten > 0);
}

TEST_CASE("the same till without any mutation passes")
{
    test::SmallShop small;
    test::OpenedConnections connections;
    Rehearsal till{small, true};
    Cashier cashier{till.shop()};
    till.step([&] { cashier.scan("BAG"); });
    till.step([&] { cashier.mustPay(); });
    const auto verdict = till.replay(ReplayOptions{});
    INFO(verdict.first);
    CHECK(verdict.images > 100);
    CHECK(verdict.isClean());
}
