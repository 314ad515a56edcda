#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <sys/types.h>
#include <vector>

namespace till::test {

struct ProgramRun {
    int exit = -1; ///< -1000 - signal when a signal ended it
    std::string out;
    std::string err;
};

struct ProgramSetup {
    std::vector<std::string> arguments;
    std::string input{}; ///< standard input
    std::filesystem::path
        home{}; ///< HOME, and the XDG folders below it; nothing else of the environment is kept
    std::function<void()> inChild{};      ///< just before exec: limits
    std::function<void(pid_t)> started{}; ///< in the parent, while the program runs
};

/// Runs a program without a shell in between, and waits for its end.
ProgramRun runProgram(const std::filesystem::path& program, const ProgramSetup& setup);

} // namespace till::test
