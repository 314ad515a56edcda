#include "paper/receipt_document.h"
#include "support/printing_shop.h"
#include "support/pseudo_terminal.h"
#include "support/sample_receipt.h"

#include <algorithm>
#include <array>
#include <future>
#include <memory>

using namespace till;
using test::PrinterNearby;
using test::PrintingShop;

namespace {

std::string giftJob()
{
    const auto& profile = *printerProfile("generic-80");
    return toEscPos(layOut(giftDocument(test::bakeryReceipt(), {}, {}), profile.columns), profile);
}

bool isGift(const TestPrinter::Job& job)
{
    return job.transcript.find("GIFT RECEIPT") != std::string::npos;
}

/// A printer on a cable that takes what it is sent when it is told to, and says nothing.
struct PrinterOnCable {
    PrinterOnCable() { ::fcntl(cable.device, F_SETFL, O_NONBLOCK); }
    std::string address() const { return "serial:" + cable.file; }
    const std::string& take()
    {
        std::array<char, 256> some{};
        const auto count = ::read(cable.device, some.data(), some.size());
        if (count > 0) taken.append(some.data(), static_cast<std::size_t>(count));
        return taken;
    }
    test::PseudoTerminal cable;
    std::string taken;
};

struct LooseShop : PrintingShop {
    ~LooseShop() { shop().printing().rest(); }
    using Told = std::future<Result<>>;
    Told send(const PrinterAddress& to, const std::string& job = giftJob())
    {
        auto promise = std::make_shared<std::promise<Result<>>>();
        auto told = promise->get_future();
        shop().printing().printLoose(to, job, [promise](const Result<>& sent) { promise->set_value(sent); });
        return told;
    }
    static Result<> outcome(Told& told)
    {
        REQUIRE(told.wait_for(std::chrono::seconds{20}) == std::future_status::ready);
        return told.get();
    }
    bool isPrinting()
    {
        const auto jobs = shop().printing().jobs();
        return !jobs.empty() && jobs.front().state == PrintJob::State::Printing;
    }
};

} // namespace

TEST_CASE_METHOD(LooseShop, "a paper that is no receipt comes after those that are printed or wait, whole")
{
    PrinterNearby nearby;
    connectTo(nearby.address());
    work();
    nearby.printer().beSlow(std::chrono::milliseconds{2});
    sell("card");
    sell("card");
    until([&] { return isPrinting(); });
    auto told = send(nearby.address());
    sell("card");
    untilNothingWaits();
    CHECK(outcome(told));
    REQUIRE(isGift(nearby.job(3)));
    for (const auto& job : nearby.all()) CHECK(job.errors.empty());
    CHECK(std::ranges::count_if(nearby.all(), isGift) == 1);
    verify();
}

TEST_CASE_METHOD(LooseShop, "on a cable no paper comes between the bytes of a receipt")
{
    PrinterOnCable printer;
    connectTo(*PrinterAddress::read(printer.address()));
    for (int i = 0; i < 140; ++i) { // longer than what a cable takes at once
        const auto code = "LONG" + std::to_string(i);
        addProduct(std::string(110, 'x') + code, 100, code);
        REQUIRE(shop().carts().ringUp(owner(), {code, {}, {}, {}, {}, {}}));
    }
    work();
    sell("card");
    until([&] { return isPrinting(); });
    auto told = send(*PrinterAddress::read(printer.address()));
    const auto isPrinted = [&] { return printer.take().find("GIFT RECEIPT") != std::string::npos; };
    while (!isPrinted()) shop().printing().pump();
    CHECK(outcome(told));
    CHECK(printer.taken.find("TOTAL") < printer.taken.find("\x1DV"));
    CHECK(printer.taken.find("\x1DV") < printer.taken.find("GIFT RECEIPT"));
}

TEST_CASE_METHOD(
    LooseShop, "a printer that cannot print refuses a loose paper at once, and one that is back has receipts")
{
    PrinterNearby nearby;
    connectTo(nearby.address());
    auto pace = quick();
    pace.firstRetry = pace.longestRetry = pace.betweenLooks = std::chrono::seconds{60};
    work(pace);
    PrinterState state;
    state.paperOut = true;
    nearby.printer().setState(state);
    sell("card");
    until([&] { return shop().printing().status().condition == PrinterCondition::NoPaper; });
    auto refused = send(nearby.address());
    CHECK(outcome(refused).error().code == ErrorCode::PrinterHasNoPaper);
    state = {};
    state.coverOpen = true;
    nearby.printer().setState(state);
    refused = send(nearby.address());
    CHECK(outcome(refused).error().code == ErrorCode::PrinterCoverOpen);
    CHECK(nearby.jobs() == 0);
    nearby.printer().setState({});
    auto told = send(nearby.address());
    untilNothingWaits();
    CHECK(outcome(told));
    CHECK_FALSE(isGift(nearby.job(0)));
    CHECK(isGift(nearby.job(1)));
}

TEST_CASE_METHOD(LooseShop, "a printer is tried out beside the shop's own, and before the shop has one")
{
    PrinterNearby other;
    auto first = send(other.address());
    CHECK(outcome(first));
    CHECK(isGift(other.job(0)));
    PrinterNearby nearby;
    connectTo(nearby.address());
    work();
    sell("card");
    untilNothingWaits();
    auto second = send(other.address());
    CHECK(outcome(second));
    CHECK(isGift(other.job(1)));
    CHECK(nearby.jobs() == 1);
    auto nowhere = send(*PrinterAddress::read("device:/nowhere/lp0"));
    CHECK(outcome(nowhere).error().code == ErrorCode::PrinterNotReached);
    auto pages = send(*PrinterAddress::read("folder:/nowhere"));
    CHECK(outcome(pages).error().code == ErrorCode::PrinterUnknown);
}

TEST_CASE_METHOD(LooseShop, "whoever waits for a loose paper hears of it when the till is closed")
{
    PrinterNearby nearby;
    connectTo(nearby.address());
    work();
    until([&] { return shop().printing().status().condition == PrinterCondition::Ready; });
    nearby.printer().beSlow(std::chrono::milliseconds{100});
    auto first = send(nearby.address());
    auto second = send(nearby.address());
    shop().printing().rest();
    CHECK_FALSE(outcome(first));
    CHECK(outcome(second).error().code == ErrorCode::PrinterNotReached);
}
