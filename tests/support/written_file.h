#pragma once

#include <filesystem>
#include <fstream>
#include <string_view>

namespace till::test {

/// Writes a file for a test to read.
inline std::filesystem::path writtenFile(const std::filesystem::path& path, std::string_view text)
{
    std::ofstream{path, std::ios::binary} << text;
    return path;
}

} // namespace till::test
