#include "domain/catalog/digital_link.h"

#include "domain/catalog/gtin.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

namespace till {
namespace {

/// An identification key and the qualifiers that may follow it, in this order. Two lines are alternatives.
struct KeyPath {
    std::string_view key;
    std::array<std::string_view, 3> qualifiers;
};

constexpr KeyPath kKeyPaths[] = {
    {"00", {}},
    {"01", {"22", "10", "21"}},
    {"01", {"235"}},
    {"253", {}},
    {"255", {}},
    {"401", {}},
    {"402", {}},
    {"414", {"254"}},
    {"414", {"7040"}},
    {"415", {"8020"}},
    {"417", {"7040"}},
    {"8003", {}},
    {"8004", {"7040"}},
    {"8006", {"22", "10", "21"}},
    {"8010", {"8011"}},
    {"8013", {}},
    {"8014", {}},
    {"8017", {"8019"}},
    {"8018", {"8019"}},
};

bool isKey(std::string_view ai)
{
    return std::any_of(
        std::begin(kKeyPaths), std::end(kKeyPaths), [&](const KeyPath& path) { return path.key == ai; });
}

bool startsWithScheme(std::string_view text, std::string_view scheme)
{
    if (text.size() < scheme.size()) return false;
    return std::equal(scheme.begin(), scheme.end(), text.begin(),
        [](char want, char have) { return want == (have >= 'A' && have <= 'Z' ? have - 'A' + 'a' : have); });
}

struct Address {
    std::string_view path;
    std::string_view query;
};

std::optional<Address> addressOf(std::string_view text)
{
    if (startsWithScheme(text, "https://"))
        text.remove_prefix(8);
    else if (startsWithScheme(text, "http://"))
        text.remove_prefix(7);
    else
        return std::nullopt;
    text = text.substr(0, text.find('#'));
    const auto question = text.find('?');
    const auto query = question == std::string_view::npos ? std::string_view{} : text.substr(question + 1);
    text = text.substr(0, question);
    const auto slash = text.find('/');
    if (slash == std::string_view::npos || slash == 0) return std::nullopt;
    return Address{text.substr(slash + 1), query};
}

int hexOf(char c)
{
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

/// Nothing when a '%' is not followed by two hexadecimal digits.
std::optional<std::string> percentDecoded(std::string_view text)
{
    std::string decoded;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            decoded += text[i];
            continue;
        }
        if (text.size() - i < 3) return std::nullopt;
        const int high = hexOf(text[i + 1]);
        const int low = hexOf(text[i + 2]);
        if (high < 0 || low < 0) return std::nullopt;
        decoded += static_cast<char>(high * 16 + low);
        i += 2;
    }
    return decoded;
}

std::vector<std::string_view> split(std::string_view text, std::string_view separators)
{
    std::vector<std::string_view> parts;
    while (true) {
        const auto end = text.find_first_of(separators);
        parts.push_back(text.substr(0, end));
        if (end == std::string_view::npos) return parts;
        text.remove_prefix(end + 1);
    }
}

std::string padded(std::string_view ai, const std::string& value)
{
    const bool gtin = ai == "01" || ai == "02" || ai == "03";
    const bool shorter = value.size() == 8 || value.size() == 12 || value.size() == 13;
    return gtin && shorter && isDigits(value) ? std::string(14 - value.size(), '0') + value : value;
}

/// Characters and least length only: "/01/15" is a date in somebody's blog, "/01/04006381333930" is a
/// misprint.
bool hasFormOfKey(std::string_view ai, std::string_view value)
{
    std::size_t least = 0;
    const auto* rule = gs1RuleOf(ai);
    for (const auto& part : rule->parts()) least += part.optional ? 0 : part.minLength;
    const auto fixed =
        rule->parts().front().characters == Gs1Characters::Digits ? rule->parts().front().maxLength : 4U;
    return value.size() >= std::max<std::size_t>(least, 4) && value.size() <= rule->maxLength() &&
           isDigits(value.substr(0, fixed));
}

struct LinkElement {
    std::string_view ai;
    std::string value; ///< decoded, or as written when it is badly encoded
    bool wellEncoded;
};

LinkElement linkElement(std::string_view ai, std::string_view written)
{
    auto decoded = percentDecoded(written);
    if (!decoded) return {ai, std::string{written}, false};
    return {ai, padded(ai, *decoded), true};
}

Result<> addTo(Gs1Reader& reader, const LinkElement& element)
{
    const auto* rule = gs1RuleOf(element.ai);
    if (rule == nullptr || !element.wellEncoded) return gs1ElementError(element.ai, element.value);
    return reader.add(*rule, element.ai, element.value);
}

/// Key and qualifiers are the last pairs of the path; what is before them is the stem.
std::vector<LinkElement> keyAndQualifiers(std::string_view path)
{
    auto segments = split(path, "/");
    if (segments.back().empty()) segments.pop_back();
    std::vector<LinkElement> pairs;
    for (auto at = segments.size(); at >= 2; at -= 2) {
        const auto ai = segments[at - 2];
        if (gs1RuleOf(ai) == nullptr) return {};
        pairs.insert(pairs.begin(), linkElement(ai, segments[at - 1]));
        if (isKey(ai) && hasFormOfKey(ai, pairs.front().value)) return pairs;
    }
    return {};
}

/// The qualifier that has no place in any order allowed for the key; empty when all have.
std::string_view misplacedQualifier(const std::vector<LinkElement>& pairs)
{
    std::string_view misplaced;
    for (const auto& [key, qualifiers] : kKeyPaths) {
        if (key != pairs.front().ai) continue;
        std::size_t next = 1;
        for (const auto qualifier : qualifiers) {
            if (next < pairs.size() && !qualifier.empty() && pairs[next].ai == qualifier) ++next;
        }
        if (next == pairs.size()) return {};
        if (misplaced.empty() || next > 1) misplaced = pairs[next].ai;
    }
    return misplaced;
}

Result<> addAttributes(Gs1Reader& reader, std::string_view query)
{
    for (const auto attribute : split(query, "&;")) {
        const auto equals = attribute.find('=');
        const auto ai = attribute.substr(0, equals);
        if (equals == std::string_view::npos || !isDigits(ai)) continue;
        const auto element = linkElement(ai, attribute.substr(equals + 1));
        const auto* rule = gs1RuleOf(ai);
        if (rule != nullptr && !rule->linkAttribute) return gs1ElementError(ai, element.value);
        if (auto added = addTo(reader, element); !added) return added;
    }
    return {};
}

} // namespace

std::optional<Result<Gs1Elements>> readDigitalLink(std::string_view text, int currentYear)
{
    const auto address = addressOf(text);
    if (!address || address->path.empty()) return std::nullopt;
    const auto pairs = keyAndQualifiers(address->path);
    if (pairs.empty()) return std::nullopt;

    Gs1Reader reader{currentYear};
    const auto misplaced = misplacedQualifier(pairs);
    for (const auto& pair : pairs) {
        if (pair.ai == misplaced) return Result<Gs1Elements>{gs1ElementError(pair.ai, pair.value)};
        if (auto added = addTo(reader, pair); !added) return Result<Gs1Elements>{added.error()};
    }
    if (auto added = addAttributes(reader, address->query); !added) return Result<Gs1Elements>{added.error()};
    return Result<Gs1Elements>{reader.take()};
}

} // namespace till
