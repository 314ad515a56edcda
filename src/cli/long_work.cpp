#include "cli/long_work.h"

#include <atomic>
#include <csignal>
#include <cstdio>
#include <unistd.h>

namespace till {
namespace {

std::atomic<bool> cancelled{false};
static_assert(std::atomic<bool>::is_always_lock_free, "a signal handler may touch nothing else");

/// The next one ends the program as usual: a person who asks twice does not want to wait.
void cancel(int)
{
    cancelled = true;
}

void listen(int signal, bool on)
{
    struct sigaction action {};
    action.sa_handler = on ? cancel : SIG_DFL;
    action.sa_flags = SA_RESTART | static_cast<int>(SA_RESETHAND);
    sigemptyset(&action.sa_mask);
    ::sigaction(signal, &action, nullptr);
}

} // namespace

LongWork::LongWork(const Frame& frame, std::string label)
    : m_label{std::move(label)}
    , m_shows{!frame.options().quiet && ::isatty(STDERR_FILENO) == 1}
{
    cancelled = false;
    listen(SIGINT, true);
    listen(SIGTERM, true);
}

LongWork::~LongWork()
{
    listen(SIGINT, false);
    listen(SIGTERM, false);
    if (m_shows && m_shown != -2) std::fputs("\r\x1b[K", stderr);
}

std::function<bool(int)> LongWork::progress()
{
    return [this](int percent) {
        if (m_shows && percent != m_shown) show(percent);
        return !cancelled;
    };
}

bool LongWork::isCancelled() const
{
    return cancelled;
}

void LongWork::show(int percent)
{
    m_shown = percent;
    constexpr int kWidth = 30;
    if (percent < 0) {
        std::fprintf(stderr, "\r%s ...", m_label.c_str());
        return;
    }
    const int filled = kWidth * (percent > 100 ? 100 : percent) / 100;
    std::fprintf(stderr, "\r%s [%s%s] %3d %%", m_label.c_str(),
        std::string(static_cast<std::size_t>(filled), '#').c_str(),
        std::string(static_cast<std::size_t>(kWidth - filled), '.').c_str(), percent);
}

} // namespace till
