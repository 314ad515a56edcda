#include "exchange/text_encoding.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <optional>
#include <string>

namespace till {
namespace {

constexpr std::size_t kChunk = 64 * 1024;

/// Bytes of the character that `lead` begins; 0 if none does.
std::size_t lengthByLead(unsigned char lead)
{
    if (lead >= 0xC2 && lead <= 0xDF) return 2;
    if (lead >= 0xE0 && lead <= 0xEF) return 3;
    if (lead >= 0xF0 && lead <= 0xF4) return 4;
    return 0;
}

/// The second byte alone keeps out overlong forms, surrogates and what lies beyond U+10FFFF.
bool secondFits(unsigned char lead, unsigned char second)
{
    switch (lead) {
    case 0xE0: return second >= 0xA0 && second <= 0xBF;
    case 0xED: return second >= 0x80 && second <= 0x9F;
    case 0xF0: return second >= 0x90 && second <= 0xBF;
    case 0xF4: return second >= 0x80 && second <= 0x8F;
    default: return second >= 0x80 && second <= 0xBF;
    }
}

std::size_t skipAscii(std::string_view text, std::size_t at)
{
    constexpr std::uint64_t kHighBits = 0x8080808080808080U;
    while (at + 8 <= text.size()) {
        std::uint64_t word = 0;
        std::memcpy(&word, text.data() + at, 8);
        if ((word & kHighBits) != 0) break;
        at += 8;
    }
    return at;
}

bool couldStillGrow(std::string_view tail)
{
    if (tail.empty()) return true;
    const auto lead = static_cast<unsigned char>(tail[0]);
    if (tail.size() >= lengthByLead(lead)) return false;
    return tail.size() < 2 || secondFits(lead, static_cast<unsigned char>(tail[1]));
}

bool isOddControl(char32_t c)
{
    return c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\v' && c != 0x1A;
}

bool isBlank(std::string_view text)
{
    return std::all_of(text.begin(), text.end(),
        [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\0' || c == 0x1A; });
}

/// Latin text in UTF-16 has a NUL in nearly every unit, always on the same side.
std::optional<TextEncoding> utf16ByNuls(std::string_view head)
{
    std::array<std::size_t, 2> nuls{};
    const auto length = std::min<std::size_t>(head.size(), 4096) & ~std::size_t{1};
    for (std::size_t i = 0; i < length; ++i) nuls[i % 2] += head[i] == '\0' ? 1U : 0U;
    const auto enough = length / 2 / 4; // a quarter: line ends, digits and delimiters of any script
    if (nuls[0] == 0 && nuls[1] > 0 && nuls[1] >= enough) return TextEncoding::Utf16LittleEndian;
    if (nuls[1] == 0 && nuls[0] > 0 && nuls[0] >= enough) return TextEncoding::Utf16BigEndian;
    return {};
}

FoundEncoding encodingByHead(std::string_view head)
{
    if (head.starts_with("\xEF\xBB\xBF")) return {TextEncoding::Utf8, 3};
    if (head.starts_with("\xFF\xFE")) return {TextEncoding::Utf16LittleEndian, 2};
    if (head.starts_with("\xFE\xFF")) return {TextEncoding::Utf16BigEndian, 2};
    if (const auto found = utf16ByNuls(head)) return {*found, 0};
    return {TextEncoding::Utf8, 0};
}

/// Walks a file and finds the first place where it is not what it is taken for.
class Examination {
public:
    Examination(FileBytes& bytes, FoundEncoding guess)
        : m_bytes{bytes}
        , m_guess{guess}
    {
    }

    Result<FoundEncoding> run()
    {
        if (auto moved = m_bytes.seek(m_guess.markLength); !moved) return moved.error();
        std::string buffer(kChunk, '\0');
        std::size_t held = 0;
        std::uint64_t offset = m_guess.markLength;
        for (;;) {
            const auto count = m_bytes.read({buffer.data() + held, buffer.size() - held});
            if (!count) return count.error();
            const std::string_view chunk{buffer.data(), held + *count};
            if (*count == 0) {
                if (!chunk.empty() && !tolerate(chunk)) return notText(offset);
                break;
            }
            const auto good = check(chunk);
            const auto rest = chunk.substr(good);
            if (!rest.empty() && !mayContinue(rest) && !tolerate(rest)) return notText(offset + good);
            held = m_guess.encoding == TextEncoding::Windows1252 ? 0 : rest.size();
            std::memmove(buffer.data(), rest.data(), held);
            offset += chunk.size() - held;
        }
        if (m_blank) return Error{ErrorCode::ImportEmpty};
        if (m_oddControls > m_characters / 50) return Error{ErrorCode::ImportNotText, "1"};
        if (m_nuls > m_utf8Bytes / 4) return Error{ErrorCode::ImportNotText, "1"};
        return m_guess;
    }

private:
    std::size_t check(std::string_view chunk)
    {
        m_blank = m_blank && isBlank(chunk);
        switch (m_guess.encoding) {
        case TextEncoding::Utf8: return checkUtf8(chunk);
        case TextEncoding::Windows1252: return checkBytes(chunk);
        case TextEncoding::Utf16LittleEndian:
        case TextEncoding::Utf16BigEndian: return checkUnits(chunk);
        }
        return 0;
    }

    /// A stray NUL in a cell is that row's problem; a file of a database or a program is full of them.
    std::size_t checkUtf8(std::string_view chunk)
    {
        const auto good = chunk.substr(0, validUtf8Prefix(chunk));
        for (auto at = good.find('\0'); at != std::string_view::npos; at = good.find('\0', at + 1)) ++m_nuls;
        m_utf8Bytes += good.size();
        return good.size();
    }

    std::size_t checkBytes(std::string_view chunk)
    {
        const auto nul = std::min(chunk.find('\0'), chunk.size());
        for (const char c : chunk.substr(0, nul))
            m_oddControls += isOddControl(static_cast<unsigned char>(c)) ? 1U : 0U;
        m_characters += nul;
        return nul;
    }

    std::size_t checkUnits(std::string_view chunk)
    {
        const std::size_t high = m_guess.encoding == TextEncoding::Utf16LittleEndian ? 1 : 0;
        for (std::size_t at = 0; at + 2 <= chunk.size();) {
            const auto unit = [&](std::size_t i) {
                return static_cast<unsigned>(static_cast<unsigned char>(chunk[i + high]) << 8U) |
                       static_cast<unsigned char>(chunk[i + 1 - high]);
            };
            const auto first = unit(at);
            std::size_t length = 2;
            if (first >= 0xD800 && first <= 0xDBFF) {
                if (at + 4 > chunk.size()) return at;
                if ((unit(at + 2) & 0xFC00U) != 0xDC00U) return at;
                length = 4;
            } else if (first == 0 || (first >= 0xDC00 && first <= 0xDFFF)) {
                return at;
            }
            m_oddControls += isOddControl(first) ? 1U : 0U;
            ++m_characters;
            at += length;
        }
        return chunk.size() & ~std::size_t{1};
    }

    bool mayContinue(std::string_view rest) const
    {
        switch (m_guess.encoding) {
        case TextEncoding::Utf8: return couldStillGrow(rest);
        case TextEncoding::Windows1252: return false;
        case TextEncoding::Utf16LittleEndian:
            return rest.size() < 2 || (rest.size() < 4 && (rest[1] & '\xFC') == '\xD8');
        case TextEncoding::Utf16BigEndian:
            return rest.size() < 2 || (rest.size() < 4 && (rest[0] & '\xFC') == '\xD8');
        }
        return false;
    }

    /// A byte that UTF-8 does not know makes an unmarked file windows-1252; anything else is the end.
    bool tolerate(std::string_view rest)
    {
        if (m_guess.encoding != TextEncoding::Utf8 || m_guess.markLength != 0 || m_nuls > 0) return false;
        m_guess.encoding = TextEncoding::Windows1252;
        return checkBytes(rest) == rest.size();
    }

    Error notText(std::uint64_t offset)
    {
        std::int64_t line = 1;
        std::string buffer(kChunk, '\0');
        if (m_bytes.seek(0)) {
            for (std::uint64_t at = 0; at < offset;) {
                const auto wanted = std::min<std::uint64_t>(buffer.size(), offset - at);
                const auto count = m_bytes.read({buffer.data(), static_cast<std::size_t>(wanted)});
                if (!count || *count == 0) break;
                line += std::count(buffer.data(), buffer.data() + *count, '\n');
                at += *count;
            }
        }
        return Error{ErrorCode::ImportNotText, std::to_string(line)};
    }

    FileBytes& m_bytes;
    FoundEncoding m_guess;
    bool m_blank = true;
    std::size_t m_oddControls = 0;
    std::size_t m_characters = 0;
    std::size_t m_nuls = 0;
    std::size_t m_utf8Bytes = 0;
};

} // namespace

std::size_t validUtf8Prefix(std::string_view text)
{
    std::size_t at = 0;
    while (at < text.size()) {
        at = skipAscii(text, at);
        if (at == text.size()) break;
        const auto lead = static_cast<unsigned char>(text[at]);
        if (lead < 0x80) {
            ++at;
            continue;
        }
        const auto length = lengthByLead(lead);
        if (length == 0 || at + length > text.size()) return at;
        if (!secondFits(lead, static_cast<unsigned char>(text[at + 1]))) return at;
        for (std::size_t i = 2; i < length; ++i) {
            if ((static_cast<unsigned char>(text[at + i]) & 0xC0) != 0x80) return at;
        }
        at += length;
    }
    return at;
}

Result<FoundEncoding> findEncoding(FileBytes& bytes)
{
    std::string head(4096, '\0');
    if (auto moved = bytes.seek(0); !moved) return moved.error();
    const auto count = bytes.read(head);
    if (!count) return count.error();
    return Examination{bytes, encodingByHead(std::string_view{head}.substr(0, *count))}.run();
}

char32_t windows1252Character(unsigned char byte)
{
    constexpr std::array<char16_t, 32> kUpper{0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
        0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D,
        0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178};
    if (byte >= 0x80 && byte <= 0x9F) return kUpper[byte - 0x80U];
    return byte;
}

} // namespace till
