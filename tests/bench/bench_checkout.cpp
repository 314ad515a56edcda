#include "bare_shop.h"
#include "big_shop.h"
#include "samples.h"

#include "services/cart_service.h"
#include "services/catalog_service.h"
#include "services/checkout_service.h"
#include "services/print_service.h"
#include "services/setting_service.h"
#include "services/shift_service.h"
#include "services/test_printer.h"

#include <atomic>
#include <cstdlib>
#include <thread>

using namespace till;
using namespace till::bench;

namespace {

constexpr int kScans = 2000;
constexpr int kLinesPerCart = 20;

std::unique_ptr<Shop> openForSelling(const std::filesystem::path& file, const Clock& clock)
{
    auto shop = Shop::open(optionsFor(file), clock);
    if (!shop) std::abort();
    if (!(*shop)->shifts().open((*shop)->facts().till)) {
        if (!(*shop)->shifts().start((*shop)->owner(), Money{})) std::abort();
    }
    return std::move(*shop);
}

} // namespace

/// From the code of a scan to the line on disk; the bare loop in the same run on a copy of the same file.
static void scanToCommittedLine(benchmark::State& state)
{
    const auto products = state.range(0);
    const SystemClock clock;
    Samples ours;
    Samples bare;
    for (auto _ : state) {
        auto file = copyOfBigShop(products, 0);
        {
            auto shop = openForSelling(file, clock);
            const auto owner = shop->owner();
            Draw draw{7};
            for (int i = 0; i < kScans + 50; ++i) {
                const RingUp what{productCode(draw.product(products)), {}, {}, {}, {}, {}};
                Samples warmUp;
                (i < 50 ? warmUp : ours).measure([&] {
                    if (!shop->carts().ringUp(owner, what)) std::abort();
                });
                if (i % kLinesPerCart == kLinesPerCart - 1) {
                    const auto cart = shop->carts().current(shop->facts().till)->cart.id;
                    if (!shop->carts().abandon(owner, cart, "")) std::abort();
                    shop->waitForBackgroundWork(); // the next customer needs longer than the worker
                }
            }
        }
        file = copyOfBigShop(products, 0);
        {
            BareShop shop{file};
            Draw draw{7};
            for (int i = 0; i < kScans + 50; ++i) {
                const auto code = productCode(draw.product(products));
                Samples warmUp;
                (i < 50 ? warmUp : bare).measure([&] { shop.scan(code); });
                if (i % kLinesPerCart == kLinesPerCart - 1) {
                    shop.emptyCart();
                    shop.checkpoint();
                }
            }
        }
        removeShop(file);
    }
    ours.report(state, "scan");
    bare.report(state, "bare");
    reportRatio(state, "scan", ours, bare);
}
BENCHMARK(scanToCommittedLine)
    ->Arg(1'000)
    ->Arg(100'000)
    ->Arg(1'000'000)
    ->Iterations(1)
    ->Unit(benchmark::kMillisecond);

/// A cart of five lines becomes a sale, on disk with all that belongs to it, in a file that holds years of
/// them: what the till does when the drawer opens.
static void finishFiveLines(benchmark::State& state)
{
    constexpr std::int64_t kProducts = 100'000;
    const auto lines = sizeFromEnvironment("TILL_BENCH_LINES", 10'000'000);
    const SystemClock clock;
    Samples ours;
    Samples bare;
    for (auto _ : state) {
        auto file = copyOfBigShop(kProducts, lines);
        {
            auto shop = openForSelling(file, clock);
            const auto owner = shop->owner();
            const auto cash = shop->checkout().tenderType("cash")->id;
            Draw draw{11};
            for (int i = 0; i < kScans + 50; ++i) {
                for (int n = 0; n < 5; ++n) {
                    const RingUp what{{}, ProductId{draw.product(kProducts)}, {}, {}, {}, {}};
                    if (!shop->carts().ringUp(owner, what)) std::abort();
                }
                const auto cart = shop->carts().current(owner.till)->cart.id;
                Samples warmUp;
                (i < 50 ? warmUp : ours).measure([&] {
                    if (!shop->checkout().finish(owner, cart, {{cash, {}, {}}})) std::abort();
                });
                shop->waitForBackgroundWork(); // the next customer needs longer than the worker
            }
        }
        file = copyOfBigShop(kProducts, lines);
        {
            BareShop shop{file};
            Draw draw{11};
            for (int i = 0; i < kScans + 50; ++i) {
                std::vector<std::int64_t> products;
                for (int n = 0; n < 5; ++n) {
                    products.push_back(draw.product(kProducts));
                    shop.scan(productCode(products.back()));
                }
                Samples warmUp;
                (i < 50 ? warmUp : bare).measure([&] { shop.sell(products); });
                shop.checkpoint();
            }
        }
        removeShop(file);
    }
    ours.report(state, "sale");
    bare.report(state, "bare");
    reportRatio(state, "sale", ours, bare);
}
BENCHMARK(finishFiveLines)->Iterations(1)->Unit(benchmark::kMillisecond);

/// Paying with a receipt printer set up: nobody there, one that hangs, one that gives up in the middle. The
/// sale writes its order and goes on; the printer's thread is at it all the while.
static void payWithPrinter(benchmark::State& state, const char* how)
{
    constexpr std::int64_t kProducts = 1'000;
    constexpr int kSales = 500;
    const SystemClock clock;
    const std::string_view kind = how;
    auto printer = std::move(*TestPrinter::open(0, *printerProfile("generic-80")));
    printer->hang(kind == "hanging");
    printer->beSlow(std::chrono::milliseconds{kind == "slow" ? 50 : 0});
    printer->hangUpAfter(kind == "failing" ? 300 : -1);
    const auto address = kind == "none" ? std::string{} : "tcp:127.0.0.1:" + std::to_string(printer->port());
    std::atomic<bool> isOver = false;
    std::thread serving;
    if (kind == "unplugged")
        printer.reset();
    else
        serving =
            std::thread{[&] { printer->run([](const TestPrinter::Job&) {}, [&] { return isOver.load(); }); }};
    Samples paid;
    for (auto _ : state) {
        const auto file = copyOfBigShop(kProducts, 0);
        {
            auto shop = openForSelling(file, clock);
            const auto owner = shop->owner();
            if (!shop->settings().set(owner, "printer.address", address)) std::abort();
            shop->printing().work();
            const auto cash = shop->checkout().tenderType("cash")->id;
            Draw draw{13};
            for (int i = 0; i < kSales + 20; ++i) {
                for (int n = 0; n < 5; ++n) {
                    const RingUp what{{}, ProductId{draw.product(kProducts)}, {}, {}, {}, {}};
                    if (!shop->carts().ringUp(owner, what)) std::abort();
                }
                const auto cart = shop->carts().current(owner.till)->cart.id;
                Samples warmUp;
                (i < 20 ? warmUp : paid).measure([&] {
                    if (!shop->checkout().finish(owner, cart, {{cash, {}, {}}})) std::abort();
                    shop->printing().pump(); // what the window does before it is ready for the next
                });
            }
        }
        removeShop(file);
    }
    isOver = true;
    if (serving.joinable()) serving.join();
    paid.report(state, "sale");
}
BENCHMARK_CAPTURE(payWithPrinter, none, "none")->Iterations(1)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(payWithPrinter, ready, "ready")->Iterations(1)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(payWithPrinter, unplugged, "unplugged")->Iterations(1)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(payWithPrinter, hanging, "hanging")->Iterations(1)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(payWithPrinter, slow, "slow")->Iterations(1)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(payWithPrinter, failing, "failing")->Iterations(1)->Unit(benchmark::kMillisecond);

/// A barcode to what the till must know to sell it, in the core.
static void barcodeToPricedLine(benchmark::State& state)
{
    const auto products = state.range(0);
    const SystemClock clock;
    auto options = optionsFor(bigShop(products, 0));
    options.access = Access::Read;
    auto shop = Shop::open(options, clock);
    if (!shop) std::abort();
    Draw draw{3};
    Samples found;
    for (auto _ : state) {
        for (int i = 0; i < 20'000; ++i) {
            const auto code = productCode(draw.product(products));
            Samples warmUp;
            (i < 1000 ? warmUp : found).measure([&] {
                if (!(*shop)->catalog().findByCode(code)) std::abort();
            });
        }
    }
    found.report(state, "lookup");
}
BENCHMARK(barcodeToPricedLine)->Arg(100'000)->Arg(1'000'000)->Iterations(1)->Unit(benchmark::kMillisecond);

BENCHMARK_MAIN();
