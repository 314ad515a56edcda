#pragma once

#include "base/numbers.h"
#include "devices/scale_address.h"
#include "devices/serial_line.h"

#include <optional>
#include <string>
#include <string_view>

namespace till {

/// What a scale answered.
struct ScaleReading {
    enum class State { Stable, Moving, Empty, BelowZero, Overloaded };
    State state = State::Empty;
    Quantity weight{}; ///< kilograms, of State::Stable alone; never negative
    friend bool operator==(const ScaleReading&, const ScaleReading&) = default;
};

/// How one protocol asks for a weight and reads the answer. Pure: bytes in, bytes and readings out.
struct ScaleTalk {
    SerialFrame frame = SerialFrame::EightNoneNoRts;
    std::string request; ///< asks for the weight
    /// What the till says in between, when the scale has answered `received` so far; empty: nothing.
    std::string (*reply)(std::string_view received) = nullptr;
    /// None: the answer is not whole yet, or it is none.
    std::optional<ScaleReading> (*read)(std::string_view received) = nullptr;
    bool silentWhenEmpty = false; ///< answers nothing while nothing lies on it
    bool neverSaysMoving = false; ///< the same weight twice in a row is at rest
};

const ScaleTalk& scaleTalk(ScaleProtocol protocol);

} // namespace till
