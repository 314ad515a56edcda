#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace till {

// What every reader of a printer's bytes must know, also of commands it does not carry out: how long they
// are. One length wrong turns the rest of a job into garbage.

/// The value of a byte, and of a word with its low byte first.
int byteAt(std::string_view bytes, std::size_t index);
std::size_t wordAt(std::string_view bytes, std::size_t index);

/// Length of the command that `bytes` begin with (DLE, ESC, FS or GS), itself included; 0: not enough of it
/// is there to tell. None: no printer has such a command.
std::optional<std::size_t> escPosLength(std::string_view bytes);

} // namespace till
