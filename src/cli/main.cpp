#include "cli/frame.h"

#include <csignal>
#include <exception>
#include <string>
#include <sys/resource.h>
#include <sys/stat.h>
#include <vector>

namespace {

/// What is written is the shop's business alone: no file for others, and no memory image with a key in it.
void keepToOurselves()
{
    ::umask(077);
    const rlimit none{0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
    // A limit on file size is an error like a full disk, and a reader that went away is no reason to die.
    std::signal(SIGXFSZ, SIG_IGN);
    std::signal(SIGPIPE, SIG_IGN);
}

} // namespace

int main(int argc, char** argv)
{
    keepToOurselves();
    try {
        return static_cast<int>(
            till::runProgram(std::vector<std::string>(argv + (argc > 0 ? 1 : 0), argv + argc)));
    } catch (const std::exception&) {
        return static_cast<int>(till::ExitCode::Unreadable);
    }
}
