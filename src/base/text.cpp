#include "base/text.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>
#include <utility>

namespace till {
namespace {

constexpr std::size_t kMaxNameCharacters = 200;

struct Decoded {
    utf8proc_int32_t codepoint;
    std::size_t length; ///< bytes; 0 at the end
    bool valid;
};

Decoded decode(std::string_view text)
{
    if (text.empty()) return {0, 0, true};
    utf8proc_int32_t codepoint = 0;
    const auto length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
        static_cast<utf8proc_ssize_t>(text.size()), &codepoint);
    if (length <= 0) return {0, 1, false};
    return {codepoint, static_cast<std::size_t>(length), true};
}

bool isControl(utf8proc_int32_t c)
{
    return utf8proc_category(c) == UTF8PROC_CATEGORY_CC;
}

bool isSpace(utf8proc_int32_t c)
{
    switch (utf8proc_category(c)) {
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP: return true;
    default: return c == '\t' || c == '\n' || c == '\r' || c == '\v' || c == '\f';
    }
}

void append(std::string& out, utf8proc_int32_t codepoint)
{
    std::array<utf8proc_uint8_t, 4> bytes{};
    const auto length = utf8proc_encode_char(codepoint, bytes.data());
    out.append(reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(length));
}

std::string nfc(std::string_view text)
{
    utf8proc_uint8_t* mapped = nullptr;
    const auto length = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
        static_cast<utf8proc_ssize_t>(text.size()), &mapped,
        static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner{mapped, &std::free};
    if (length < 0) return std::string{text};
    return {reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(length)};
}

/// Letters whose plain form no Unicode decomposition gives, yet every shopper types.
std::string_view plainLetter(utf8proc_int32_t c)
{
    constexpr std::array<std::pair<utf8proc_int32_t, std::string_view>, 16> kPlain{{
        {0x00DF, "ss"},
        {0x00E6, "ae"},
        {0x00F0, "d"},
        {0x00F8, "o"},
        {0x00FE, "th"},
        {0x0111, "d"},
        {0x0127, "h"},
        {0x0131, "i"},
        {0x0138, "k"},
        {0x0142, "l"},
        {0x014B, "n"},
        {0x0153, "oe"},
        {0x0167, "t"},
        {0x0180, "b"},
        {0x0268, "i"},
        {0x0289, "u"},
    }};
    for (const auto& [letter, plain] : kPlain) {
        if (letter == c) return plain;
    }
    return {};
}

/// Marks that readers leave out when they type: accents of Latin, Greek and Cyrillic, Hebrew points, Arabic
/// vowels, emoji presentation. The marks of other scripts (Thai and Indic vowels, Japanese voicing) are
/// letters to their readers and stay.
bool isOmittedMark(utf8proc_int32_t c)
{
    constexpr std::array<std::pair<utf8proc_int32_t, utf8proc_int32_t>, 14> kRanges{{
        {0x0300, 0x036F},
        {0x0483, 0x0489},
        {0x0591, 0x05C7},
        {0x0610, 0x061A},
        {0x064B, 0x065F},
        {0x0670, 0x0670},
        {0x06D6, 0x06ED},
        {0x08D3, 0x08FF},
        {0x1AB0, 0x1AFF},
        {0x1DC0, 0x1DFF},
        {0x20D0, 0x20FF},
        {0xFE00, 0xFE0F},
        {0xFE20, 0xFE2F},
        {0xE0100, 0xE01EF},
    }};
    return std::any_of(kRanges.begin(), kRanges.end(),
        [c](const auto& range) { return c >= range.first && c <= range.second; });
}

/// Signs that lawyers add and nobody types: (c), (R), (SM), (TM).
bool isTradeSign(utf8proc_int32_t c)
{
    return c == 0x00A9 || c == 0x00AE || c == 0x2120 || c == 0x2122;
}

bool isLetterOrDigit(utf8proc_category_t category)
{
    switch (category) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_MC: // a vowel sign of an Indic script is part of its word
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_ME:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO:
    case UTF8PROC_CATEGORY_SO: // emoji: "☕" is a name a shop may search for
        return true;
    default: return false;
    }
}

/// Nothing for normalization to do: most names of most shops, and an import has many.
bool isPrintableAscii(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; });
}

} // namespace

bool isUtf8(std::string_view text)
{
    while (!text.empty()) {
        const auto next = decode(text);
        if (!next.valid) return false;
        text.remove_prefix(next.length);
    }
    return true;
}

