#include "domain/catalog/gs1.h"

#include "domain/catalog/gs1_checks.h"
#include "domain/catalog/gtin.h"

#include <algorithm>

namespace till {
namespace {

bool fitsPart(const Gs1Component& part, std::string_view text, int currentYear)
{
    if (text.size() < part.minLength || !fits(part.characters, text)) return false;
    return std::all_of(part.checks.begin(), part.checks.end(),
        [&](Gs1Check check) { return passes(check, text, currentYear); });
}

bool fitsRule(const Gs1Rule& rule, std::string_view value, int currentYear)
{
    for (const auto& part : rule.parts()) {
        if (value.empty() && part.optional) return true;
        const auto text = value.substr(0, part.maxLength);
        if (!fitsPart(part, text, currentYear)) return false;
        value.remove_prefix(text.size());
    }
    return value.empty();
}

bool hasCheck(const Gs1Component& part, Gs1Check check)
{
    return std::find(part.checks.begin(), part.checks.end(), check) != part.checks.end();
}

std::int64_t numberOf(std::string_view digits)
{
    std::int64_t number = 0;
    for (const char c : digits) number = number * 10 + (c - '0');
    return number;
}

void decodeDate(Gs1Element& element, const Gs1Component& first, int currentYear)
{
    const std::string_view value = element.value;
    const bool dayZero = hasCheck(first, Gs1Check::DateDayZero);
    if (dayZero || hasCheck(first, Gs1Check::Date)) {
        element.date = gs1Date(value.substr(0, 6), currentYear, dayZero);
    } else if (hasCheck(first, Gs1Check::LongDate)) {
        using namespace std::chrono;
        element.date = year_month_day{year{static_cast<int>(numberOf(value.substr(0, 4)))},
            month{static_cast<unsigned>(numberOf(value.substr(4, 2)))},
            day{static_cast<unsigned>(numberOf(value.substr(6, 2)))}};
    }
}

/// The fourth digit of 31nn to 36nn and 390n to 395n says how many decimals the value has.
void decodeNumber(Gs1Element& element)
{
    const std::string_view ai = element.ai;
    const std::string_view value = element.value;
    if (ai == "30" || ai == "37") {
        element.number = Gs1Number{numberOf(value), 0};
    } else if (ai.size() == 4 && ai.starts_with("433")) {
        const bool below = value.ends_with('-');
        const auto hundredths = numberOf(value.substr(0, 6));
        element.number = Gs1Number{below ? -hundredths : hundredths, 2};
    } else if (ai.size() == 4 && ai >= "3100" && ai < "3960") {
        const bool withCurrency = ai.starts_with("391") || ai.starts_with("393");
        if (withCurrency) element.currency = value.substr(0, 3);
        element.number = Gs1Number{numberOf(value.substr(withCurrency ? 3 : 0)), ai[3] - '0'};
    }
}

std::string_view withoutFirst(std::string_view text, char c)
{
    return text.starts_with(c) ? text.substr(1) : text;
}

/// What stands inside the bracket that `text` begins with, if that is two to four digits.
std::string_view bracketAt(std::string_view text)
{
    if (!text.starts_with('(')) return {};
    const auto close = text.find(')');
    if (close == std::string_view::npos || close < 3 || close > 5) return {};
    const auto inside = text.substr(1, close - 1);
    return isDigits(inside) ? inside : std::string_view{};
}

/// The value up to the next bracketed identifier; `text` is left there.
std::string takeBracketedValue(std::string_view& text)
{
    std::string value;
    while (!text.empty()) {
        if (gs1RuleOf(bracketAt(text)) != nullptr) break;
        if (text.starts_with("\\(")) text.remove_prefix(1);
        value += text.front();
        text.remove_prefix(1);
    }
    return value;
}

} // namespace

Error gs1ElementError(std::string_view ai, std::string_view value)
{
    constexpr std::size_t kShown = 40;
    std::string detail = "(" + std::string{ai} + ")" + std::string{value.substr(0, kShown)};
    std::replace_if(
        detail.begin(), detail.end(), [](char c) { return c < ' ' || c > '~'; }, '?');
    return {ErrorCode::BarcodeElement, std::move(detail)};
}

Result<> Gs1Reader::add(const Gs1Rule& rule, std::string_view ai, std::string_view value)
{
    if (!fitsRule(rule, value, m_year)) return gs1ElementError(ai, value);
    if (const auto* before = findElement(m_elements, ai)) {
        if (before->value == value) return {};
        return gs1ElementError(ai, value);
    }
    Gs1Element element{.ai = std::string{ai}, .value = std::string{value}};
    decodeDate(element, rule.components.front(), m_year);
    decodeNumber(element);
    m_elements.push_back(std::move(element));
    return {};
}

Result<Gs1Elements> readElementString(std::string_view data, int currentYear)
{
    Gs1Reader reader{currentYear};
    data = withoutFirst(data, kGroupSeparator);
    if (data.empty()) return Error{ErrorCode::BarcodeLength};
    while (!data.empty()) {
        const auto* rule = gs1RuleAt(data);
        if (rule == nullptr)
            return gs1ElementError(data.substr(0, 2), data.substr(std::min(data.size(), std::size_t{2})));
        const auto ai = data.substr(0, rule->first.size());
        data.remove_prefix(ai.size());
        auto length = data.find(kGroupSeparator);
        if (rule->endsItself) length = std::min(length, rule->maxLength());
        const auto value = data.substr(0, length);
        if (auto added = reader.add(*rule, ai, value); !added) return added.error();
        data = withoutFirst(data.substr(value.size()), kGroupSeparator);
    }
    return reader.take();
}

Result<Gs1Elements> readBracketed(std::string_view text, int currentYear)
{
    Gs1Reader reader{currentYear};
    while (!text.empty()) {
        const auto ai = bracketAt(text);
        const auto* rule = gs1RuleOf(ai);
        if (rule == nullptr) return gs1ElementError(ai, text.substr(std::min(text.size(), ai.size() + 2)));
        text.remove_prefix(ai.size() + 2);
        const auto value = takeBracketedValue(text);
        if (auto added = reader.add(*rule, ai, value); !added) return added.error();
    }
    return reader.take();
}

bool looksBracketed(std::string_view text)
{
    return !bracketAt(text).empty();
}

std::string toElementString(std::span<const Gs1Element> elements)
{
    std::string data;
    bool open = false;
    for (const auto& element : elements) {
        if (open) data += kGroupSeparator;
        data += element.ai;
        data += element.value;
        const auto* rule = gs1RuleOf(element.ai);
        open = rule == nullptr || !rule->endsItself;
    }
    return data;
}

std::string toBracketed(std::span<const Gs1Element> elements)
{
    std::string text;
    for (const auto& element : elements) {
        text += "(" + element.ai + ")";
        for (const char c : element.value) {
            if (c == '(') text += '\\';
            text += c;
        }
    }
    return text;
}

const Gs1Element* findElement(std::span<const Gs1Element> elements, std::string_view ai)
{
    const auto found = std::find_if(
        elements.begin(), elements.end(), [ai](const Gs1Element& element) { return element.ai == ai; });
    return found == elements.end() ? nullptr : &*found;
}

} // namespace till
