#include "devices/scale_talk.h"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

using namespace till;
using namespace std::string_literals;
using State = ScaleReading::State;

namespace {

std::optional<ScaleReading> said(ScaleProtocol protocol, const std::string& bytes)
{
    return scaleTalk(protocol).read(bytes);
}

ScaleReading grams(std::int64_t weight)
{
    return {State::Stable, Quantity::fromThousandths(weight)};
}

/// An answer of a CAS scale with the check byte it must have.
std::string casFrame(const std::string& content)
{
    char check = 0;
    for (const char c : content) check = static_cast<char>(check ^ c);
    return "\x01\x02"s + content + check + "\x03\x04"s;
}

} // namespace

TEST_CASE("a Toledo 8217 says a weight, or why there is none")
{
    using enum ScaleProtocol;
    CHECK(said(Toledo8217, "\x02"s + "01.245\r") == grams(1'245));
    CHECK(said(Toledo8217, "\x02"s + "00.350N\r") == grams(350)); // after a tare
    CHECK(said(Toledo8217, "\x02"s + "00.000\r")->state == State::Empty);
    CHECK(said(Toledo8217, "\x02?\x41\r"s)->state == State::Moving);
    CHECK(said(Toledo8217, "\x02?\x42\r"s)->state == State::Overloaded);
    CHECK(said(Toledo8217, "\x02?\x44\r"s)->state == State::BelowZero);
    CHECK(said(Toledo8217, "\x02?\x50\r"s)->state == State::Empty);
    CHECK_FALSE(said(Toledo8217, "\x02"s + "01.2")); // cut off: the rest is on its way
    CHECK_FALSE(said(Toledo8217, "\x02"s + "ab.cde\r"));
}

TEST_CASE("MT-SICS answers in its own unit, and says when it moves")
{
    using enum ScaleProtocol;
    CHECK(said(MtSics, "S S     100.00 g\r\n") == grams(100));
    CHECK(said(MtSics, "S S      1.245 kg\r\n") == grams(1'245));
    CHECK(said(MtSics, "S S      1.000 lb\r\n") == grams(454));
    CHECK(said(MtSics, "S D     100.00 g\r\n")->state == State::Moving);
    CHECK(said(MtSics, "S I\r\n")->state == State::Moving);
    CHECK(said(MtSics, "S +\r\n")->state == State::Overloaded);
    CHECK(said(MtSics, "S -\r\n")->state == State::BelowZero);
    CHECK(said(MtSics, "S S      -5.00 g\r\n")->state == State::BelowZero);
    CHECK_FALSE(said(MtSics, "ES\r\n"));
    CHECK_FALSE(said(MtSics, "S S      5.00 stone\r\n"));
    CHECK_FALSE(said(MtSics, "S S     100.00 g"));
}

TEST_CASE("a CAS scale is asked twice, and an answer that lost a bit counts for nothing")
{
    const auto& talk = scaleTalk(ScaleProtocol::Cas);
    CHECK(talk.request == "\x05");
    CHECK(talk.reply("\x06") == "\x11");
    CHECK(talk.reply("\x15").empty());
    CHECK(said(ScaleProtocol::Cas, "\x06"s + casFrame("S 01.245kg")) == grams(1'245));
    CHECK(said(ScaleProtocol::Cas, casFrame("U 01.245kg"))->state == State::Moving);
    CHECK(said(ScaleProtocol::Cas, casFrame("S-00.020kg"))->state == State::BelowZero);
    CHECK(said(ScaleProtocol::Cas, casFrame("S 00.000kg"))->state == State::Empty);
    auto broken = casFrame("S 01.245kg");
    broken[6] = '9';
    CHECK_FALSE(said(ScaleProtocol::Cas, broken));
}

TEST_CASE("an Adam scale writes its weight with or without words in front")
{
    using enum ScaleProtocol;
    CHECK(said(Adam, "  0.452kg\r\n") == grams(452));
    CHECK(said(Adam, "ST,GS:+  1.200kg\r\n") == grams(1'200));
    CHECK(said(Adam, "US,GS:+  1.200kg\r\n")->state == State::Moving);
    CHECK(said(Adam, "  -0.020kg\r\n")->state == State::BelowZero);
    CHECK_FALSE(said(Adam, "  0.452\r\n"));
}

TEST_CASE("no bytes of a broken line are a weight or a crash")
{
    rc::check("any bytes", [](const std::string& bytes) {
        for (const auto protocol :
            {ScaleProtocol::Toledo8217, ScaleProtocol::MtSics, ScaleProtocol::Cas, ScaleProtocol::Adam}) {
            const auto reading = scaleTalk(protocol).read(bytes);
            if (reading && reading->state == State::Stable)
                RC_ASSERT(reading->weight > Quantity{});
            else if (reading)
                RC_ASSERT(reading->weight.isZero());
        }
    });
}

TEST_CASE("a scale's place is kept as one text, names with colons in them too")
{
    const auto usual = ScaleAddress::read("toledo-8217:/dev/ttyUSB0");
    REQUIRE(usual);
    CHECK(usual->toText() == "toledo-8217:/dev/ttyUSB0:9600");
    const auto byPath = ScaleAddress::read("adam:/dev/serial/by-path/pci-0000:00:14.0-usb-0:2:1.0-port0");
    REQUIRE(byPath);
    CHECK(byPath->file == "/dev/serial/by-path/pci-0000:00:14.0-usb-0:2:1.0-port0");
    CHECK(byPath->baud == 4'800);
    CHECK(*ScaleAddress::read(byPath->toText()) == *byPath);
    CHECK_FALSE(ScaleAddress::read("kitchen:/dev/ttyUSB0"));
    CHECK_FALSE(ScaleAddress::read("mt-sics:ttyUSB0"));
}
