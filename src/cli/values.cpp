#include "cli/values.h"

#include "base/decimal.h"
#include "cli/arguments.h"
#include "paper/printable.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace till {
namespace {

[[noreturn]] void refuse(const std::string& option, const std::string& text, const std::string& wanted)
{
    throw UsageError{option + ": \"" + printable(text.substr(0, 100)) + "\" is not " + wanted + "."};
}

std::vector<std::string> split(const std::string& text, char at)
{
    std::vector<std::string> parts;
    std::size_t begin = 0;
    for (std::size_t end = 0; end != std::string::npos; begin = end + 1) {
        end = text.find(at, begin);
        parts.push_back(text.substr(begin, end == std::string::npos ? end : end - begin));
    }
    return parts;
}

std::optional<int> wholeNumber(const std::string& text)
{
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return number;
}

bool isField(const std::string& text)
{
    const auto end = text.find('=');
    return end != std::string::npos && end > 0 &&
           std::all_of(text.begin(), text.begin() + static_cast<long>(end),
               [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; });
}

struct TimeParts {
    std::chrono::milliseconds ofDay{};
    std::optional<std::chrono::minutes> offset;
};

/// "Z", "+01:00", "-0500".
std::optional<std::chrono::minutes> offsetIn(const std::string& text)
{
    if (text == "Z" || text == "z") return std::chrono::minutes{0};
    auto digits = text.substr(1);
    digits.erase(std::remove(digits.begin(), digits.end(), ':'), digits.end());
    const auto number = wholeNumber(digits);
    if (!number || digits.size() != 4 || *number < 0 || *number % 100 > 59 || *number > 1800)
        return std::nullopt;
    return std::chrono::minutes{(*number / 100 * 60 + *number % 100) * (text[0] == '-' ? -1 : 1)};
}

std::optional<TimeParts> timeOfDay(const std::string& text)
{
    const auto zone = text.find_first_of("Zz+-");
    TimeParts parts;
    if (zone != std::string::npos) {
        parts.offset = offsetIn(text.substr(zone));
        if (!parts.offset) return std::nullopt;
    }
    const auto fields = split(text.substr(0, zone), ':');
    if (fields.size() < 2 || fields.size() > 3) return std::nullopt;
    const auto hours = wholeNumber(fields[0]);
    const auto minutes = wholeNumber(fields[1]);
    const auto seconds = fields.size() == 3 ? wholeNumber(fields[2]) : std::optional{0};
    const bool sound = hours && minutes && seconds && *hours >= 0 && *hours < 24 && *minutes >= 0 &&
                       *minutes < 60 && *seconds >= 0 && *seconds < 61;
    if (!sound) return std::nullopt;
    parts.ofDay =
        std::chrono::hours{*hours} + std::chrono::minutes{*minutes} + std::chrono::seconds{*seconds};
    return parts;
}

} // namespace

Money moneyValue(const std::string& option, const std::string& text, int decimals)
{
    const auto money = parseMoney(text, decimals);
    if (!money)
        refuse(option, text, "an amount of money like " + formatMoney(Money::fromMinor(1230), decimals));
    return *money;
}

Quantity quantityValue(const std::string& option, const std::string& text)
{
    const auto quantity = parseQuantity(text);
    if (!quantity) refuse(option, text, "a quantity like 3 or 1.250");
    return *quantity;
}

Rate percentValue(const std::string& option, const std::string& text)
{
    const auto rate = parsePercent(text);
    if (!rate) refuse(option, text, "a percentage like 20 or 5.5");
    return *rate;
}

BusinessDay dayValue(const std::string& option, const std::string& text)
{
    const auto day = BusinessDay::fromText(text);
    if (!day) refuse(option, text, "a day like 2026-03-14");
    return *day;
}

int numberValue(const std::string& option, const std::string& text, int lowest, int highest)
{
    const auto number = wholeNumber(text);
    if (!number || *number < lowest || *number > highest) {
        refuse(
            option, text, "a whole number from " + std::to_string(lowest) + " to " + std::to_string(highest));
    }
    return *number;
}

Money denominationsValue(const std::string& option, const std::string& text, int decimals)
{
    Money sum;
    for (const auto& part : split(text, ',')) {
        const auto cross = part.find('x');
        if (cross == std::string::npos) refuse(option, part, "a note or coin and how many, like 20x3");
        const auto value = moneyValue(option, part.substr(0, cross), decimals);
        const auto count = numberValue(option, part.substr(cross + 1), 0, 1'000'000);
        if (!value.isPositive()) refuse(option, part, "a note or coin and how many, like 20x3");
        sum += value * count;
    }
    return sum;
}

Timestamp timeValue(const std::string& option, const std::string& text, const ShopCalendar& calendar)
{
    const auto wanted = "a time like 2026-03-14T15:07 or a day like 2026-03-14";
    const auto day = BusinessDay::fromText(text.substr(0, 10));
    if (!day) refuse(option, text, wanted);
    const std::chrono::local_days date{std::chrono::days{day->days}};
    if (text.size() == 10) return calendar.atLocal(date + std::chrono::days{1} + calendar.dayCutoff()).utc;
    const auto parts = text[10] == 'T' || text[10] == ' ' ? timeOfDay(text.substr(11)) : std::nullopt;
    if (!parts) refuse(option, text, wanted);
    if (!parts->offset) return calendar.atLocal(date + parts->ofDay).utc;
    return Timestamp{std::chrono::days{day->days}} + parts->ofDay - *parts->offset;
}

std::map<std::string, std::string> columnValues(
    const std::string& option, const std::vector<std::string>& texts)
{
    std::map<std::string, std::string> columns;
    for (const auto& text : texts) {
        auto parts = split(text, ',');
        if (!std::all_of(parts.begin(), parts.end(), isField)) parts = {text};
        for (const auto& part : parts) {
            const auto equals = part.find('=');
            if (!isField(part) || equals + 1 == part.size())
                refuse(option, part, "a field and its column, like name=Title");
            columns[part.substr(0, equals)] = part.substr(equals + 1);
        }
    }
    return columns;
}

} // namespace till
