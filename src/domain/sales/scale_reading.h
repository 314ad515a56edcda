#pragma once

#include "base/numbers.h"

namespace till {

/// What a scale answered.
struct ScaleReading {
    enum class State { Stable, Moving, Empty, BelowZero, Overloaded };
    State state = State::Empty;
    Quantity weight{}; ///< kilograms, of State::Stable alone; never zero or negative there
    friend bool operator==(const ScaleReading&, const ScaleReading&) = default;
};

} // namespace till
