#include "domain/sales/card_reference.h"

#include "base/text.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace till {
namespace {

constexpr int kLongest = 40;

std::optional<int> length(std::string_view text)
{
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || value < 1 || value > kLongest)
        return std::nullopt;
    return value;
}

bool isPlain(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           std::string_view{" -/.*"}.find(c) != std::string_view::npos;
}

} // namespace

Result<CardReferenceRule> readCardReferenceRule(std::string_view asked, std::string_view lengths)
{
    CardReferenceRule rule;
    using enum CardReferenceRule::Asked;
    if (asked == "optional" || asked == "required") {
        rule.asked = asked == "optional" ? Optional : Required;
    } else if (asked != "off") {
        return Error{ErrorCode::SettingInvalid, "payment.card_reference"};
    }
    if (lengths.empty()) return rule;
    const auto dash = lengths.find('-');
    const auto from = length(lengths.substr(0, dash));
    const auto to = dash == std::string_view::npos ? from : length(lengths.substr(dash + 1));
    if (!from || !to || *from > *to) return Error{ErrorCode::SettingInvalid, "payment.card_digits"};
    rule.shortest = *from;
    rule.longest = *to;
    return rule;
}

Result<std::string> checkCardReference(const CardReferenceRule& rule, std::string_view reference)
{
    auto text = trimmed(reference);
    const Error invalid{ErrorCode::NumberInvalid, clipped(text, kLongest)};
    if (text.empty()) {
        if (rule.asked == CardReferenceRule::Asked::Required) return invalid;
        return text;
    }
    const auto size = static_cast<int>(text.size());
    const bool counted = rule.asked != CardReferenceRule::Asked::Never;
    if (size > kLongest || (counted && (size < rule.shortest || size > rule.longest))) return invalid;
    if (!std::ranges::all_of(text, isPlain) || isWholeCardNumber(text)) return invalid;
    return text;
}

bool isWholeCardNumber(std::string_view text)
{
    std::string digits;
    for (const char c : text) {
        if (c == ' ' || c == '-') continue;
        if (c < '0' || c > '9') return false;
        digits += c;
    }
    if (digits.size() < 13 || digits.size() > 19) return false;
    int sum = 0;
    bool twice = false;
    for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit, twice = !twice) {
        const int value = (*digit - '0') * (twice ? 2 : 1);
        sum += value > 9 ? value - 9 : value;
    }
    return sum % 10 == 0;
}

} // namespace till
