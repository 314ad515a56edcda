#include "base/clock.h"

#include "base/text.h"

#include <date/tz.h>

#include <cstdio>

namespace till {
namespace {

using std::chrono::minutes;

std::string twoDigits(int value)
{
    return (value < 10 ? "0" : "") + std::to_string(value);
}

std::string dateText(std::chrono::year_month_day date)
{
    char text[16];
    std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(date.year()),
        static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
    return text;
}

int digitsAt(std::string_view text, std::size_t from, std::size_t count)
{
    int value = 0;
    for (const char c : text.substr(from, count)) {
        if (c < '0' || c > '9') return -1;
        value = value * 10 + (c - '0');
    }
    return value;
}

} // namespace

BusinessDay BusinessDay::fromDate(std::chrono::year_month_day date)
{
    return {static_cast<std::int32_t>(std::chrono::sys_days{date}.time_since_epoch().count())};
}

Result<BusinessDay> BusinessDay::fromText(std::string_view text)
{
    const Error invalid{ErrorCode::ImportDateInvalid, clipped(text, 40)};
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return invalid;
    const int year = digitsAt(text, 0, 4);
    const int month = digitsAt(text, 5, 2);
    const int day = digitsAt(text, 8, 2);
    if (year < 0 || month < 0 || day < 0) return invalid;
    const std::chrono::year_month_day date{std::chrono::year{year},
        std::chrono::month{static_cast<unsigned>(month)}, std::chrono::day{static_cast<unsigned>(day)}};
    if (!date.ok()) return invalid;
    return fromDate(date);
}

std::chrono::year_month_day BusinessDay::date() const
{
    return std::chrono::year_month_day{std::chrono::sys_days{std::chrono::days{days}}};
}

std::string BusinessDay::toText() const
{
    return dateText(date());
}

std::string Moment::toText() const
{
    const auto local = utc.time_since_epoch() + minutes{offsetMinutes};
    const auto day = std::chrono::floor<std::chrono::days>(local);
    const std::chrono::hh_mm_ss time{std::chrono::floor<std::chrono::seconds>(local - day)};
    const auto date = std::chrono::year_month_day{std::chrono::sys_days{day}};
    const int offset = offsetMinutes < 0 ? -offsetMinutes : offsetMinutes;
    return dateText(date) + "T" + twoDigits(static_cast<int>(time.hours().count())) + ":" +
           twoDigits(static_cast<int>(time.minutes().count())) + ":" +
           twoDigits(static_cast<int>(time.seconds().count())) + (offsetMinutes < 0 ? "-" : "+") +
           twoDigits(offset / 60) + ":" + twoDigits(offset % 60);
}

Timestamp SystemClock::now() const
{
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

struct ShopCalendar::Zone {
    const date::time_zone* zone;
    std::string name;
};

ShopCalendar::ShopCalendar(std::shared_ptr<const Zone> zone, minutes dayCutoff)
    : m_zone{std::move(zone)}
    , m_dayCutoff{dayCutoff}
{
}

Result<ShopCalendar> ShopCalendar::make(std::string_view zone, minutes dayCutoff)
{
    try {
        const auto* known = date::locate_zone(std::string{zone});
        return ShopCalendar{std::make_shared<const Zone>(Zone{known, std::string{zone}}), dayCutoff};
    } catch (const std::runtime_error&) { // the library's only way to say "no such zone"
        return Error{ErrorCode::TimeZoneUnknown, clipped(zone, 60)};
    }
}

Moment ShopCalendar::at(Timestamp utc) const
{
    const auto info = m_zone->zone->get_info(std::chrono::floor<std::chrono::seconds>(utc));
    const auto offset = std::chrono::duration_cast<minutes>(info.offset);
    const auto local = utc.time_since_epoch() + offset - m_dayCutoff;
    return {utc, static_cast<int>(offset.count()),
        {static_cast<std::int32_t>(std::chrono::floor<std::chrono::days>(local).count())}};
}

Moment ShopCalendar::atLocal(std::chrono::local_time<std::chrono::milliseconds> local) const
{
    const date::local_time<std::chrono::milliseconds> wall{local.time_since_epoch()};
    return at(m_zone->zone->to_sys(wall, date::choose::earliest));
}

const std::string& ShopCalendar::zone() const
{
    return m_zone->name;
}

minutes ShopCalendar::dayCutoff() const
{
    return m_dayCutoff;
}

} // namespace till
