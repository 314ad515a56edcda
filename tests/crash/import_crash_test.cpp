#include "faulty_disk.h"
#include "import_files.h"
#include "rehearsal.h"

#include <catch2/catch.hpp>

#include <iostream>

using namespace till;
using test::Fault;
using test::Rehearsal;
using test::ReplayOptions;
using test::Request;
using test::Verdict;

namespace {

void mustBeClean(const Verdict& verdict, const std::string& name)
{
    verdict.print(name);
    INFO(verdict.first);
    CHECK(verdict.isClean());
}

} // namespace

TEST_CASE("a power cut during an import of products leaves all of them or none")
{
    test::SmallShop small;
    const auto file = test::writeProductList(small, 20);
    Rehearsal till{small};
    till.step([&] { REQUIRE(test::importProducts(till.shop(), file)); });
    till.step([&] { test::Cashier{till.shop()}.scan("BIS20"); });
    const auto verdict = till.replay(ReplayOptions{2});
    mustBeClean(verdict, "import of products");
    CHECK(verdict.images > 200);
}

TEST_CASE(
    "a power cut during an import of sales leaves whole days, and the next run goes on where it stopped")
{
    test::SmallShop small;
    const auto file = test::writeTickets(small);
    Rehearsal till{small};
    till.step([&] { REQUIRE(test::importTickets(till.shop(), file)); });
    const auto complete = test::describe(till.shop());
    int resumed = 0;
    const auto verdict = till.replay(ReplayOptions{2}, [&](Shop& shop) {
        if (!test::hasWholeDaysOfTickets(shop)) return false;
        ++resumed;
        return test::importTickets(shop, file).hasValue() && test::describe(shop) == complete &&
               test::findingsOf(shop).empty();
    });
    mustBeClean(verdict, "import of sales");
    std::cout << "import of sales: " << resumed << " images between two days, each resumed" << std::endl;
    CHECK(verdict.images > 200);
    CHECK(resumed > 0);
}

TEST_CASE("whichever disk operation fails during an import of products, all of them are there or none")
{
    const auto kind = GENERATE(Fault::Kind::Error, Fault::Kind::DiskFull);
    const bool persistent = GENERATE(false, true);
    const test::SmallShop small;
    const auto file = test::writeProductList(small, 8);
    Request import;
    import.prepare = [](Shop&) {};
    import.ask = [&](Shop& shop) { return test::importProducts(shop, file); };
    const auto counts = test::failEachOperation(small, import, kind, persistent, 2);
    CHECK(counts.points > 10);
    CHECK((!persistent || counts.refused + counts.unknown > 0));
}

TEST_CASE("whichever disk operation fails during an import of sales, whole days are there, and it can go on")
{
    const bool persistent = GENERATE(false, true);
    const test::SmallShop small;
    const auto file = test::writeTickets(small);
    Request import;
    import.prepare = [](Shop&) {};
    import.ask = [&](Shop& shop) { return test::importTickets(shop, file); };
    import.between = test::hasWholeDaysOfTickets;
    const auto counts = test::failEachOperation(small, import, Fault::Kind::Error, persistent, 3);
    CHECK(counts.points > 10);
}
