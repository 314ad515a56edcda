#include "support/run_program.h"

#include <array>
#include <cerrno>
#include <poll.h>
#include <stdexcept>
#include <sys/wait.h>
#include <unistd.h>

namespace till::test {
namespace {

struct Pipe {
    Pipe()
    {
        if (::pipe(ends.data()) != 0) throw std::runtime_error{"pipe"};
    }
    ~Pipe()
    {
        closeEnd(0);
        closeEnd(1);
    }
    Pipe(const Pipe&) = delete;
    Pipe& operator=(const Pipe&) = delete;
    void closeEnd(std::size_t end)
    {
        if (ends[end] >= 0) ::close(ends[end]);
        ends[end] = -1;
    }
    std::array<int, 2> ends{-1, -1};
};

std::vector<char*> pointers(std::vector<std::string>& texts)
{
    std::vector<char*> list;
    for (auto& text : texts) list.push_back(text.data());
    list.push_back(nullptr);
    return list;
}

std::vector<std::string> environmentOf(const std::filesystem::path& home)
{
    return {"PATH=/usr/bin:/bin", "HOME=" + home.string(), "XDG_DATA_HOME=" + (home / "data").string(),
        "XDG_CONFIG_HOME=" + (home / "config").string(), "XDG_STATE_HOME=" + (home / "state").string(),
        "XDG_CACHE_HOME=" + (home / "cache").string(), "ASAN_OPTIONS=detect_leaks=0"};
}

/// Both streams at once: a program that fills one while we wait for the other would wait for ever.
void readBoth(int out, int err, ProgramRun& run)
{
    std::array<pollfd, 2> open{pollfd{out, POLLIN, 0}, pollfd{err, POLLIN, 0}};
    std::array<std::string*, 2> into{&run.out, &run.err};
    std::array<char, 65536> block{};
    while (open[0].fd >= 0 || open[1].fd >= 0) {
        if (::poll(open.data(), open.size(), -1) < 0 && errno != EINTR) return;
        for (std::size_t i = 0; i < open.size(); ++i) {
            if (open[i].fd < 0 || open[i].revents == 0) continue;
            const auto size = ::read(open[i].fd, block.data(), block.size());
            if (size <= 0) {
                open[i].fd = -1;
            } else {
                into[i]->append(block.data(), static_cast<std::size_t>(size));
            }
        }
    }
}

} // namespace

ProgramRun runProgram(const std::filesystem::path& program, const ProgramSetup& setup)
{
    auto texts = setup.arguments;
    texts.insert(texts.begin(), program.string());
    auto environment = environmentOf(setup.home);
    const auto argv = pointers(texts);
    const auto envp = pointers(environment);
    Pipe in;
    Pipe out;
    Pipe err;
    const auto pid = ::fork();
    if (pid < 0) throw std::runtime_error{"fork"};
    if (pid == 0) {
        ::dup2(in.ends[0], STDIN_FILENO);
        ::dup2(out.ends[1], STDOUT_FILENO);
        ::dup2(err.ends[1], STDERR_FILENO);
        for (auto* pipe : {&in, &out, &err}) {
            pipe->closeEnd(0);
            pipe->closeEnd(1);
        }
        if (setup.inChild) setup.inChild();
        ::execve(program.c_str(), argv.data(), envp.data());
        ::_exit(127);
    }
    in.closeEnd(0);
    out.closeEnd(1);
    err.closeEnd(1);
    if (setup.started) setup.started(pid);
    if (!setup.input.empty() && ::write(in.ends[1], setup.input.data(), setup.input.size()) < 0) errno = 0;
    in.closeEnd(1);
    ProgramRun run;
    readBoth(out.ends[0], err.ends[0], run);
    int status = 0;
    ::waitpid(pid, &status, 0);
    run.exit = WIFEXITED(status) ? WEXITSTATUS(status) : -1000 - WTERMSIG(status);
    return run;
}

} // namespace till::test
