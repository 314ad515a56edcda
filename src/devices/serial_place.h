#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace till {

/// A file and its speed, from "FILE:BAUD" or "FILE" (private to src/devices). A name under
/// /dev/serial/by-path holds colons of its own: what follows the last one is a speed only when it is a number
/// of 1,200 and more.
struct SerialPlace {
    std::string file;
    int baud = 0;
};
std::optional<SerialPlace> readSerialPlace(std::string_view text, int usualBaud);

} // namespace till
