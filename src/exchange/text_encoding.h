#pragma once

#include "base/result.h"
#include "exchange/file_bytes.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace till {

enum class TextEncoding { Utf8, Utf16LittleEndian, Utf16BigEndian, Windows1252 };

struct FoundEncoding {
    TextEncoding encoding;
    std::size_t markLength; ///< bytes of the byte order mark in front
};

/// Reads all of `bytes` from its beginning. A byte order mark decides; else the pattern of NULs tells UTF-16;
/// else it is UTF-8 if every byte says so, and windows-1252 if one does not.
/// ImportEmpty (nothing but white space), ImportNotText (a quarter NULs, any NUL outside UTF-8, broken
/// UTF-16, mostly control characters; detail = the line), FileNotReadable.
Result<FoundEncoding> findEncoding(FileBytes& bytes);

/// The character of a windows-1252 byte (WHATWG Encoding Standard: the five unassigned bytes are controls).
char32_t windows1252Character(unsigned char byte);

/// Length of the longest beginning that is whole, valid UTF-8 (RFC 3629).
std::size_t validUtf8Prefix(std::string_view text);

} // namespace till
