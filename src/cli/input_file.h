#pragma once

#include "base/result.h"

#include <string>

namespace till {

/// The whole of a file, or of standard input when it is called "-". FileNotFound, FileIsDirectory,
/// FileNotReadable, NumberOutOfRange when it is larger than any text of a person (64 MiB).
Result<std::string> readInput(const std::string& path);

/// Writes a file with mode 0600, complete or not at all; one of that name is replaced. FileIsDirectory,
/// FolderNotWritable, DiskFull.
Result<> writeOutput(const std::string& path, const std::string& bytes);

} // namespace till
