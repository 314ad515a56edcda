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

/// A hundred lines and fifty offers of every kind, five products each: three to four want the same goods.
static void priceHundredLinesWithFiftyOffers(benchmark::State& state)
{
    CartToPrice cart;
    cart.taxes = {{"A", Rate::fromPercent(20), false}};
    for (std::int64_t i = 0; i < 100; ++i) {
        LineToPrice line;
        line.product = 1 + i % 70;
        line.department = 1 + i % 6;
        line.quantity = Quantity::fromWhole(1 + i % 3);
        line.unitPrice = UnitPrice::fromHundredths(9'900 + i * 731);
        line.taxes = {0};
        cart.lines.push_back(line);
    }
    std::vector<Promotion> offers(50);
    for (std::size_t i = 0; i < offers.size(); ++i) {
        auto& offer = offers[i];
        offer.code = std::to_string(i);
        offer.kind = static_cast<PromotionKind>(1 + i % 5);
        for (std::int64_t product = 0; product < 5; ++product)
            offer.goods.products.push_back(1 + static_cast<std::int64_t>(i) * 3 % 66 + product);
        offer.got = offer.goods;
        offer.count = 3;
        offer.gotCount = 1;
        offer.amount = Money::fromMinor(100);
        if (offer.kind == PromotionKind::NForPrice || offer.kind == PromotionKind::MixAndMatch)
            offer.price = Money::fromMinor(400);
        else
            offer.rate = Rate::fromPercent(10);
    }
    for (const auto& offer : offers) cart.promotions.push_back(&offer);
    const PricingRules rules{};
    for (auto _ : state) {
        auto priced = priceSale(cart, rules);
        benchmark::DoNotOptimize(priced);
    }
}
BENCHMARK(priceHundredLinesWithFiftyOffers);

/// Fifty offers of which a cart of five lines meets three: what a scan usually costs.
static void priceFiveLinesWithFiftyOffers(benchmark::State& state)
{
    CartToPrice cart;
    for (std::int64_t i = 0; i < 5; ++i) {
        LineToPrice line;
        line.product = 1 + i;
        line.quantity = Quantity::fromWhole(1 + i % 2);
        line.unitPrice = UnitPrice::fromHundredths(9'900 + i * 731);
        cart.lines.push_back(line);
    }
    std::vector<Promotion> offers(50);
    for (std::size_t i = 0; i < offers.size(); ++i) {
        offers[i].code = std::to_string(i);
        offers[i].kind = PromotionKind::NForPrice;
        for (std::int64_t product = 0; product < 5; ++product)
            offers[i].goods.products.push_back(1 + static_cast<std::int64_t>(i) * 2 + product);
        offers[i].count = 3;
        offers[i].price = Money::fromMinor(250);
    }
    for (const auto& offer : offers) cart.promotions.push_back(&offer);
    const PricingRules rules{};
    for (auto _ : state) {
        auto priced = priceSale(cart, rules);
        benchmark::DoNotOptimize(priced);
    }
}
BENCHMARK(priceFiveLinesWithFiftyOffers);

static void classifyEan(benchmark::State& state)
{
    for (auto _ : state) {
        auto barcode = classify("4006381333931");
        benchmark::DoNotOptimize(barcode);
    }
}
BENCHMARK(classifyEan);

BENCHMARK_MAIN();
