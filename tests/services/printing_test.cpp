#include "devices/printer_line.h"
#include "devices/printers_nearby.h"
#include "paper/receipt_document.h"
#include "services/print_service.h"
#include "services/setting_service.h"
#include "support/printer_nearby.h"
#include "support/sample_receipt.h"
#include "support/shop_fixture.h"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include <array>
#include <catch2/catch.hpp>
#include <fstream>

using namespace till;
using test::PrinterNearby;

namespace {

std::string receiptJob()
{
    const auto& profile = *printerProfile("generic-80");
    return toEscPos(
        layOut(receiptDocument(test::bakeryReceipt(), {}, {}), profile.columns), profile, DrawerKick::Pin2);
}

/// Both ends of a line as a printer's cable has them.
struct Cable {
    Cable()
        : printerEnd{::posix_openpt(O_RDWR | O_NOCTTY)}
    {
        REQUIRE(printerEnd >= 0);
        REQUIRE(::grantpt(printerEnd) == 0);
        REQUIRE(::unlockpt(printerEnd) == 0);
        tillEnd = ::ptsname(printerEnd);
    }
    ~Cable() { ::close(printerEnd); }
    Cable(const Cable&) = delete;
    Cable& operator=(const Cable&) = delete;

    int printerEnd;
    std::string tillEnd;
};

} // namespace

TEST_CASE("a receipt goes over the network whole, and the drawer opens once")
{
    PrinterNearby nearby;
    REQUIRE(sendToPrinter(nearby.address(), receiptJob()));
    const auto job = nearby.job(0);
    CHECK(job.errors.empty());
    CHECK(job.kicks == 1);
    CHECK(job.cuts == 1);
    CHECK(job.transcript.find("TOTAL EUR") != std::string::npos);
    CHECK(job.png.substr(1, 3) == "PNG");
}

TEST_CASE("nothing is sent to a printer without paper or with its cover open")
{
    PrinterNearby nearby;
    PrinterState state;
    state.paperOut = true;
    nearby.printer().setState(state);
    CHECK(sendToPrinter(nearby.address(), receiptJob()).error().code == ErrorCode::PrinterHasNoPaper);
    state = {};
    state.coverOpen = true;
    nearby.printer().setState(state);
    CHECK(sendToPrinter(nearby.address(), receiptJob()).error().code == ErrorCode::PrinterCoverOpen);
    nearby.printer().setState({});
    REQUIRE(sendToPrinter(nearby.address(), "Tea\n"));
    CHECK(nearby.job(0).lines == std::vector<std::string>{"Tea"});
    CHECK(nearby.jobs() == 1);
}

TEST_CASE("a printer that is not there is not reached, and one nobody knows neither")
{
    const auto port = test::portOfNobody();
    const auto sent = sendToPrinter(*PrinterAddress::read("tcp:127.0.0.1:" + std::to_string(port)), "Tea\n");
    CHECK(sent.error().code == ErrorCode::PrinterNotReached);
    CHECK_FALSE(sent.error().detail.empty());
    CHECK(sendToPrinter(*PrinterAddress::read("device:/nowhere/lp0"), "Tea\n").error().code ==
          ErrorCode::PrinterNotReached);
    CHECK(sendToPrinter(*PrinterAddress::read("serial:/nowhere/tty0"), "Tea\n").error().code ==
          ErrorCode::PrinterNotReached);
    CHECK_FALSE(std::filesystem::exists("/nowhere"));
}

