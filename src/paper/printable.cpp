#include "paper/printable.h"

#include <utf8proc.h>

namespace till {

namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
constexpr int kMostMarks = 4;

struct CodePoint {
    utf8proc_int32_t value = -1; ///< -1: not UTF-8
    std::size_t bytes = 1;
};

CodePoint decode(std::string_view text)
{
    CodePoint point;
    if (const auto first = static_cast<unsigned char>(text.front()); first < 0x80) return {first, 1};
    const auto read = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
        static_cast<utf8proc_ssize_t>(text.size()), &point.value);
    if (read > 0) point.bytes = static_cast<std::size_t>(read);
    return point;
}

enum class Kind { Plain, Mark, Space, Invisible, Hostile };

Kind kindOf(utf8proc_int32_t value)
{
    if (value < 0) return Kind::Hostile;
    if (value >= 0x20 && value < 0x7f) return Kind::Plain;
    if (value == 0xA0 || value == 0x202F) return Kind::Plain;
    if (value == '\n' || value == '\r' || value == '\t') return Kind::Space;
    switch (utf8proc_category(value)) {
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CN:
    case UTF8PROC_CATEGORY_CS:
    case UTF8PROC_CATEGORY_CO: return Kind::Hostile;
    case UTF8PROC_CATEGORY_CF: return Kind::Invisible;
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP: return Kind::Space;
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_ME:
    case UTF8PROC_CATEGORY_MC: return Kind::Mark;
    default: break;
    }
    // Letters that show nothing (Hangul fillers) would make two different names look alike.
    const bool isFiller = value == 0x115F || value == 0x1160 || value == 0x3164 || value == 0xFFA0;
    return isFiller ? Kind::Space : Kind::Plain;
}

int widthOf(utf8proc_int32_t value)
{
    if (value >= 0x20 && value < 0x7f) return 1;
    return value < 0 ? 0 : utf8proc_charwidth(value);
}

} // namespace

std::string printable(std::string_view text)
{
    std::string safe;
    safe.reserve(text.size());
    int marks = 0;
    while (!text.empty()) {
        const auto point = decode(text);
        const auto kind = kindOf(point.value);
        const auto bytes = text.substr(0, point.bytes);
        text.remove_prefix(point.bytes);
        if (kind == Kind::Invisible) continue;
        marks = kind == Kind::Mark ? marks + 1 : 0;
        if (marks > kMostMarks) continue;
        if (kind == Kind::Space)
            safe += ' ';
        else
            safe += kind == Kind::Hostile ? kReplacement : bytes;
    }
    return safe;
}

int displayWidth(std::string_view printableText)
{
    int width = 0;
    while (!printableText.empty()) {
        const auto point = decode(printableText);
        width += widthOf(point.value);
        printableText.remove_prefix(point.bytes);
    }
    return width;
}

std::vector<Glyph> glyphs(std::string_view printableText)
{
    std::vector<Glyph> found;
    while (!printableText.empty()) {
        const auto point = decode(printableText);
        const auto width = widthOf(point.value);
        const auto bytes = printableText.substr(0, point.bytes);
        printableText.remove_prefix(point.bytes);
        if (width == 0 && !found.empty()) {
            auto& base = found.back().text;
            base = {base.data(), base.size() + bytes.size()};
        } else {
            found.push_back({bytes, width});
        }
    }
    return found;
}

} // namespace till
