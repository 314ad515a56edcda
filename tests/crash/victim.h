#pragma once

#include <sys/types.h>

#include <chrono>
#include <functional>
#include <string>
#include <vector>

namespace till::test {

/// A process of our own that is killed. What it wrote to its standard output is kept: a pipe outlives its
/// writer.
class Victim {
public:
    /// Runs a program with these words; `environment` is added to ours.
    static Victim program(const std::vector<std::string>& words, const std::vector<std::string>& environment);
    /// Runs `body` in a fork, with the descriptor to write to. No shop may be open at this moment.
    static Victim fork(const std::function<void(int)>& body);
    ~Victim();
    Victim(Victim&& other) noexcept;
    Victim(const Victim&) = delete;
    Victim& operator=(const Victim&) = delete;

    /// Waits until it has written something, or has ended.
    void waitForOutput();
    /// Lets it live for so long, then kills it; true if it had ended by itself with exit code 0.
    bool endsWithin(std::chrono::microseconds time);
    const std::string& output() const { return m_output; }

private:
    Victim(pid_t pid, int reading)
        : m_pid{pid}
        , m_reading{reading}
    {
    }
    bool readSome(std::chrono::microseconds patience); ///< false at the end
    int reap();

    pid_t m_pid;
    int m_reading;
    std::string m_output;
};

} // namespace till::test
