#pragma once

#include <benchmark/benchmark.h>

#include <chrono>
#include <string>
#include <vector>

namespace till::bench {

/// Latencies of one thing, in microseconds; percentiles come from all of them, never from an average.
class Samples {
public:
    template <typename Work>
    double measure(Work work)
    {
        const auto begin = std::chrono::steady_clock::now();
        work();
        const auto end = std::chrono::steady_clock::now();
        const auto took = std::chrono::duration<double, std::micro>(end - begin).count();
        add(took);
        return took;
    }
    void add(double microseconds) { m_values.push_back(microseconds); }
    double percentile(double share) const; ///< 0.5 = median
    std::size_t count() const { return m_values.size(); }
    /// Writes NAME_p50_us, NAME_p99_us, NAME_max_us beside the benchmark's own figures.
    void report(benchmark::State& state, const std::string& name) const;

private:
    std::vector<double> m_values;
};

/// Adds NAME_ratio_p50 and NAME_ratio_p99: how often the bare limit fits into ours.
void reportRatio(benchmark::State& state, const std::string& name, const Samples& ours, const Samples& bare);

/// A number from the environment, so that a quick run may be smaller: TILL_BENCH_LINES=1000000.
std::int64_t sizeFromEnvironment(const char* name, std::int64_t fallback);

} // namespace till::bench
