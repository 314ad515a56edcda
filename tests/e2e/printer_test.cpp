#include "services/test_printer.h"
#include "support/printer_nearby.h"
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

TEST_CASE("a sale by command prints its receipt, or leaves it waiting until the printer is back")
{
    const TillShop shop;
    shop.importProducts();
    shop.openShift();
    const auto port = test::portOfNobody();
    shop.json({"setting", "set", "printer.address", "tcp:127.0.0.1:" + std::to_string(port)});
    const auto sell = [&] { return shop.json({"sell", "--line", "BREAD", "--tender", "cash"}); };
    CHECK(sell().at("print") == "waiting");
    const auto waiting = shop.json({"printer", "jobs"}).at("jobs");
    REQUIRE(waiting.size() == 1);
    CHECK(waiting[0].at("state") == "waiting");
    CHECK(waiting[0].at("receipt") == "A-000001");
    CHECK(shop.failure({"printer", "retry"}, 4) == "PrinterNotReached");

    test::PrinterNearby nearby{port};
    CHECK(shop.json({"printer", "retry"}).at("jobs").empty());
    CHECK(nearby.job(0).transcript.find("A-000001") != std::string::npos);
    CHECK(nearby.job(0).kicks == 0); // its customer is gone
    CHECK(sell().at("print") == "done");
    CHECK(nearby.job(1).kicks == 1);
    CHECK(nearby.job(1).transcript.find("A-000002") != std::string::npos);

    nearby.printer().hangUpAfter(300);
    CHECK(sell().at("print") == "unknown");
    nearby.printer().hangUpAfter(-1);
    const auto unknown = shop.json({"printer", "jobs"}).at("jobs");
    REQUIRE(unknown.size() == 1);
    const auto job = std::to_string(unknown[0].at("job").get<int>());
    const auto before = nearby.jobs();
    CHECK(shop.json({"printer", "retry", job}).at("jobs").empty());
    CHECK(nearby.job(before).transcript.find("COPY 1") != std::string::npos);
    CHECK(shop.failure({"printer", "done", job}, 3) == "PrintNotFound");

    shop.json({"setting", "set", "receipt.print", "never"});
    CHECK(sell().at("print") == "none");
}

TEST_CASE("the drawer opens by command, for a reason")
{
    const TillShop shop;
    CHECK(shop.failure({"printer", "drawer", "--reason", "Change"}, 3) == "PrinterNotSet");
    test::PrinterNearby nearby;
    shop.json({"setting", "set", "printer.address", nearby.address().toText()});
    CHECK(shop.json({"printer", "drawer", "--reason", "Change"}).at("opened") == true);
    CHECK(nearby.job(0).kicks == 1);
}
