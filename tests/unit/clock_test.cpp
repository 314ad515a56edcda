#include "base/clock.h"

#include <catch2/catch.hpp>

namespace {

using namespace till;
using namespace std::chrono;

ShopCalendar calendar(const char* zone, minutes cutoff = minutes{0})
{
    auto made = ShopCalendar::make(zone, cutoff);
    REQUIRE(made);
    return std::move(made).value();
}

Timestamp utc(year_month_day date, minutes time)
{
    return sys_days{date} + time;
}

local_time<milliseconds> wall(year_month_day date, minutes time)
{
    return local_days{date} + time;
}

} // namespace

TEST_CASE("a day is written and read as its date")
{
    CHECK(BusinessDay::fromText("2026-03-14")->toText() == "2026-03-14");
    CHECK(BusinessDay::fromText("1970-01-01")->days == 0);
    CHECK(BusinessDay::fromText("1969-12-31")->days == -1);
    CHECK(BusinessDay::fromText("2024-02-29")->date() == 2024y / February / 29);
    const std::string text = GENERATE(as<std::string>{}, "", "2026-02-29", "2026-13-01", "2026-00-10",
        "2026-3-14", "14.03.2026", "2026-03-14 ", "2026-03-1x", "+026-03-14", "\xff\xff\xff\xff-03-14");
    const auto day = BusinessDay::fromText(text);
    REQUIRE_FALSE(day);
    CHECK(day.error().code == ErrorCode::ImportDateInvalid);
}

TEST_CASE("the night belongs to yesterday until the cut-off")
{
    const auto shop = calendar("Europe/Paris", hours{4});
    CHECK(
        shop.at(utc(2026y / March / 14, 2h + 59min)).businessDay.toText() == "2026-03-13"); // 03:59 in Paris
    CHECK(shop.at(utc(2026y / March / 14, 3h)).businessDay.toText() == "2026-03-14");
    CHECK(calendar("Europe/Paris").at(utc(2026y / March / 13, 23h)).businessDay.toText() == "2026-03-14");
}

TEST_CASE("the cut-off stays on the wall clock when the clocks change in the night")
{
    const auto shop = calendar("Europe/Paris", hours{4});
    // Spring: 04:00 is 02:00 UTC from now on. Autumn: it is 03:00 UTC again.
    CHECK(shop.at(utc(2026y / March / 29, 1h + 59min)).businessDay.toText() == "2026-03-28");
    CHECK(shop.at(utc(2026y / March / 29, 2h)).businessDay.toText() == "2026-03-29");
    CHECK(shop.at(utc(2026y / October / 25, 2h + 59min)).businessDay.toText() == "2026-10-24");
    CHECK(shop.at(utc(2026y / October / 25, 3h)).businessDay.toText() == "2026-10-25");
}

TEST_CASE("in the hour that Paris skips, it is the moment after it")
{
    const auto skipped = calendar("Europe/Paris").atLocal(wall(2026y / March / 29, 2h + 30min));
    CHECK(skipped.toText() == "2026-03-29T03:00:00+02:00");
}

TEST_CASE("in the hour that Paris repeats, it is the first")
{
    const auto shop = calendar("Europe/Paris");
    const auto first = shop.atLocal(wall(2026y / October / 25, 2h + 30min));
    CHECK(first.toText() == "2026-10-25T02:30:00+02:00");
    CHECK(shop.at(first.utc + hours{1}).toText() == "2026-10-25T02:30:00+01:00");
}

TEST_CASE("Toronto counts backwards from UTC")
{
    const auto shop = calendar("America/Toronto");
    CHECK(shop.atLocal(wall(2026y / July / 1, 18h)).toText() == "2026-07-01T18:00:00-04:00");
    CHECK(shop.atLocal(wall(2026y / March / 8, 2h + 15min)).toText() == "2026-03-08T03:00:00-04:00");
    CHECK(shop.atLocal(wall(2026y / November / 1, 1h + 15min)).toText() == "2026-11-01T01:15:00-04:00");
    CHECK(shop.at(utc(2026y / January / 1, 4h + 59min)).businessDay.toText() == "2025-12-31");
}

TEST_CASE("Lord Howe moves its clocks by half an hour")
{
    const auto shop = calendar("Australia/Lord_Howe");
    CHECK(shop.atLocal(wall(2026y / January / 10, 12h)).toText() == "2026-01-10T12:00:00+11:00");
    CHECK(shop.atLocal(wall(2026y / July / 10, 12h)).toText() == "2026-07-10T12:00:00+10:30");
    CHECK(shop.atLocal(wall(2026y / April / 5, 1h + 45min)).toText() == "2026-04-05T01:45:00+11:00");
    CHECK(shop.atLocal(wall(2026y / October / 4, 2h + 10min)).toText() == "2026-10-04T02:30:00+11:00");
}

TEST_CASE("a time on the wall comes back as it was, all year round")
{
    const std::string zone =
        GENERATE("Europe/Paris", "America/Toronto", "Australia/Lord_Howe", "Asia/Kathmandu");
    const auto shop = calendar(zone.c_str(), hours{3});
    for (int hour = 0; hour < 365 * 24; hour += 7) {
        const auto moment = shop.at(utc(2026y / January / 1, hours{hour}));
        const auto again = shop.atLocal(
            local_time<milliseconds>{moment.utc.time_since_epoch() + minutes{moment.offsetMinutes}});
        const auto apart = moment.utc - again.utc;
        REQUIRE((apart == 0ms || apart == 1h || apart == 30min)); // the repeated hour gives its first
        if (apart == 0ms) REQUIRE(again == moment);
    }
}

TEST_CASE("milliseconds and times before 1970 are written downwards")
{
    const auto shop = calendar("UTC");
    CHECK(shop.at(Timestamp{1999ms}).toText() == "1970-01-01T00:00:01+00:00");
    CHECK(shop.at(Timestamp{-1ms}).toText() == "1969-12-31T23:59:59+00:00");
    CHECK(shop.at(Timestamp{-1ms}).businessDay.toText() == "1969-12-31");
}

TEST_CASE("a time zone that this machine does not know is refused")
{
    const std::string zone = GENERATE(as<std::string>{}, "", "Europe/Atlantis", "../../etc/passwd", "\xff");
    const auto made = ShopCalendar::make(zone, minutes{0});
    REQUIRE_FALSE(made);
    CHECK(made.error().code == ErrorCode::TimeZoneUnknown);
}

TEST_CASE("the clock on the wall goes forward")
{
    const SystemClock clock;
    const auto before = clock.now();
    CHECK(before.time_since_epoch() > 1'700'000'000s);
    CHECK(clock.now() >= before);
}
