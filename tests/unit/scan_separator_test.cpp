#include "domain/scan/scan_separator.h"

#include <catch2/catch.hpp>

using namespace till;
using Verdict = ScanSeparator::Verdict;

namespace {

/// Sends each character `gap` ms after the one before; the time of the last.
std::uint64_t send(ScanSeparator& separator, std::string_view text, std::uint64_t gap, std::uint64_t from)
{
    for (const char c : text) {
        separator.character(std::string_view{&c, 1}, from);
        from += gap;
    }
    return from - gap;
}

ScanSeparator with(const ScanRules& rules)
{
    return ScanSeparator{rules};
}

} // namespace

TEST_CASE("a scan is told from typing by its pace, at any pace a scanner has")
{
    for (const std::uint64_t gap : {0, 1, 8, 20, 30}) {
        ScanSeparator separator;
        const auto last = send(separator, "4006381333931", gap, 1'000);
        CHECK(separator.enter(last + gap) == Verdict::Scan);
        CHECK(separator.takeCode() == "4006381333931");
    }
    for (const std::uint64_t gap : {31, 60, 120, 400}) {
        ScanSeparator separator;
        const auto last = send(separator, "4006381333931", gap, 1'000);
        CHECK(separator.enter(last + gap) == Verdict::Typing);
    }
}

TEST_CASE("three characters and Enter are no scan, four are")
{
    ScanSeparator separator;
    CHECK(separator.enter(send(separator, "123", 10, 100) + 10) == Verdict::Typing);
    CHECK(separator.enter(send(separator, "1234", 10, 500) + 10) == Verdict::Scan);
}

TEST_CASE("an Enter that comes late is a person's, and nothing of the burst is left for the next scan")
{
    ScanSeparator separator;
    const auto last = send(separator, "4006381333931", 10, 100);
    CHECK(separator.enter(last + 200) == Verdict::Typing);
    CHECK(separator.enter(send(separator, "BAG-1", 10, last + 300) + 10) == Verdict::Scan);
    CHECK(separator.takeCode() == "BAG-1");
}

TEST_CASE("what a person typed just before a scan is not part of it")
{
    ScanSeparator separator;
    send(separator, "20", 150, 100);
    CHECK(separator.enter(send(separator, "4006381333931", 10, 500) + 10) == Verdict::Scan);
    CHECK(separator.takeCode() == "4006381333931");
}

TEST_CASE("the line feed after a scanner's Enter is no Enter of its own, a person's later Enter is")
{
    ScanSeparator separator;
    const auto last = send(separator, "4006381333931", 5, 100);
    REQUIRE(separator.enter(last + 5) == Verdict::Scan);
    separator.takeCode();
    CHECK(separator.enter(last + 10) == Verdict::Echo);
    CHECK(separator.enter(last + 300) == Verdict::Typing);
}

TEST_CASE("a scanner that ends with Tab, or with nothing, is understood when the rules say so")
{
    auto tab = with({.end = ScanRules::End::Tab});
    CHECK(tab.enter(send(tab, "40063813", 5, 100) + 5) == Verdict::Typing);
    CHECK(tab.tab(send(tab, "40063813", 5, 500) + 5) == Verdict::Scan);

    auto silent = with({.end = ScanRules::End::None});
    send(silent, "4006381", 5, 100);
    CHECK_FALSE(silent.rest()); // too short to be sure of
    send(silent, "40063813", 5, 500);
    CHECK(silent.rest());
    CHECK(silent.takeCode() == "40063813");
    CHECK_FALSE(silent.rest());
}

TEST_CASE("a prefix makes a scan of what comes slowly, and is not part of the code")
{
    auto separator = with({.prefix = "~"});
    CHECK(separator.enter(send(separator, "~4006381333931", 90, 100) + 90) == Verdict::Scan);
    CHECK(separator.takeCode() == "4006381333931");
    // A code without it, from another scanner, is still known by its pace.
    CHECK(separator.enter(send(separator, "4006381333931", 9, 9'000) + 9) == Verdict::Scan);
    CHECK(separator.takeCode() == "4006381333931");
}

TEST_CASE("a suffix is taken off, and ends the code of a scanner that sends nothing else")
{
    auto withEnter = with({.suffix = "#"});
    REQUIRE(withEnter.enter(send(withEnter, "40063813#", 5, 100) + 5) == Verdict::Scan);
    CHECK(withEnter.takeCode() == "40063813");
    auto alone = with({.end = ScanRules::End::None, .suffix = "#"});
    send(alone, "40063813", 5, 100);
    CHECK(alone.character("#", 140) == Verdict::Scan);
    CHECK(alone.takeCode() == "40063813");
}

TEST_CASE("a letter of two bytes is one character, and a GS1 separator stays in the code")
{
    ScanSeparator separator;
    std::uint64_t at = 100;
    for (const char* letter : {"é", "ß", "A"}) separator.character(letter, at += 5);
    CHECK(separator.enter(at + 5) == Verdict::Typing); // three
    at = 1'000;
    for (const char* letter : {"]", "C", "1", "1", "0", "A", "\x1d", "2", "1", "B"})
        separator.character(letter, at += 5);
    CHECK(separator.enter(at + 5) == Verdict::Scan);
    CHECK(separator.takeCode() == "]C110A\x1d"
                                  "21B");
}

TEST_CASE("a clock that jumps back makes no scan of what was typed")
{
    ScanSeparator separator;
    send(separator, "4006381333931", 5, 100'000);
    CHECK(separator.enter(50) == Verdict::Typing);
    CHECK_FALSE(separator.goesOn(51));
}
