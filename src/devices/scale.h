#pragma once

#include "devices/scale_talk.h"

#include <chrono>
#include <functional>
#include <string>

namespace till {

/// The scale at the counter. Used by one thread; nothing here waits longer than it is told. The line is
/// opened when it is first asked, and again after it has failed: a scale that is plugged in later is found.
class Scale {
public:
    static constexpr std::chrono::milliseconds kToAnswer{600};
    static constexpr std::chrono::milliseconds kToRest{4'000};

    explicit Scale(ScaleAddress address);

    /// One look. ScaleNotReached: the line cannot be opened, or nothing understandable came in time; detail =
    /// what the system said.
    Result<ScaleReading> look(std::chrono::milliseconds patience = kToAnswer);
    /// Asks until it is at rest. Errors: ScaleNotReached, ScaleMoving (still after `patience`), ScaleEmpty,
    /// ScaleBelowZero, ScaleOverloaded; Cancelled when `isOver`, asked between two looks, says so.
    Result<Quantity> weigh(
        std::chrono::milliseconds patience = kToRest, const std::function<bool()>& isOver = {});

private:
    Result<ScaleReading> ask(std::chrono::milliseconds patience);
    ScaleAddress m_address;
    Descriptor m_line;
    std::optional<Quantity> m_before; ///< of a scale that does not say whether it is at rest
};

} // namespace till
