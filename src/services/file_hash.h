#pragma once

#include "base/result.h"

#include <filesystem>
#include <string>

namespace till {

/// SHA-256 of a file's bytes, 64 hexadecimal digits, in constant memory. FileNotFound, FileIsDirectory,
/// FileNotReadable.
Result<std::string> sha256OfFile(const std::filesystem::path& path);

} // namespace till
