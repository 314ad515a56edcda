#include "big_shop.h"
#include "samples.h"

#include "services/catalog_service.h"

#include <array>
#include <cctype>
#include <cstdlib>

using namespace till;
using namespace till::bench;

namespace {

constexpr std::size_t kLongest = 20;

/// What people type: the beginnings of names, insides of names and codes, a word and another's beginning,
/// codes, and what is not there; 1 to 20 letters.
std::vector<std::string> keystrokes(std::int64_t products)
{
    std::vector<std::string> typed;
    Draw draw{5};
    for (int i = 0; i < 120; ++i) {
        const auto name = productName(draw.below(products) + 1);
        for (std::size_t length = 1; length <= kLongest && length <= name.size(); ++length)
            typed.push_back(name.substr(0, length));
        const auto start = static_cast<std::size_t>(draw.below(8)) + 1;
        for (std::size_t length = 1; length <= 12 && start + length <= name.size(); ++length) {
            typed.push_back(name.substr(start, length));
        }
        const auto code = productCode(draw.below(products) + 1);
        for (std::size_t length = 1; length <= code.size(); ++length) typed.push_back(code.substr(0, length));
        const auto from = static_cast<std::size_t>(draw.below(9)) + 1;
        for (std::size_t length = 3; from + length <= code.size(); ++length)
            typed.push_back(code.substr(from, length));
        const auto other = productName(draw.below(products) + 1);
        const auto word = name.substr(0, name.find(' ')) + " ";
        for (std::size_t length = 1; word.size() + length <= kLongest && length <= 8; ++length)
            typed.push_back(word + other.substr(0, length));
        std::string nonsense;
        for (int n = 0; n < static_cast<int>(kLongest); ++n)
            typed.push_back(nonsense += static_cast<char>('a' + draw.below(26)));
    }
    return typed;
}

} // namespace

static void keystroke(benchmark::State& state)
{
    const auto products = state.range(0);
    const SystemClock clock;
    auto options = optionsFor(bigShop(products, 0));
    options.access = Access::Read;
    auto shop = Shop::open(options, clock);
    if (!shop) std::abort();
    const auto typed = keystrokes(products);
    for (std::size_t i = 0; i < typed.size(); i += 7)
        (*shop)->catalog().search(typed[i], 20); // a till that has been used
    Samples answered;
    std::array<Samples, kLongest + 1> byLength;
    for (auto _ : state) {
        for (const auto& text : typed) {
            const auto took =
                answered.measure([&] { benchmark::DoNotOptimize((*shop)->catalog().search(text, 20)); });
            byLength.at(text.size()).add(took);
        }
    }
    answered.report(state, "search");
    for (std::size_t length = 1; length <= kLongest; ++length) {
        const auto digits = (length < 10 ? "0" : "") + std::to_string(length);
        state.counters["letters_" + digits + "_p99_us"] = byLength.at(length).percentile(0.99);
    }
    state.counters["keystrokes"] = static_cast<double>(answered.count());
}
BENCHMARK(keystroke)->Arg(100'000)->Arg(1'000'000)->Iterations(1)->Unit(benchmark::kMillisecond);

BENCHMARK_MAIN();
