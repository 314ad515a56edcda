#include "rehearsal.h"

#include <catch2/catch.hpp>

using namespace till;
using test::Cashier;
using test::Rehearsal;
using test::ReplayOptions;
using test::Verdict;

// One promise for all of these: whatever was acknowledged is found again, whole, after a power cut at any
// moment.

namespace {

void mustBeClean(const Verdict& verdict, const std::string& name)
{
    verdict.print(name);
    INFO(verdict.first);
    CHECK(verdict.damaged == 0);
    CHECK(verdict.broken == 0);
    CHECK(verdict.half == 0);
    CHECK(verdict.forgotten == 0);
}

/// Three scans and cash, each a promise of its own.
void sellQuickly(Rehearsal& till)
{
    Cashier cashier{till.shop()};
    till.step([&] { cashier.scan("BAG"); });
    till.step([&] { cashier.scan("3017620422003"); });
    till.step([&] { cashier.mustPay(2000); });
}

/// A sale with everything that can happen to a cart.
void sellWithSecondThoughts(Rehearsal& till)
{
    Cashier cashier{till.shop()};
    till.step([&] { cashier.scan("BAG"); });
    till.step([&] { cashier.scan("COF"); });
    till.step([&] { cashier.setQuantity(1, 7); });
    till.step([&] { cashier.undo(); });
    till.step([&] { cashier.redo(); });
    till.step([&] { cashier.discountLine(1, 10); });
    till.step([&] { cashier.discountSale(25); });
    till.step([&] { cashier.scan("3017620422003"); });
    till.step([&] { cashier.remove(2); });
    till.step([&] { cashier.hold(); });
    till.step([&] { cashier.scan("COF"); });
    till.step([&] { cashier.mustPay(); });
    till.step([&] { cashier.recallFirst(); });
    till.step([&] { cashier.mustPay(10'000); });
}

} // namespace

TEST_CASE("no power cut loses a sale or a scan, or leaves half of one: quick sales")
{
    test::SmallShop small;
    Rehearsal till{small};
    for (int i = 0; i < 12; ++i) sellQuickly(till);
    const auto verdict = till.replay(ReplayOptions{});
    mustBeClean(verdict, "quick sales");
    CHECK(verdict.images > 5500);
}

TEST_CASE("no power cut loses a sale or a scan, or leaves half of one: carts with second thoughts")
{
    test::SmallShop small;
    Rehearsal till{small};
    for (int i = 0; i < 5; ++i) sellWithSecondThoughts(till);
    const auto verdict = till.replay(ReplayOptions{});
    mustBeClean(verdict, "second thoughts");
    CHECK(verdict.images > 5500);
}

TEST_CASE("no power cut loses a sale or a scan while the log is moved into the file by a thread beside it")
{
    test::SmallShop small;
    Rehearsal till{small, true};
    sellWithSecondThoughts(till);
    for (int i = 0; i < 3; ++i) sellQuickly(till);
    const auto verdict = till.replay(ReplayOptions{2, 4711});
    mustBeClean(verdict, "checkpoints on a thread");
    CHECK(verdict.images > 1000);
}
