#include "base/decimal.h"
#include "base/text.h"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <limits>

using namespace till;

TEST_CASE("machine decimals are read to their scale")
{
    CHECK(parseScaled("1.25", 3).value() == 1250);
    CHECK(parseScaled("-0.5", 2).value() == -50);
    CHECK(parseScaled("12", 2).value() == 1200);
    CHECK(parseScaled("007", 0).value() == 7);
    CHECK(parseScaled("-0", 2).value() == 0);
    CHECK(parseScaled("1.2500000", 2).value() == 125);
}

TEST_CASE("what is no machine decimal is refused as it was written")
{
    const std::string text = GENERATE(as<std::string>{}, "", "-", ".", "1.", ".5", "+1", " 1", "1 ", "1e3",
        "1,5", "1.2.3", "0x10", "--1", "1-", "NaN", "inf", "\xd9\xa1", "1.001");
    const auto parsed = parseScaled(text, 2);
    INFO(text);
    REQUIRE_FALSE(parsed);
    CHECK(parsed.error().code == ErrorCode::NumberInvalid);
    CHECK(parsed.error().detail == text);
}

TEST_CASE("the largest numbers are read, and the next are refused")
{
    CHECK(parseScaled("9223372036854775807", 0).value() == std::numeric_limits<std::int64_t>::max());
    CHECK(parseScaled("-9223372036854775808", 0).value() == std::numeric_limits<std::int64_t>::min());
    CHECK(parseScaled("92233720368547758.07", 2).value() == std::numeric_limits<std::int64_t>::max());
    CHECK(parseScaled("9223372036854775808", 0).error().code == ErrorCode::NumberOutOfRange);
    CHECK(parseScaled("-9223372036854775809", 0).error().code == ErrorCode::NumberOutOfRange);
    CHECK(parseScaled("92233720368547758.08", 2).error().code == ErrorCode::NumberOutOfRange);
    CHECK(parseScaled(std::string(10'000, '9'), 2).error().code == ErrorCode::NumberOutOfRange);
}

TEST_CASE("a refusal repeats the text in whole characters, however long or broken it is")
{
    std::string text = "x";
    for (int i = 0; i < 60; ++i) text += "é";
    CHECK(isUtf8(parseScaled(text, 2).error().detail));
    CHECK(parseScaled(text, 2).error().detail.size() < text.size());
    CHECK(isUtf8(parseScaled("1\xff\xc3", 2).error().detail));
}

TEST_CASE("numbers are written shortest, with the decimals asked for")
{
    CHECK(formatScaled(1250, 3, 0) == "1.25");
    CHECK(formatScaled(1000, 3, 0) == "1");
    CHECK(formatScaled(1000, 3, 2) == "1.00");
    CHECK(formatScaled(-5, 2, 2) == "-0.05");
    CHECK(formatScaled(0, 0, 0) == "0");
    CHECK(formatScaled(std::numeric_limits<std::int64_t>::min(), 2, 2) == "-92233720368547758.08");
}

TEST_CASE("money, prices, quantities and rates have their own forms")
{
    CHECK(formatMoney(Money::fromMinor(1230), 2) == "12.30");
    CHECK(formatMoney(Money::fromMinor(1230), 0) == "1230");
    CHECK(formatMoney(Money::fromMinor(-7), 3) == "-0.007");
    CHECK(formatUnitPrice(UnitPrice::fromHundredths(350), 2) == "0.035");
    CHECK(formatUnitPrice(UnitPrice::fromHundredths(19'900), 2) == "1.99");
    CHECK(formatUnitPrice(UnitPrice::fromHundredths(19'900), 0) == "199");
    CHECK(formatQuantity(Quantity::fromWhole(3)) == "3");
    CHECK(formatQuantity(Quantity::fromThousandths(1250)) == "1.250");
    CHECK(formatPercent(Rate::fromPartsPerMillion(99'750)) == "9.975");
    CHECK(formatPercent(Rate::fromPercent(20)) == "20");
    CHECK(parsePercent("5.5")->partsPerMillion() == 55'000);
    CHECK(parseQuantity("0.0005").error().code == ErrorCode::NumberInvalid);
    CHECK(parseMoney("1.999", 2).error().code == ErrorCode::NumberInvalid);
}

TEST_CASE("property: what is written is read back")
{
    CHECK(rc::check([](std::int64_t value) {
        const auto scale = *rc::gen::inRange(0, 6);
        const auto decimals = *rc::gen::inRange(0, scale + 1);
        RC_ASSERT(parseScaled(formatScaled(value, scale, decimals), scale).value() == value);
    }));
}
