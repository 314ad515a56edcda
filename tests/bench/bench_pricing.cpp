#include "domain/catalog/barcode.h"
#include "domain/sales/pricing.h"

#include <benchmark/benchmark.h>

using namespace till;

/// A 50-line cart of three rates with a discount on every tenth line and one on the whole.
static void priceFiftyLines(benchmark::State& state)
{
    CartToPrice cart;
    cart.taxes = {{"A", Rate::fromPercent(20), false}, {"B", Rate::fromPartsPerMillion(55'000), false},
        {"C", Rate::fromPercent(10), false}};
    for (std::int64_t i = 0; i < 50; ++i) {
        LineToPrice line;
        line.quantity = Quantity::fromThousandths(1000 + i * 137);
        line.unitPrice = UnitPrice::fromHundredths(4'900 + i * 731);
        line.taxes = {static_cast<TaxIndex>(i % 3)};
        if (i % 10 == 0) line.discounts = {Discount{Rate::fromPercent(10)}};
        cart.lines.push_back(line);
    }
    cart.discounts = {Discount{Rate::fromPercent(5)}};
    const PricingRules rules{};
    for (auto _ : state) {
        auto priced = priceSale(cart, rules);
        benchmark::DoNotOptimize(priced);
    }
}
BENCHMARK(priceFiftyLines);

static void classifyEan(benchmark::State& state)
{
    for (auto _ : state) {
        auto barcode = classify("4006381333931");
        benchmark::DoNotOptimize(barcode);
    }
}
BENCHMARK(classifyEan);

BENCHMARK_MAIN();
