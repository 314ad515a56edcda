#pragma once

#include "base/result.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>

namespace till {

enum class TextEncoding { Utf8, Utf16LittleEndian, Utf16BigEndian, Windows1252 };

/// A text file of unknown origin, read as UTF-8 in constant memory and as often as wanted.
/// Opening reads the whole file once to find its encoding: a byte order mark decides; else the pattern of
/// NULs tells UTF-16; else it is UTF-8 if every byte says so, and windows-1252 if one does not.
class TextSource {
public:
    /// FileNotFound, FileIsDirectory, FileNotReadable (also: not a regular file), ImportEmpty (nothing but
    /// white space), ImportNotText (NUL, broken UTF-16, a binary file; detail = the line).
    static Result<TextSource> openFile(const std::filesystem::path& path);
    static Result<TextSource> fromMemory(std::string bytes); ///< ImportEmpty, ImportNotText

    TextSource(TextSource&&) noexcept;
    TextSource& operator=(TextSource&&) noexcept;
    ~TextSource();

    /// Fills `into` (at least 16 bytes) with UTF-8 as far as it goes, never ending inside a character of a
    /// file that had to be converted; 0 at the end. FileNotReadable when the disk fails.
    Result<std::size_t> read(std::span<char> into);
    Result<> rewind(); ///< back to the first character; FileNotReadable

    TextEncoding encoding() const;
    std::uint64_t size() const;     ///< bytes of the file
    std::uint64_t position() const; ///< bytes of the file read so far: for progress

private:
    class Bytes;
    TextSource(std::unique_ptr<Bytes> bytes, TextEncoding encoding, std::size_t markLength);
    static Result<TextSource> examine(std::unique_ptr<Bytes> bytes);
    Result<std::size_t> refillRaw();
    std::size_t convert(std::span<char> into);

    std::unique_ptr<Bytes> m_bytes;
    std::string m_raw; ///< bytes read and not yet converted
    std::size_t m_rawAt = 0;
    std::size_t m_markLength;
    TextEncoding m_encoding;
};

} // namespace till
