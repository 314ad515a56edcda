#pragma once

#include "base/clock.h"

namespace till::test {

/// Stands still until it is told.
class FixedClock final : public Clock {
public:
    Timestamp now() const override { return m_now; }
    void set(Timestamp now) { m_now = now; }
    void advance(std::chrono::milliseconds by) { m_now += by; }

private:
    /// 2026-03-14 15:07:00 in Paris.
    Timestamp m_now{std::chrono::sys_days{std::chrono::year{2026} / 3 / 14} + std::chrono::hours{14} +
                    std::chrono::minutes{7}};
};

} // namespace till::test
