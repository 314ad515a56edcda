#include "services/test_printer.h"
#include "support/till_shop.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <future>
#include <iterator>

using namespace till;
using test::TillShop;

TEST_CASE("a test strip goes to the printer that is named, or to the shop's")
{
    const TillShop shop;
    auto printer = std::move(*TestPrinter::open(0, *printerProfile("generic-58")));
    const auto place = "tcp:127.0.0.1:" + std::to_string(printer->port());
    std::vector<TestPrinter::Job> jobs;
    auto served = std::async(std::launch::async, [&] {
        printer->run(
            [&](const TestPrinter::Job& job) { jobs.push_back(job); }, [&] { return jobs.size() == 2; });
    });
    CHECK(shop.failure({"printer", "test"}, 3) == "PrinterNotSet");
    const auto named = shop.json({"printer", "test", "--to", place, "--profile", "generic-58"});
    CHECK(named.at("printer") == place);
    shop.json({"setting", "set", "printer.address", place});
    shop.json({"setting", "set", "printer.profile", "generic-58"});
    CHECK(shop.json({"printer", "test"}).at("profile") == "generic-58");
    served.get();
    REQUIRE(jobs.size() == 2);
    CHECK(jobs[0].transcript == jobs[1].transcript);
    CHECK(jobs[0].errors.empty());
    CHECK(jobs[0].transcript.find("19 CP858") != std::string::npos);
    CHECK(jobs[0].kicks == 0);
}

TEST_CASE("a printer that is not there is said so, with its exit code")
{
    const TillShop shop;
    CHECK(shop.failure({"printer", "test", "--to", "device:/nowhere/lp0"}, 4) == "PrinterNotReached");
    CHECK(shop.failure({"printer", "test", "--to", "tcp:127.0.0.1", "--profile", "laser"}, 2) ==
          "PrinterUnknown");
}

TEST_CASE("the bytes of a receipt are kept for a printer of three widths")
{
    const TillShop shop;
    shop.importProducts();
    shop.openShift();
    shop.json({"sell", "--line", "BREAD", "--tender", "cash=1"});
    for (const auto* width : {"32", "42", "48"}) {
        const auto file = (shop.folder / "receipt.bin").string();
        shop.json({"receipt", "A-000001", "--format", "escpos", "--width", width, "--out", file});
        std::ifstream in{file, std::ios::binary};
        const std::string bytes{std::istreambuf_iterator<char>{in}, {}};
        for (const auto& profile : printerProfiles()) {
            if (std::to_string(profile.columns) != width) continue;
            VirtualPrinter printer{profile};
            printer.take(bytes);
            printer.finish();
            CHECK(printer.errors().empty());
            CHECK(printer.transcript().find("Corner Shop") != std::string::npos);
            CHECK(printer.kicks() == 0); // an old receipt opens no drawer
        }
        std::filesystem::remove(file);
    }
    CHECK(shop.run({"receipt", "A-000001", "--format", "escpos", "--width", "40", "--out", "x"}).exit == 2);
}
