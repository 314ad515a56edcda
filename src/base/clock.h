#pragma once

#include "base/result.h"

#include <chrono>
#include <compare>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace till {

using Timestamp = std::chrono::sys_time<std::chrono::milliseconds>;

/// A calendar day of the shop: days since 1970-01-01. The day a sale belongs to, not the day on the wall.
struct BusinessDay {
    std::int32_t days{};

    static BusinessDay fromDate(std::chrono::year_month_day date);
    static Result<BusinessDay> fromText(std::string_view text); ///< "2026-03-14"; ImportDateInvalid
    std::chrono::year_month_day date() const;
    std::string toText() const; ///< "2026-03-14"
    friend constexpr auto operator<=>(BusinessDay, BusinessDay) = default;
};

/// A moment as we store it. Order comes from document numbers, never from this.
struct Moment {
    Timestamp utc{};
    int offsetMinutes{}; ///< local time minus UTC at that moment
    BusinessDay businessDay{};

    std::string toText() const; ///< ISO 8601 with offset: "2026-03-14T15:07:09+01:00"
    friend bool operator==(const Moment&, const Moment&) = default;
};

class Clock {
public:
    Clock() = default;
    Clock(const Clock&) = delete;
    Clock& operator=(const Clock&) = delete;
    virtual ~Clock() = default;
    virtual Timestamp now() const = 0;
};

/// The clock on the wall.
class SystemClock final : public Clock {
public:
    Timestamp now() const override;
};

/// The shop's own calendar: its time zone, and the hour until which the night still belongs to yesterday.
class ShopCalendar {
public:
    /// `zone` is an IANA name ("Europe/Paris"); TimeZoneUnknown if this machine does not know it.
    static Result<ShopCalendar> make(std::string_view zone, std::chrono::minutes dayCutoff);

    Moment at(Timestamp utc) const;
    /// A wall-clock time of the shop. In the hour that clocks skip, the moment after it; in the hour they
    /// repeat, the first.
    Moment atLocal(std::chrono::local_time<std::chrono::milliseconds> local) const;
    const std::string& zone() const;
    std::chrono::minutes dayCutoff() const;

private:
    struct Zone;
    ShopCalendar(std::shared_ptr<const Zone> zone, std::chrono::minutes dayCutoff);
    std::shared_ptr<const Zone> m_zone;
    std::chrono::minutes m_dayCutoff;
};

} // namespace till
