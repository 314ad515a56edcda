#pragma once

#include "base/error.h"

#include <exception>

namespace till {

/// What an exception of a failing environment means for people: DiskFull, FileNotWritable, NumberOutOfRange,
/// StorageFailed. For the edge of a program, which must not know storage.
Error toError(const std::exception& exception);

} // namespace till
