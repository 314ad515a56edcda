#pragma once

#include "base/result.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>

namespace till {

/// The bytes of a regular file, or of memory, read from front to back and again.
class FileBytes {
public:
    /// FileNotFound, FileIsDirectory, FileNotReadable (also for pipes and devices: they cannot be read
    /// twice).
    static Result<std::unique_ptr<FileBytes>> openFile(const std::filesystem::path& path);
    static std::unique_ptr<FileBytes> fromMemory(std::string bytes);

    FileBytes() = default;
    FileBytes(const FileBytes&) = delete;
    FileBytes& operator=(const FileBytes&) = delete;
    ~FileBytes();

    Result<std::size_t> read(std::span<char> into); ///< 0 at the end; FileNotReadable
    Result<> seek(std::uint64_t position);          ///< FileNotReadable
    std::uint64_t size() const { return m_size; }
    std::uint64_t position() const { return m_position; }

private:
    int m_descriptor = -1;
    std::string m_memory;
    std::uint64_t m_size = 0;
    std::uint64_t m_position = 0;
};

} // namespace till
