#pragma once

#include "devices/scale_address.h"
#include "devices/serial_line.h"
#include "domain/sales/scale_reading.h"

#include <optional>
#include <string>
#include <string_view>

namespace till {

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