std::size_t countCharacters(std::string_view utf8)
{
    std::size_t count = 0;
    while (!utf8.empty()) {
        utf8.remove_prefix(decode(utf8).length);
        ++count;
    }
    return count;
}

std::string clipped(std::string_view text, std::size_t maxCharacters)
{
    std::string clip;
    for (std::size_t i = 0; i < maxCharacters && !text.empty(); ++i) {
        const auto next = decode(text);
        clip += next.valid ? text.substr(0, next.length) : std::string_view{"\xEF\xBF\xBD"};
        text.remove_prefix(next.length);
    }
    return clip;
}

std::string trimmed(std::string_view utf8)
{
    std::size_t begin = 0;
    std::size_t end = 0;
    bool started = false;
    for (std::size_t at = 0; at < utf8.size();) {
        const auto next = decode(utf8.substr(at));
        if (!next.valid || !isSpace(next.codepoint)) {
            if (!started) begin = at;
            started = true;
            end = at + next.length;
        }
        at += next.length;
    }
    return started ? std::string{utf8.substr(begin, end - begin)} : std::string{};
}

Result<std::string> cleanNote(std::string_view text, std::size_t maxCharacters)
{
    if (!isUtf8(text)) return Error{ErrorCode::TextNotUnicode};
    for (std::string_view rest = text; !rest.empty();) {
        const auto next = decode(rest);
        if (isControl(next.codepoint) && next.codepoint != '\n')
            return Error{ErrorCode::NameHasControlCharacters};
        rest.remove_prefix(next.length);
    }
    auto clean = nfc(trimmed(text));
    if (countCharacters(clean) > maxCharacters) return Error{ErrorCode::NameTooLong};
    return clean;
}

Result<std::string> cleanName(std::string_view text)
{
    const bool hasEdges = !text.empty() && text.front() != ' ' && text.back() != ' ';
    if (hasEdges && text.size() <= kMaxNameCharacters && isPrintableAscii(text)) return std::string{text};
    if (!isUtf8(text)) return Error{ErrorCode::TextNotUnicode};
    const auto inner = trimmed(text);
    if (inner.empty()) return Error{ErrorCode::NameEmpty};
    auto clean = cleanNote(inner, kMaxNameCharacters);
    if (!clean) return clean;
    if (clean->find('\n') != std::string::npos) return Error{ErrorCode::NameHasControlCharacters};
    return clean;
}

std::string foldForSearch(std::string_view text)
{
    std::string folded;
    folded.reserve(text.size());
    bool pendingSpace = false;
    const auto putAscii = [&](char c) {
        const bool isCapital = c >= 'A' && c <= 'Z';
        if (!isCapital && !(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9')) {
            pendingSpace = !folded.empty();
            return;
        }
        if (pendingSpace) folded += ' ';
        pendingSpace = false;
        folded += isCapital ? static_cast<char>(c + ('a' - 'A')) : c;
    };
    const auto put = [&](utf8proc_int32_t c) {
        if (c < 0x80) return putAscii(static_cast<char>(c));
        const auto category = utf8proc_category(c);
        const bool isMark = category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_ME;
        if ((isMark && isOmittedMark(c)) || category == UTF8PROC_CATEGORY_CF) return;
        if (!isLetterOrDigit(category)) {
            pendingSpace = !folded.empty();
            return;
        }
        if (pendingSpace) folded += ' ';
        pendingSpace = false;
        if (const auto plain = plainLetter(c); !plain.empty()) {
            folded += plain;
        } else {
            append(folded, c);
        }
    };

    while (!text.empty()) {
        if (static_cast<unsigned char>(text.front()) < 0x80) {
            putAscii(text.front());
            text.remove_prefix(1);
            continue;
        }
        const auto next = decode(text);
        text.remove_prefix(next.length);
        if (!next.valid || isTradeSign(next.codepoint)) continue;
        std::array<utf8proc_int32_t, 64> parts{};
        int boundClass = 0;
        const auto count =
            utf8proc_decompose_char(next.codepoint, parts.data(), static_cast<utf8proc_ssize_t>(parts.size()),
                static_cast<utf8proc_option_t>(UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD),
                &boundClass);
        for (utf8proc_ssize_t i = 0; i < count && i < static_cast<utf8proc_ssize_t>(parts.size()); ++i) {
            put(parts[static_cast<std::size_t>(i)]);
        }
    }
    return folded;
}

} // namespace till
