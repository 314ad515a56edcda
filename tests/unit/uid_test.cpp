#include "base/uid.h"

#include <catch2/catch.hpp>

#include <set>

using namespace till;

TEST_CASE("a uid says its version, its variant and its time")
{
    const auto text = Uid::make(0x0123456789AB).toText();
    REQUIRE(text.size() == 36);
    CHECK(text.substr(0, 13) == "01234567-89ab");
    CHECK(text[14] == '7');
    CHECK(std::string{"89ab"}.find(text[19]) != std::string::npos);
}

TEST_CASE("a uid is read back from its text, with hyphens or without, in either case")
{
    const auto uid = Uid::make(1'700'000'000'000);
    CHECK(Uid::fromText(uid.toText()) == uid);
    CHECK(Uid::fromText("018F3C1E-7A2B-7C3D-8E4F-0123456789AB")->toText() ==
          "018f3c1e-7a2b-7c3d-8e4f-0123456789ab");
    CHECK(Uid::fromText("018f3c1e7a2b7c3d8e4f0123456789ab")->toText() ==
          "018f3c1e-7a2b-7c3d-8e4f-0123456789ab");
}

TEST_CASE("what is no uid is none")
{
    const std::string text =
        GENERATE(as<std::string>{}, "", "018f3c1e", "018f3c1e-7a2b-7c3d-8e4f-0123456789ag",
            "018f3c1e+7a2b-7c3d-8e4f-0123456789ab", "018f3c1e-7a2b-7c3d-8e4f-0123456789abc",
            "{18f3c1e7a2b7c3d8e4f0123456789ab", "018f3c1e7-a2b-7c3d-8e4f-0123456789ab");
    CHECK_FALSE(Uid::fromText(text));
}

TEST_CASE("ten thousand uids of one millisecond are all different")
{
    std::set<Uid> seen;
    for (int i = 0; i < 10'000; ++i) seen.insert(Uid::make(1'700'000'000'000));
    CHECK(seen.size() == 10'000);
    CHECK(Uid{}.isNull());
    CHECK_FALSE(seen.begin()->isNull());
}
