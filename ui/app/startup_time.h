#pragma once

namespace till {

/// Prints how many milliseconds this process has lived, as the kernel counts them, and ends it at once.
/// Nothing is lost by that: what the till has taken stands on the disk.
[[noreturn]] void sayStartupTimeAndLeave();

} // namespace till
