#pragma once

#include "devices/descriptor.h"

#include <string>

namespace till {

/// How a byte stands on the line, and who says when the other side is ready.
enum class SerialFrame {
    EightNone,      ///< 8 bits, no parity, one stop bit, RTS/CTS
    EightNoneNoRts, ///< the same with three wires
    SevenEven,      ///< 7 bits, even parity, three wires
};

/// Opens a serial line raw. `baud` is one of the usual speeds, 1200
/// to 115200. Any terminal of the system will do: a port, its stable name under /dev/serial/by-id, a
/// Bluetooth rfcomm line, a pseudo-terminal. Not open, with the reason in `why`, when it cannot be.
Descriptor openSerial(
    const std::string& file, int baud, std::string& why, SerialFrame frame = SerialFrame::EightNone);

} // namespace till
