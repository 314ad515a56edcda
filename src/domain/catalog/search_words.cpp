#include "domain/catalog/search_words.h"

#include "base/text.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace till {
namespace {

constexpr std::size_t kMaxTerms = 16;
constexpr std::size_t kMaxTypedBytes = 800; // 200 characters, the longest name, in four bytes each

std::size_t lengthOf(char lead)
{
    const auto byte = static_cast<unsigned char>(lead);
    return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

/// Of valid UTF-8; the first character.
char32_t characterOf(std::string_view text)
{
    const auto length = std::min(lengthOf(text.front()), text.size());
    auto value = static_cast<char32_t>(static_cast<unsigned char>(text.front()));
    if (length == 1) return value;
    value &= 0xFFU >> (length + 1);
    for (std::size_t i = 1; i < length; ++i)
        value = (value << 6) | (static_cast<unsigned char>(text[i]) & 0x3FU);
    return value;
}

bool standsAlone(char32_t c)
{
    struct Range {
        char32_t first;
        char32_t last;
    };
    // Thai and Lao, Burmese, Khmer, Kana, Han with its extensions (Unicode 15, Blocks.txt)
    constexpr std::array<Range, 9> kRanges{
        {{0x0E00, 0x0EFF}, {0x1000, 0x109F}, {0x1780, 0x17FF}, {0x3005, 0x3007}, {0x3041, 0x30FF},
            {0x31F0, 0x31FF}, {0x3400, 0x4DBF}, {0x4E00, 0x9FFF}, {0x20000, 0x3FFFF}}};
    if (c < kRanges.front().first) return false;
    return std::any_of(kRanges.begin(), kRanges.end(),
        [c](const Range& range) { return c >= range.first && c <= range.last; });
}

bool isAscii(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string parted(const std::string& folded)
{
    std::string words;
    words.reserve(folded.size() + 16);
    bool cutBehind = false;
    for (std::size_t at = 0; at < folded.size();) {
        const auto length = std::min(lengthOf(folded[at]), folded.size() - at);
        const auto character = std::string_view{folded}.substr(at, length);
        const bool alone = length > 1 && standsAlone(characterOf(character));
        if ((alone || cutBehind) && !words.empty() && words.back() != ' ' && character != " ") words += ' ';
        words += character;
        cutBehind = alone;
        at += length;
    }
    return words;
}

/// ASCII signs go to U+E000 and up, a private place no folded text has letters in; others stay.
std::string signsOf(std::string_view text)
{
    std::string signs;
    for (std::size_t at = 0; at < text.size();) {
        const auto byte = static_cast<unsigned char>(text[at]);
        const auto length = std::min(lengthOf(text[at]), text.size() - at);
        if (byte > 0x20 && byte < 0x7F) {
            signs += "\xEE";
            signs += static_cast<char>(0x80 | (byte >> 6));
            signs += static_cast<char>(0x80 | (byte & 0x3F));
        } else if (byte >= 0x80) {
            signs += text.substr(at, length);
        } else if (!signs.empty() && signs.back() != ' ') {
            signs += ' ';
        }
        at += length;
    }
    return trimmed(signs);
}

bool isLoneCharacter(std::string_view word)
{
    return word.size() > 1 && word.size() == lengthOf(word.front()) && standsAlone(characterOf(word));
}

std::string_view firstCharacters(std::string_view text)
{
    if (text.size() <= kMaxTypedBytes) return text;
    auto end = kMaxTypedBytes;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    return text.substr(0, end);
}

} // namespace

std::vector<std::string_view> splitWords(std::string_view words)
{
    std::vector<std::string_view> parts;
    while (!words.empty()) {
        const auto end = std::min(words.find(' '), words.size());
        if (end > 0) parts.push_back(words.substr(0, end));
        words.remove_prefix(std::min(end + 1, words.size()));
    }
    return parts;
}

std::string searchWords(std::string_view text)
{
    auto folded = foldForSearch(text);
    if (folded.empty()) return isUtf8(text) ? signsOf(text) : std::string{};
    return isAscii(folded) ? folded : parted(folded);
}

std::string codeKey(std::string_view code)
{
    auto key = foldForSearch(code);
    if (key.empty() && isUtf8(code)) key = signsOf(code);
    std::erase(key, ' ');
    return key;
}

std::string inCapitals(std::string key)
{
    for (auto& c : key) {
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - ('a' - 'A'));
    }
    return key;
}

SearchQuery searchQuery(std::string_view text)
{
    SearchQuery query;
    const auto typed = firstCharacters(text);
    query.key = codeKey(typed);
    const auto words = searchWords(typed);
    bool extend = false;
    for (const auto word : splitWords(words)) {
        const bool lone = isLoneCharacter(word);
        if (lone && extend) {
            query.terms.back().append(" ").append(word);
        } else if (std::find(query.terms.begin(), query.terms.end(), word) == query.terms.end()) {
            if (query.terms.size() == kMaxTerms) break;
            query.terms.emplace_back(word);
        }
        extend = lone;
    }
    return query;
}

} // namespace till
