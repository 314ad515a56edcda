#pragma once

#include "base/result.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string_view>

namespace till {

enum class DateOrder { DayFirst, MonthFirst };

/// What one cell says about the order of day and month in its column.
enum class DateHint { Silent, DayFirst, MonthFirst, Ambiguous };
DateHint dateHint(std::string_view cell);

struct DateVotes {
    std::int64_t dayFirst{};
    std::int64_t monthFirst{};
    std::int64_t ambiguous{};
    void add(DateHint hint);
};

/// Empty when nothing tells, or when cells contradict each other.
std::optional<DateOrder> decideOrder(const DateVotes& votes);

/// A wall-clock time as written, and how far it is from UTC if the cell says so ("...+02:00", "...Z").
struct WrittenTime {
    std::chrono::local_time<std::chrono::milliseconds> local{};
    std::optional<std::chrono::minutes> offset{};
};

/// "2010-12-01 08:26:00", "2010-12-01T08:26:00.500+01:00", "12/1/2010 8:26 PM", "01.12.2010 08:26",
/// "20101201"; years 1900 to 2199, two digits mean 20xx. `time` is a second cell or empty; a date without any
/// time is taken as noon, so that no day cut-off moves it to another day. ImportDateInvalid,
/// ImportDateAmbiguous (order unknown and needed); detail = the text.
Result<WrittenTime> readTime(std::string_view date, std::string_view time, std::optional<DateOrder> order);

} // namespace till
