#pragma once

#include "base/error.h"

namespace till {

/// What the program tells its caller. A contract: scripts branch on it.
enum class ExitCode {
    Done = 0,
    Findings = 1,   ///< verify, a dry run or an import had something to report
    Usage = 2,      ///< the command was not understood
    Refused = 3,    ///< by a rule of the shop, or by another writer on it
    Unreadable = 4, ///< something could not be read or written
    TooNew = 5,     ///< the file is newer than the program
};

ExitCode exitCodeOf(ErrorCode code);

} // namespace till
