#include "big_shop.h"
#include "samples.h"

#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <fcntl.h>
#include <fstream>
#include <string>

using namespace till;
using namespace till::bench;

namespace {

constexpr std::int64_t kProducts = 100'000;

/// Runs a program to its end with its output thrown away; its exit code.
int runProgram(std::vector<std::string> words)
{
    std::vector<char*> arguments;
    for (auto& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
    pid_t child = 0;
    int status = -1;
    if (posix_spawn(&child, arguments[0], &actions, nullptr, arguments.data(), environ) == 0)
        waitpid(child, &status, 0);
    posix_spawn_file_actions_destroy(&actions);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

std::string binary(const char* name)
{
    return std::string{TILL_BIN_DIR} + "/" + name;
}

} // namespace

/// tillctl looks a product up in the big file: process start to exit.
static void startTillctl(benchmark::State& state)
{
    const bool cold = state.range(0) != 0;
    const auto lines = sizeFromEnvironment("TILL_BENCH_LINES", 10'000'000);
    const auto file = bigShop(kProducts, lines);
    Samples taken;
    for (auto _ : state) {
        for (int i = 0; i < 20; ++i) {
            if (cold) evict(file);
            taken.measure([&] {
                if (runProgram({binary("tillctl"), "--shop", file.string(), "--json", "show", "product",
                        productCode(1)}) != 0) {
                    std::abort();
                }
            });
        }
    }
    taken.report(state, "start");
}
BENCHMARK(startTillctl)->ArgName("cold")->Arg(0)->Arg(1)->Iterations(1)->Unit(benchmark::kMillisecond);

/// The window until the Sell page is painted and takes a scan: the program measures itself with
/// --startup-time.
static void startWindow(benchmark::State& state)
{
    const bool cold = state.range(0) != 0;
    const auto lines = sizeFromEnvironment("TILL_BENCH_LINES", 10'000'000);
    const auto file = copyOfBigShop(kProducts, lines);
    ::setenv("QT_QPA_PLATFORM", "offscreen", 0);
    ::setenv("XDG_CONFIG_HOME", (std::filesystem::path{TILL_BENCH_DATA} / "config").c_str(), 1);
    const auto start = [&] {
        if (runProgram({binary("tillroll"), "--shop", file.string(), "--startup-time"}) != 0) std::abort();
    };
    // The copy has pushed programs and libraries out of the cache, which is what cold does not mean here.
    for (int i = 0; i < 3; ++i) start();
    Samples taken;
    for (auto _ : state) {
        for (int i = 0; i < 10; ++i) {
            if (cold) evict(file);
            taken.measure(start);
        }
    }
    removeShop(file);
    taken.report(state, "start");
}
BENCHMARK(startWindow)->ArgName("cold")->Arg(0)->Arg(1)->Iterations(1)->Unit(benchmark::kMillisecond);

BENCHMARK_MAIN();
