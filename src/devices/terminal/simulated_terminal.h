#pragma once

#include "devices/terminal/terminal.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>

namespace till {

/// A terminal made of software, driven by the last two figures of the amount: 01 declined, 02 cancelled by
/// the customer, 03 unknown and charged, 04 unknown and not charged, 05 the line drops before the terminal
/// hears of it, 06 half of it approved; all others are approved after the delay. It knows what became of a
/// payment by its amount, so that a program that starts again can ask.
class SimulatedTerminal : public Terminal {
public:
    explicit SimulatedTerminal(std::chrono::milliseconds delay = std::chrono::milliseconds{1500})
        : m_delay{delay}
    {
    }

    TerminalEvent start(const PaymentRequest& request, const Progress& progress) override;
    void cancel() override;
    TerminalEvent status(const PaymentRequest& request) override;
    TerminalDay endOfDay() override;

    int charged() const { return m_charged; } ///< payments that took money, for tests

private:
    TerminalEvent approved(const PaymentRequest& request, Money amount);
    std::chrono::milliseconds m_delay;
    std::mutex m_mutex;
    std::condition_variable m_woken;
    bool m_cancelled = false;
    std::atomic<int> m_charged{0};
    Money m_total;
};

} // namespace till