TEST_CASE("a printer that falls silent in the middle leaves a job whose outcome is unknown")
{
    PrinterNearby nearby;
    nearby.printer().hangUpAfter(2'000);
    const auto line = printerLine(nearby.address());
    const auto result = line->send(std::string(4'000'000, 'x')); // more than any buffer on the way holds
    CHECK(result.sent == Sent::Part);
    CHECK_FALSE(result.why.empty());
}

TEST_CASE("a receipt that was taken in part is not said to be printed, short as it is")
{
    PrinterNearby nearby;
    nearby.printer().hangUpAfter(200);
    const auto sent = sendToPrinter(nearby.address(), receiptJob());
    REQUIRE_FALSE(sent);
    CHECK(sent.error().code == ErrorCode::PrinterStopped);
}

TEST_CASE("a printer on a cable is asked how it is, and one that never answers is trusted")
{
    const auto* kind = GENERATE("device:", "serial:");
    CAPTURE(kind);
    Cable cable;
    const auto address = *PrinterAddress::read(kind + cable.tillEnd);
    const auto line = printerLine(address);
    CHECK(line->look().isReached);
    CHECK_FALSE(line->look().health);
    REQUIRE(line->send("Tea\x1B@").sent == Sent::All);
    std::string arrived;
    while (arrived.find("Tea\x1B@") == std::string::npos) { // behind the question
        std::array<char, 64> some{};
        const auto count = ::read(cable.printerEnd, some.data(), some.size());
        REQUIRE(count > 0);
        arrived.append(some.data(), static_cast<std::size_t>(count));
    }
}

TEST_CASE("addresses of printers are written and read the same way")
{
    for (const auto* text : {"tcp:192.168.1.50:9100", "tcp:printer.local:4000", "device:/dev/usb/lp0",
             "serial:/dev/ttyUSB0:19200", "cups:Receipts", "folder:/home/ana/receipts"})
        CHECK(PrinterAddress::read(text)->toText() == text);
    CHECK(PrinterAddress::read("tcp:printer")->number == 9100);
    CHECK(PrinterAddress::read("serial:/dev/ttyS0")->number == 19'200);
    for (const auto* text : {"", "tcp", "tcp:", "usb:/dev/lp0", "device:lp0", "tcp:printer:70000", "cups:"})
        CHECK(PrinterAddress::read(text).error().code == ErrorCode::SettingInvalid);
}

TEST_CASE_METHOD(
    test::ShopFixture, "a shop without a printer has none, and one that is set up is known again")
{
    CHECK_FALSE(printerSetup(shop().settings()));
    REQUIRE(shop().settings().set(owner(), "printer.address", "tcp:10.0.0.7"));
    REQUIRE(shop().settings().set(owner(), "printer.profile", "generic-58"));
    REQUIRE(shop().settings().set(owner(), "printer.drawer", "pin5"));
    CHECK(shop().settings().set(owner(), "printer.address", "the kitchen").error().code ==
          ErrorCode::SettingInvalid);
    CHECK(
        shop().settings().set(owner(), "printer.profile", "laser").error().code == ErrorCode::SettingInvalid);
    reopen();
    const auto setup = printerSetup(shop().settings());
    REQUIRE(setup);
    CHECK(setup->address.toText() == "tcp:10.0.0.7:9100");
    CHECK(setup->profile.columns == 32);
    CHECK(setup->drawer == DrawerKick::Pin5);
}

TEST_CASE("printers on cables are found by the names the system gives them")
{
    const test::TempFolder devices;
    for (const auto* file : {"usb/lp1", "usb/lp0", "usb/hiddev0", "serial/by-id/usb-Maker_Printer-if00"}) {
        std::filesystem::create_directories((devices.path() / file).parent_path());
        std::ofstream{devices.path() / file} << "";
    }
    std::vector<std::string> found;
    for (const auto& one : printersNearby(devices.path()))
        if (one.kind != PrinterAddress::Kind::Cups) found.push_back(one.toText());
    const auto in = [&](const char* kind, const char* file) {
        return kind + (devices.path() / file).string();
    };
    CHECK(found == std::vector<std::string>{in("device:", "usb/lp0"), in("device:", "usb/lp1"),
                       in("serial:", "serial/by-id/usb-Maker_Printer-if00") + ":19200"});
}

TEST_CASE_METHOD(test::ShopFixture, "the table a strip has shown is the only one that is trusted")
{
    REQUIRE(shop().settings().set(owner(), "printer.address", "tcp:10.0.0.7"));
    REQUIRE(shop().settings().set(owner(), "printer.table", "ISO-8859-15"));
    REQUIRE(shop().settings().set(owner(), "printer.cut", "off"));
    const auto setup = printerSetup(shop().settings());
    REQUIRE(setup->profile.tables.size() == 1);
    CHECK(setup->profile.tables.front().number == 40);
    CHECK_FALSE(setup->profile.cuts);
    REQUIRE(shop().settings().set(owner(), "printer.table", "none"));
    CHECK(printerSetup(shop().settings())->profile.tables.empty());
    CHECK(shop().settings().set(owner(), "printer.table", "CP437").error().code == ErrorCode::SettingInvalid);
}
