#include "domain/scan/scan_calibration.h"

#include <catch2/catch.hpp>

using namespace till;

namespace {

struct Keyboard {
    void send(std::u32string_view text, std::uint64_t gap, char32_t end = U'\r')
    {
        at += 2'000;
        for (const char32_t c : text) trains.key(c, at += gap);
        if (end != 0) trains.key(end, at += gap);
    }
    ScanRules suggestion(const ScanRules& now = {}) const { return suggestRules(trains.trains(), now); }
    KeyTrains trains;
    std::uint64_t at = 0;
};

} // namespace

TEST_CASE("a slow scanner gets a longer gap, and a typist stays a typist")
{
    Keyboard keyboard;
    for (const auto* code : {U"4006381333931", U"3017620422003", U"5449000000996"}) keyboard.send(code, 44);
    CHECK(keyboard.trains.trains().size() == 3);
    keyboard.send(U"seventeen", 110, 0);
    // 44 ms is beyond what is taken for a scanner without being told: nothing is suggested from it.
    CHECK(keyboard.suggestion() == ScanRules{});

    Keyboard quicker;
    for (const auto* code : {U"4006381333931", U"3017620422003"}) quicker.send(code, 36);
    quicker.send(U"seventeen", 60, 0);
    CHECK(quicker.suggestion().gapMs == 48); // in the middle
}

TEST_CASE("a prefix, a suffix and a Tab are found in what was scanned")
{
    Keyboard keyboard;
    for (const auto* code : {U"~4006381333931#", U"~3017620422003#", U"~5449000000996#"})
        keyboard.send(code, 4, U'\t');
    const auto rules = keyboard.suggestion({.end = ScanRules::End::Enter});
    CHECK(rules.prefix == "~");
    CHECK(rules.suffix == "#");
    CHECK(rules.end == ScanRules::End::Tab);
    CHECK(rules.gapMs == 30); // as it was: it fits
}

TEST_CASE("codes that begin alike, or with a symbology prefix, are no reason for a prefix")
{
    Keyboard keyboard;
    for (const auto* code : {U"4006381333931", U"4006381333948"}) keyboard.send(code, 4);
    CHECK(keyboard.suggestion().prefix.empty());
    for (const auto* code : {U"]E04006381333931", U"]E04006381333948"}) keyboard.send(code, 4);
    CHECK(keyboard.suggestion().prefix.empty());
}

TEST_CASE("a scanner that ends with nothing is seen to, and without scans nothing is suggested")
{
    Keyboard keyboard;
    CHECK(keyboard.suggestion({.gapMs = 77}) == ScanRules{.gapMs = 77});
    keyboard.send(U"4006381333931", 5, 0);
    keyboard.send(U"3017620422003", 5, 0);
    CHECK(keyboard.suggestion().end == ScanRules::End::None);
}

TEST_CASE("a scanner set for another keyboard is known by what arrives")
{
    CHECK(layoutProblem(U"àà-'(è\"&\"çé") == LayoutProblem::ShiftedDigits);
    CHECK(layoutProblem(U"4006381333931") == LayoutProblem::None);
    CHECK(layoutProblem(U"Tillroll-yz-YZ-0123456789") == LayoutProblem::None);
    CHECK(layoutProblem(U"Tillroll-zy-ZY-0123456789") == LayoutProblem::SwappedYz);
    CHECK(layoutProblem(U"tILLROLL-YZ-yz-0123456789") == LayoutProblem::CapsLock);
    CHECK(layoutProblem(U"BAG-1") == LayoutProblem::None);
}
