#pragma once

#include "base/result.h"
#include "exchange/file_bytes.h"
#include "exchange/text_encoding.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>

namespace till {

/// A text file of unknown origin, read as UTF-8 in constant memory and as often as wanted.
/// Opening reads the whole file once to find its encoding.
class TextSource {
public:
    /// FileNotFound, FileIsDirectory, FileNotReadable (also: not a regular file), ImportEmpty (nothing but
    /// white space), ImportNotText (NUL, broken UTF-16, a binary file; detail = the line).
    static Result<TextSource> openFile(const std::filesystem::path& path);
    static Result<TextSource> fromMemory(std::string bytes); ///< ImportEmpty, ImportNotText

    /// Fills `into` (at least 16 bytes) with UTF-8 as far as it goes, never ending inside a character of a
    /// file that had to be converted; 0 at the end. FileNotReadable when the disk fails.
    Result<std::size_t> read(std::span<char> into);
    Result<> rewind(); ///< back to the first character; FileNotReadable

    TextEncoding encoding() const { return m_found.encoding; }
    std::uint64_t size() const { return m_bytes->size(); }         ///< bytes of the file
    std::uint64_t position() const { return m_bytes->position(); } ///< bytes read so far: for progress

private:
    TextSource(std::unique_ptr<FileBytes> bytes, FoundEncoding found);
    static Result<TextSource> examine(std::unique_ptr<FileBytes> bytes);
    Result<bool> refill();
    std::size_t convert(std::span<char> into);
    char32_t nextCharacter();

    std::unique_ptr<FileBytes> m_bytes;
    FoundEncoding m_found;
    std::string m_raw; ///< bytes read and not yet converted
    std::size_t m_rawAt = 0;
};

} // namespace till
