#pragma once

#include "support/pseudo_terminal.h"

#include <atomic>
#include <deque>
#include <mutex>
#include <poll.h>
#include <string>
#include <thread>
#include <utility>

namespace till::test {

/// What stands at the other end of the line: it answers each request by the next of its answers, the last one
/// for ever.
class ScaleNearby {
public:
    ScaleNearby(std::string request, std::deque<std::string> answers)
        : m_request{std::move(request)}
        , m_answers{std::move(answers)}
        , m_thread{[this] { serve(); }}
    {
    }
    ~ScaleNearby()
    {
        m_isOver = true;
        m_thread.join();
    }
    const std::string& file() const { return m_line.file; }
    /// What it says from now on.
    void answer(std::string text) const
    {
        const std::lock_guard lock{m_guard};
        m_answers = {std::move(text)};
    }

private:
    void serve()
    {
        std::string received;
        while (!m_isOver) {
            pollfd wait{m_line.device, POLLIN, 0};
            if (::poll(&wait, 1, 20) <= 0 || (wait.revents & POLLIN) == 0) continue;
            char buffer[64];
            const auto count = ::read(m_line.device, buffer, sizeof buffer);
            if (count <= 0) continue;
            received.append(buffer, static_cast<std::size_t>(count));
            if (received.find(m_request) == std::string::npos) continue;
            received.clear();
            std::string answer;
            {
                const std::lock_guard lock{m_guard};
                answer = m_answers.front();
                if (m_answers.size() > 1) m_answers.pop_front();
            }
            if (::write(m_line.device, answer.data(), answer.size()) < 0) return;
        }
    }

    PseudoTerminal m_line;
    std::string m_request;
    mutable std::mutex m_guard;
    mutable std::deque<std::string> m_answers;
    std::atomic<bool> m_isOver = false;
    std::thread m_thread;
};

} // namespace till::test
