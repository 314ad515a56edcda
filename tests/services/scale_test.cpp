#include "devices/scale.h"
#include "support/pseudo_terminal.h"
#include "support/scale_nearby.h"
#include "support/shop_fixture.h"

#include <catch2/catch.hpp>

#include <thread>

using namespace till;
using test::ScaleNearby;
using namespace std::string_literals;

namespace {

Result<Quantity> weigh(
    const ScaleNearby& scale, const char* protocol, std::chrono::milliseconds patience = Scale::kToRest)
{
    return Scale{*ScaleAddress::read(protocol + (":" + scale.file()))}.weigh(patience);
}

} // namespace

TEST_CASE("a weight is taken when the scale has come to rest, in each protocol")
{
    const auto weight = Quantity::fromThousandths(1'245);
    CHECK(
        weigh({"W", {"\x02?\x41\r", "\x02?\x41\r", "\x02"s + "01.245\r"}}, "toledo-8217").value() == weight);
    CHECK(weigh({"SI\r\n", {"S D    900.00 g\r\n", "S S   1245.00 g\r\n"}}, "mt-sics").value() == weight);
    CHECK(weigh({"P\r\n", {"  0.900kg\r\n", "  1.245kg\r\n"}}, "adam").value() == weight);
}

TEST_CASE("a CAS scale gives its weight after both questions")
{
    const std::string content = "S 01.245kg";
    char check = 0;
    for (const char c : content) check = static_cast<char>(check ^ c);
    std::string frame = "\x01\x02"s + content;
    frame += check;
    frame += "\x03\x04";
    test::PseudoTerminal line;
    std::thread scale{[&] {
        char byte = 0;
        REQUIRE(::read(line.device, &byte, 1) == 1);
        CHECK(byte == '\x05');
        REQUIRE(::write(line.device, "\x06", 1) == 1);
        REQUIRE(::read(line.device, &byte, 1) == 1);
        CHECK(byte == '\x11');
        REQUIRE(::write(line.device, frame.data(), frame.size()) == static_cast<ssize_t>(frame.size()));
    }};
    const auto weight = Scale{*ScaleAddress::read("cas:" + line.file)}.weigh();
    scale.join();
    REQUIRE(weight);
    CHECK(*weight == Quantity::fromThousandths(1'245));
}

TEST_CASE("what no weight can be taken for is said: moving, empty, below zero, too heavy, not there")
{
    using namespace std::chrono_literals;
    CHECK(
        weigh({"SI\r\n", {"S D    900.00 g\r\n"}}, "mt-sics", 100ms).error().code == ErrorCode::ScaleMoving);
    CHECK(weigh({"SI\r\n", {"S S      0.00 g\r\n"}}, "mt-sics").error().code == ErrorCode::ScaleEmpty);
    CHECK(weigh({"SI\r\n", {"S -\r\n"}}, "mt-sics").error().code == ErrorCode::ScaleBelowZero);
    CHECK(weigh({"SI\r\n", {"S +\r\n"}}, "mt-sics").error().code == ErrorCode::ScaleOverloaded);
    CHECK(weigh({"another", {""}}, "mt-sics").error().code == ErrorCode::ScaleNotReached); // it says nothing
    auto gone = Scale{*ScaleAddress::read("mt-sics:/dev/there-is-no-such-line")}.weigh();
    CHECK(gone.error().code == ErrorCode::ScaleNotReached);
    CHECK_FALSE(gone.error().detail.empty());
}

TEST_CASE("a scale that is plugged in after the till was started is found")
{
    const auto place = test::TempFolder{}.path().parent_path() / ("scale-" + std::to_string(::getpid()));
    Scale scale{*ScaleAddress::read("mt-sics:" + place.string())};
    CHECK(scale.look().error().code == ErrorCode::ScaleNotReached);
    const ScaleNearby nearby{"SI\r\n", {"S S    100.00 g\r\n"}};
    std::filesystem::create_symlink(nearby.file(), place);
    const auto reading = scale.look();
    std::filesystem::remove(place);
    REQUIRE(reading);
    CHECK(reading->weight == Quantity::fromThousandths(100));
}
