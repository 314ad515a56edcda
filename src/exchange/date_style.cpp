#include "exchange/date_style.h"

#include "exchange/row_problem.h"

#include <array>
#include <string>

namespace till {
namespace {

using std::chrono::minutes;

/// Reads from the front of a text; every step says whether it found what it looked for.
class Reader {
public:
    explicit Reader(std::string_view text)
        : m_rest{text}
    {
    }

    bool isAtEnd() const { return m_rest.empty(); }
    char peek() const { return m_rest.empty() ? '\0' : m_rest.front(); }
    bool take(char c)
    {
        if (peek() != c) return false;
        m_rest.remove_prefix(1);
        return true;
    }
    bool takeWord(std::string_view lower)
    {
        if (m_rest.size() < lower.size()) return false;
        for (std::size_t i = 0; i < lower.size(); ++i) {
            const char c = m_rest[i];
            if ((c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c) != lower[i]) return false;
        }
        m_rest.remove_prefix(lower.size());
        return true;
    }
    void skipSpaces()
    {
        while (take(' ')) {
        }
        if (m_rest.starts_with("\u202F"))
            m_rest.remove_prefix(3); // newer spreadsheets put it before AM and PM
    }
    /// One to `maxDigits` digits; `length` is how many there were.
    std::optional<int> number(std::size_t maxDigits, std::size_t* length = nullptr)
    {
        int value = 0;
        std::size_t digits = 0;
        for (; digits < maxDigits && peek() >= '0' && peek() <= '9'; ++digits) {
            value = value * 10 + (peek() - '0');
            m_rest.remove_prefix(1);
        }
        if (length != nullptr) *length = digits;
        if (digits == 0) return {};
        return value;
    }

private:
    std::string_view m_rest;
};

/// The three numbers of a date in the order written.
struct DateParts {
    std::array<int, 3> values{};
    bool isYearFirst = false;
    bool isDayFirst = false; ///< points are only used with the day in front
};

std::optional<DateParts> readParts(Reader& reader)
{
    DateParts parts;
    std::size_t length = 0;
    const auto first = reader.number(8, &length);
    if (!first) return {};
    if (length == 8) {
        parts = {{*first / 10'000, *first / 100 % 100, *first % 100}, true, false};
        return parts;
    }
    const char separator = reader.peek();
    if (length == 3 || length > 4 || (separator != '-' && separator != '/' && separator != '.')) return {};
    parts.values[0] = *first;
    parts.isYearFirst = length == 4;
    parts.isDayFirst = separator == '.' && !parts.isYearFirst;
    for (std::size_t i = 1; i < 3; ++i) {
        if (!reader.take(separator)) return {};
        const bool isYear = i == 2 && !parts.isYearFirst;
        const auto value = reader.number(isYear ? 4 : 2, &length);
        if (!value || (isYear && length != 2 && length != 4)) return {};
        parts.values[i] = isYear && length == 2 ? *value + 2000 : *value;
    }
    return parts;
}

DateHint hintOf(const DateParts& parts)
{
    if (parts.isYearFirst || parts.isDayFirst) return DateHint::Silent;
    const bool firstIsDay = parts.values[0] > 12;
    const bool secondIsDay = parts.values[1] > 12;
    if (firstIsDay && secondIsDay) return DateHint::Silent;
    if (firstIsDay) return DateHint::DayFirst;
    if (secondIsDay) return DateHint::MonthFirst;
    return parts.values[0] == parts.values[1] ? DateHint::Silent : DateHint::Ambiguous;
}

std::chrono::year_month_day dateOf(const DateParts& parts, DateOrder order)
{
    const auto [a, b, c] = parts.values;
    const auto make = [](int year, int month, int day) {
        return std::chrono::year{year} / std::chrono::month{static_cast<unsigned>(month)} /
               std::chrono::day{static_cast<unsigned>(day)};
    };
    if (parts.isYearFirst) return make(a, b, c);
    return parts.isDayFirst || order == DateOrder::DayFirst ? make(c, b, a) : make(c, a, b);
}

struct TimeOfDay {
    std::chrono::milliseconds sinceMidnight{};
    std::optional<minutes> offset{};
};

std::optional<int> readFraction(Reader& reader)
{
    std::size_t length = 0;
    auto value = reader.number(9, &length);
    if (!value) return {};
    for (; length > 3; --length) *value /= 10;
    for (; length < 3; ++length) *value *= 10;
    return value;
}

bool readHalfOfDay(Reader& reader, int& hour)
{
    reader.skipSpaces();
    const bool isAm = reader.takeWord("am") || reader.takeWord("a.m.");
    const bool isPm = !isAm && (reader.takeWord("pm") || reader.takeWord("p.m."));
    if (!isAm && !isPm) return true;
    if (hour < 1 || hour > 12) return false;
    hour = hour % 12 + (isPm ? 12 : 0);
    return true;
}

bool readOffset(Reader& reader, std::optional<minutes>& offset)
{
    reader.skipSpaces();
    if (reader.takeWord("z") || reader.takeWord("utc")) {
        offset = minutes{0};
        return true;
    }
    if (reader.peek() != '+' && reader.peek() != '-') return true;
    const bool isWest = reader.take('-');
    if (!isWest) reader.take('+');
    const auto hours = reader.number(2);
    reader.take(':');
    std::size_t length = 0;
    const auto mins = reader.number(2, &length);
    if (!hours || *hours > 15 || (mins && (*mins > 59 || length != 2))) return false;
    const auto size = minutes{*hours * 60 + mins.value_or(0)};
    offset = isWest ? -size : size;
    return true;
}

/// "8:26", "08:26:00.500 PM", "08.26", with an offset or not.
std::optional<TimeOfDay> readTimeOfDay(Reader& reader)
{
    auto hour = reader.number(2);
    const char separator = reader.peek();
    if (!hour || (separator != ':' && separator != '.') || !reader.take(separator)) return {};
    std::size_t length = 0;
    const auto minute = reader.number(2, &length);
    if (!minute || length != 2) return {};
    int second = 0;
    int milliseconds = 0;
    if (reader.take(separator)) {
        const auto read = reader.number(2, &length);
        if (!read || length != 2) return {};
        second = *read;
        if (reader.take('.') || reader.take(',')) {
            const auto fraction = readFraction(reader);
            if (!fraction) return {};
            milliseconds = *fraction;
        }
    }
    TimeOfDay time;
    if (!readHalfOfDay(reader, *hour) || !readOffset(reader, time.offset)) return {};
    if (*hour > 23 || *minute > 59 || second > 59) return {};
    time.sinceMidnight = std::chrono::hours{*hour} + minutes{*minute} + std::chrono::seconds{second} +
                         std::chrono::milliseconds{milliseconds};
    return time;
}

std::optional<TimeOfDay> readTimeAfterDate(Reader& date, std::string_view timeCell)
{
    date.take('T');
    date.take(',');
    date.skipSpaces();
    Reader own{timeCell};
    own.skipSpaces();
    // a spreadsheet writes the date column of a date-and-time pair as "2026-03-04 00:00:00"
    auto time = date.isAtEnd() ? TimeOfDay{std::chrono::hours{12}} : readTimeOfDay(date);
    date.skipSpaces();
    if (!time || !date.isAtEnd()) return {};
    if (own.isAtEnd()) return time;
    time = readTimeOfDay(own);
    own.skipSpaces();
    if (!own.isAtEnd()) return {};
    return time;
}

} // namespace

DateHint dateHint(std::string_view cell)
{
    Reader reader{cell};
    reader.skipSpaces();
    const auto parts = readParts(reader);
    return parts ? hintOf(*parts) : DateHint::Silent;
}

void DateVotes::add(DateHint hint)
{
    switch (hint) {
    case DateHint::Silent: break;
    case DateHint::DayFirst: ++dayFirst; break;
    case DateHint::MonthFirst: ++monthFirst; break;
    case DateHint::Ambiguous: ++ambiguous; break;
    }
}

std::optional<DateOrder> decideOrder(const DateVotes& votes)
{
    if ((votes.dayFirst > 0) == (votes.monthFirst > 0)) return {};
    return votes.dayFirst > 0 ? DateOrder::DayFirst : DateOrder::MonthFirst;
}

Result<WrittenTime> readTime(std::string_view date, std::string_view time, std::optional<DateOrder> order)
{
    const auto refused = [&](ErrorCode code) {
        return Error{code, shortened(date) + (time.empty() ? "" : " " + shortened(time))};
    };
    Reader reader{date};
    reader.skipSpaces();
    const auto parts = readParts(reader);
    if (!parts) return refused(ErrorCode::ImportDateInvalid);
    const auto hint = hintOf(*parts);
    if (!order && hint == DateHint::Ambiguous) return refused(ErrorCode::ImportDateAmbiguous);
    // without a decision for the column a day over 12 still speaks for itself
    const auto day = dateOf(
        *parts, order.value_or(hint == DateHint::MonthFirst ? DateOrder::MonthFirst : DateOrder::DayFirst));
    const int year = static_cast<int>(day.year());
    const auto clock = readTimeAfterDate(reader, time);
    if (!day.ok() || year < 1900 || year > 2199 || !clock) return refused(ErrorCode::ImportDateInvalid);
    return WrittenTime{std::chrono::local_days{day} + clock->sinceMidnight, clock->offset};
}

} // namespace till
