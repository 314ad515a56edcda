#include "paper/escpos_command.h"

namespace till {
namespace {

constexpr unsigned char kDle = 0x10;
constexpr unsigned char kEsc = 0x1B;
constexpr unsigned char kFs = 0x1C;
constexpr std::size_t kUnknown = 0;

/// Lengths of the commands that always have the same, themselves included.
std::size_t fixedEsc(char command)
{
    switch (command) {
    case '@':
    case '2':
    case 'i':
    case 'm':
    case 'L':
    case 'S':
    case '<':
    case '\x0C': return 2;
    case '$':
    case '\\':
    case 'c': return 4;
    case 'p': return 5;
    case 'W': return 10;
    case 'a':
    case 'E':
    case 'G':
    case '-':
    case 't':
    case 'R':
    case 'M':
    case '!':
    case 'd':
    case 'e':
    case 'J':
    case 'K':
    case '3':
    case ' ':
    case '{':
    case 'V':
    case 'r':
    case '=':
    case '%':
    case '?':
    case 'T':
    case 'U':
    case 'u':
    case 'v': return 3;
    default: return kUnknown;
    }
}

std::size_t fixedFs(char command)
{
    switch (command) {
    case '.':
    case '&': return 2;
    case '-':
    case '!':
    case 'W':
    case 'C': return 3;
    case 'S':
    case 'p':
    case '?': return 4;
    case '2': return 76; // a 24 x 24 character of one's own: code and dots
    default: return kUnknown;
    }
}

std::size_t fixedGs(char command)
{
    switch (command) {
    case ':': return 2;
    case 'L':
    case 'W':
    case 'P':
    case '$':
    case '\\': return 4;
    case '^': return 5;
    case '!':
    case 'B':
    case 'h':
    case 'w':
    case 'H':
    case 'f':
    case 'a':
    case 'r':
    case 'I':
    case 'T':
    case 'b':
    case '/': return 3;
    default: return kUnknown;
    }
}

std::optional<std::size_t> orNone(std::size_t fixed)
{
    return fixed == kUnknown ? std::nullopt : std::optional{fixed};
}

/// The length that `length` tells once `needed` bytes are there.
template <typename Length>
std::optional<std::size_t> from(std::string_view bytes, std::size_t needed, Length length)
{
    return bytes.size() < needed ? std::size_t{0} : static_cast<std::size_t>(length());
}

std::optional<std::size_t> escLength(std::string_view bytes)
{
    switch (bytes[1]) {
    case '*': // dots of the first printers
        return from(bytes, 5, [&] { return 5 + wordAt(bytes, 3) * (byteAt(bytes, 2) >= 32 ? 3U : 1U); });
    case 'D': return bytes.find('\0', 2) + 1; // tab stops, up to a zero; of no zero: 0
    case '(': return from(bytes, 5, [&] { return 5 + wordAt(bytes, 3); });
    case '&': // characters of one's own: of each its width, and so many columns of bytes
        return from(bytes, 5, [&] {
            const auto high = static_cast<std::size_t>(byteAt(bytes, 2));
            std::size_t at = 5;
            for (int code = byteAt(bytes, 3); code <= byteAt(bytes, 4); ++code) {
                if (at >= bytes.size()) return std::size_t{0};
                at += 1 + high * static_cast<std::size_t>(byteAt(bytes, at));
            }
            return at;
        });
    default: return orNone(fixedEsc(bytes[1]));
    }
}

std::optional<std::size_t> gsLength(std::string_view bytes)
{
    switch (bytes[1]) {
    case 'V': return from(bytes, 3, [&] { return byteAt(bytes, 2) >= 65 ? 4 : 3; });
    case '(': return from(bytes, 5, [&] { return 5 + wordAt(bytes, 3); });
    case '8': return from(bytes, 7, [&] { return 7 + wordAt(bytes, 3) + 65'536U * wordAt(bytes, 5); });
    case 'v': return from(bytes, 8, [&] { return 8 + wordAt(bytes, 4) * wordAt(bytes, 6); });
    case '*':
        return from(
            bytes, 4, [&] { return 4 + 8U * static_cast<std::size_t>(byteAt(bytes, 2) * byteAt(bytes, 3)); });
    case 'k':
        return from(bytes, 4, [&] {
            if (byteAt(bytes, 2) > 6) return 4 + static_cast<std::size_t>(byteAt(bytes, 3));
            return bytes.find('\0', 3) + 1; // of no zero: 0
        });
    default: return orNone(fixedGs(bytes[1]));
    }
}

std::optional<std::size_t> dleLength(std::string_view bytes)
{
    if (bytes.size() < 3) return 0;
    switch (bytes[1]) {
    case '\x04': return byteAt(bytes, 2) == 7 || byteAt(bytes, 2) == 8 ? 4 : 3;
    case '\x14': return byteAt(bytes, 2) == 8 ? 10 : 5;
    default: return 3;
    }
}

} // namespace

int byteAt(std::string_view bytes, std::size_t index)
{
    return static_cast<unsigned char>(bytes[index]);
}

std::size_t wordAt(std::string_view bytes, std::size_t index)
{
    return static_cast<std::size_t>(byteAt(bytes, index)) +
           256U * static_cast<std::size_t>(byteAt(bytes, index + 1));
}

std::optional<std::size_t> escPosLength(std::string_view bytes)
{
    if (bytes.size() < 2) return 0;
    switch (static_cast<unsigned char>(bytes.front())) {
    case kDle: return dleLength(bytes);
    case kEsc: return escLength(bytes);
    case kFs:
        if (bytes[1] == '(') return from(bytes, 5, [&] { return 5 + wordAt(bytes, 3); });
        return orNone(fixedFs(bytes[1]));
    default: return gsLength(bytes);
    }
}

} // namespace till
