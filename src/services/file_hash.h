#pragma once

#include "base/result.h"

#include <filesystem>
#include <future>
#include <stop_token>
#include <string>

namespace till {

/// SHA-256 of a file's bytes, 64 hexadecimal digits, in constant memory. FileNotFound, FileIsDirectory,
/// FileNotReadable; Cancelled when it was asked to stop.
Result<std::string> sha256OfFile(const std::filesystem::path& path, const std::stop_token& stop = {});

/// The same on a thread of its own, beside the work that needs the hash at its end. Left earlier, it stops.
class FileHashing {
public:
    explicit FileHashing(const std::filesystem::path& path);
    ~FileHashing() { m_stop.request_stop(); }
    FileHashing(const FileHashing&) = delete;
    FileHashing& operator=(const FileHashing&) = delete;
    Result<std::string> get() { return m_hash.get(); } ///< waits; once

private:
    std::stop_source m_stop;
    std::future<Result<std::string>> m_hash;
};

} // namespace till
