#include "victim.h"

#include <catch2/catch.hpp>

#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <utility>

namespace till::test {
namespace {

struct Pipe {
    int reading = -1;
    int writing = -1;
};

Pipe makePipe()
{
    std::array<int, 2> ends{};
    REQUIRE(::pipe2(ends.data(), O_CLOEXEC) == 0);
    return {ends[0], ends[1]};
}

} // namespace

Victim Victim::program(const std::vector<std::string>& words, const std::vector<std::string>& environment)
{
    return fork([&](int out) {
        ::dup2(out, STDOUT_FILENO);
        for (const auto& entry : environment) {
            const auto equals = entry.find('=');
            ::setenv(entry.substr(0, equals).c_str(), entry.substr(equals + 1).c_str(), 1);
        }
        std::vector<char*> arguments;
        for (const auto& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
        arguments.push_back(nullptr);
        ::execv(arguments.front(), arguments.data());
    });
}

Victim Victim::fork(const std::function<void(int)>& body)
{
    const auto ends = makePipe();
    const pid_t pid = ::fork();
    REQUIRE(pid >= 0);
    if (pid == 0) {
        ::close(ends.reading);
        body(ends.writing);
        ::_exit(1);
    }
    ::close(ends.writing);
    return Victim{pid, ends.reading};
}

Victim::Victim(Victim&& other) noexcept
    : m_pid{std::exchange(other.m_pid, 0)}
    , m_reading{std::exchange(other.m_reading, -1)}
    , m_output{std::move(other.m_output)}
{
}

Victim::~Victim()
{
    if (m_pid > 0) ::kill(m_pid, SIGKILL);
    if (m_pid > 0) reap();
    if (m_reading >= 0) ::close(m_reading);
}

int Victim::reap()
{
    int status = 0;
    ::waitpid(std::exchange(m_pid, 0), &status, 0);
    return status;
}

bool Victim::readSome(std::chrono::microseconds patience)
{
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(patience);
    const timespec time{seconds.count(), std::chrono::nanoseconds{patience - seconds}.count()};
    pollfd ready{m_reading, POLLIN, 0};
    if (::ppoll(&ready, 1, &time, nullptr) <= 0) return true;
    std::array<char, 4096> buffer{};
    const auto got = ::read(m_reading, buffer.data(), buffer.size());
    if (got > 0) m_output.append(buffer.data(), static_cast<std::size_t>(got));
    return got > 0;
}

void Victim::waitForOutput()
{
    using namespace std::chrono_literals;
    while (m_output.empty() && readSome(1s)) {
    }
}

bool Victim::endsWithin(std::chrono::microseconds time)
{
    using Clock = std::chrono::steady_clock;
    const auto deadline = Clock::now() + time;
    bool lives = true;
    while (lives && Clock::now() < deadline) {
        lives = readSome(std::chrono::duration_cast<std::chrono::microseconds>(deadline - Clock::now()));
    }
    if (lives) ::kill(m_pid, SIGKILL);
    while (readSome(std::chrono::seconds{1})) {
    }
    const int status = reap();
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

} // namespace till::test
