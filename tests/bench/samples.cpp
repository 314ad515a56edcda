#include "samples.h"

#include <algorithm>
#include <cstdlib>

namespace till::bench {

double Samples::percentile(double share) const
{
    if (m_values.empty()) return 0;
    auto sorted = m_values;
    std::sort(sorted.begin(), sorted.end());
    const auto last = static_cast<double>(sorted.size() - 1);
    return sorted[static_cast<std::size_t>(share * last + 0.5)];
}

void Samples::report(benchmark::State& state, const std::string& name) const
{
    state.counters[name + "_p50_us"] = percentile(0.50);
    state.counters[name + "_p99_us"] = percentile(0.99);
    state.counters[name + "_max_us"] = percentile(1.0);
}

void reportRatio(benchmark::State& state, const std::string& name, const Samples& ours, const Samples& bare)
{
    state.counters[name + "_ratio_p50"] = ours.percentile(0.50) / bare.percentile(0.50);
    state.counters[name + "_ratio_p99"] = ours.percentile(0.99) / bare.percentile(0.99);
}

std::int64_t sizeFromEnvironment(const char* name, std::int64_t fallback)
{
    const char* text = std::getenv(name);
    return text ? std::atoll(text) : fallback;
}

} // namespace till::bench
