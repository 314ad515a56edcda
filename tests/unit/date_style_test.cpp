#include "exchange/date_style.h"

#include <catch2/catch.hpp>

#include <string>

using namespace till;
using namespace std::chrono;

namespace {

std::string timeOf(std::string_view date, std::string_view time = "", std::optional<DateOrder> order = {})
{
    const auto read = readTime(date, time, order);
    if (!read) return std::string{toText(read.error().code)};
    const auto day = floor<days>(read->local);
    const year_month_day ymd{day};
    const hh_mm_ss clock{read->local - day};
    char text[40];
    std::snprintf(text, sizeof text, "%04d-%02u-%02u %02d:%02d:%02d.%03d", static_cast<int>(ymd.year()),
        static_cast<unsigned>(ymd.month()), static_cast<unsigned>(ymd.day()),
        static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count()),
        static_cast<int>(clock.seconds().count()), static_cast<int>(clock.subseconds().count()));
    return text;
}

} // namespace

TEST_CASE("dates and times are read as other systems write them")
{
    CHECK(timeOf("2010-12-01 08:26:00") == "2010-12-01 08:26:00.000");
    CHECK(timeOf("2010-12-01T08:26:00.5") == "2010-12-01 08:26:00.500");
    CHECK(timeOf("2010/12/01 8:26") == "2010-12-01 08:26:00.000");
    CHECK(timeOf("20101201 08:26") == "2010-12-01 08:26:00.000");
    CHECK(timeOf("01.12.2010 08:26") == "2010-12-01 08:26:00.000");
    CHECK(timeOf("1.12.10", "8.26") == "2010-12-01 08:26:00.000");
    CHECK(timeOf("13/1/2010 8:26") == "2010-01-13 08:26:00.000");
    CHECK(timeOf("1/13/2010 8:26 PM") == "2010-01-13 20:26:00.000");
    CHECK(timeOf("2010-12-01", "12:05 am") == "2010-12-01 00:05:00.000");
    CHECK(timeOf("2010-12-01 00:00:00", "08:26:00") == "2010-12-01 08:26:00.000");
}

TEST_CASE("a date without a time is noon, so that it stays its own day")
{
    CHECK(timeOf("2010-12-01") == "2010-12-01 12:00:00.000");
}

TEST_CASE("a written offset is kept beside the wall-clock time")
{
    const auto read = readTime("2010-12-01T08:26:00+01:00", "", {});
    REQUIRE(read);
    CHECK(read->offset == minutes{60});
    CHECK(readTime("2010-12-01T08:26:00Z", "", {})->offset == minutes{0});
    CHECK(readTime("2010-12-01 08:26:00 -0530", "", {})->offset == minutes{-330});
    CHECK_FALSE(readTime("2010-12-01 08:26", "", {})->offset);
    CHECK(timeOf("2010-12-01T08:26:00+01:00") == "2010-12-01 08:26:00.000");
}

TEST_CASE("day and month are told apart by the column, and asked for when it is silent")
{
    CHECK(timeOf("3/4/2026") == "ImportDateAmbiguous");
    CHECK(timeOf("4/4/2026") == "2026-04-04 12:00:00.000");
    CHECK(timeOf("3/4/2026", "", DateOrder::DayFirst) == "2026-04-03 12:00:00.000");
    CHECK(timeOf("3/4/2026", "", DateOrder::MonthFirst) == "2026-03-04 12:00:00.000");
    CHECK(timeOf("13/4/2026", "", DateOrder::MonthFirst) == "ImportDateInvalid");
    DateVotes votes;
    for (const auto* cell : {"3/4/2026", "5/13/2026", "x", "2026-01-02"}) votes.add(dateHint(cell));
    CHECK(decideOrder(votes) == DateOrder::MonthFirst);
    votes.add(dateHint("13-5-2026"));
    CHECK_FALSE(decideOrder(votes));
}

TEST_CASE("what is no date is refused")
{
    const auto cell = GENERATE(as<std::string>{}, "", "yesterday", "2026-02-30", "31.4.2026", "2026-13-01",
        "1899-12-31", "2200-01-01", "40513.35", "2026-01-01 25:00", "2026-01-01 8:61", "2026-01-01 8",
        "2026-01-01 08:00 13pm", "2026-01-01x", "1/2", "1/2/026", "2026-01-01 13:00 PM", "99/99/2026",
        "2026-01-01T08:00:00+25:00");
    INFO(cell);
    CHECK(timeOf(cell, "", DateOrder::DayFirst) == "ImportDateInvalid");
}
