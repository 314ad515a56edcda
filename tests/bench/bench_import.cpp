#include "big_shop.h"
#include "samples.h"

#include "services/import_service.h"

#include <cstdlib>
#include <fstream>

using namespace till;
using namespace till::bench;

/// A list of products with code, price, cost, stock, department and tax into an empty shop, validated and
/// journalled.
static void importProducts(benchmark::State& state)
{
    const auto count = state.range(0);
    const std::filesystem::path folder{TILL_BENCH_DATA};
    std::filesystem::create_directories(folder);
    const auto csv = folder / "import.csv";
    {
        std::ofstream file{csv};
        file << "sku,barcode,name,price,cost,stock,category,tax\n";
        for (std::int64_t n = 1; n <= count; ++n) {
            file << "P" << n << ',' << productCode(n) << ',' << productName(n) << ',' << productPrice(n) / 100
                 << ".50,0.40,12,Department " << n % 40 << ",A\n";
        }
    }
    ShopSetup setup;
    setup.name = "Bench";
    setup.country = "FR";
    setup.currency = "EUR";
    setup.timeZone = "Europe/Paris";
    setup.taxes = {{"A", "A", Rate::fromPercent(20), false}};
    const SystemClock clock;
    for (auto _ : state) {
        state.PauseTiming();
        const auto file = folder / "import.db";
        removeShop(file);
        auto shop = Shop::create(optionsFor(file), setup, clock);
        if (!shop) std::abort();
        ProductImportOptions options;
        options.file = csv;
        state.ResumeTiming();
        const auto report = (*shop)->imports().products((*shop)->owner(), options);
        if (!report || report->added != count) std::abort();
        state.PauseTiming();
        shop->reset();
        removeShop(file);
        state.ResumeTiming();
    }
    std::filesystem::remove(csv);
}
BENCHMARK(importProducts)->Arg(20'000)->Arg(100'000)->Iterations(3)->Unit(benchmark::kMillisecond);

BENCHMARK_MAIN();
