#include "domain/cash/currency.h"

#include <catch2/catch.hpp>

using namespace till;

namespace {

std::vector<std::int64_t> offers(const char* code, std::int64_t due)
{
    std::vector<std::int64_t> minor;
    for (const auto amount : likelyCash(currency(code), Money::fromMinor(due), 4))
        minor.push_back(amount.minor());
    return minor;
}

} // namespace

TEST_CASE("the notes offered are what a customer hands over for the sum")
{
    CHECK(offers("EUR", 3241) == std::vector<std::int64_t>{3250, 3500, 4000, 5000});
    CHECK(offers("EUR", 1170) == std::vector<std::int64_t>{1200, 1500, 2000, 5000});
    CHECK(offers("EUR", 2000) == std::vector<std::int64_t>{5000, 10000, 20000, 50000});
    CHECK(offers("JPY", 1234) == std::vector<std::int64_t>{1300, 2000, 5000, 10000});
    CHECK(offers("EUR", 0).empty());
}

TEST_CASE("change is told in notes and coins, largest first, and adds up")
{
    const auto parts = changeParts(currency("EUR"), Money::fromMinor(1759));
    std::int64_t sum = 0;
    for (const auto& part : parts) sum += part.value.minor() * part.count;
    CHECK(sum == 1759);
    REQUIRE(parts.size() == 6);
    CHECK(parts.front().value.minor() == 1000);
    CHECK(parts.front().isNote);
    CHECK(parts.back().count == 2); // 2 ct x 2
}

TEST_CASE("currencies have the decimals of ISO 4217")
{
    CHECK(currencyDecimals("EUR") == 2);
    CHECK(currencyDecimals("JPY") == 0);
    CHECK(currencyDecimals("KWD") == 3);
    CHECK_FALSE(currencyDecimals("eur"));
    CHECK_FALSE(currencyDecimals("EURO"));
    CHECK_FALSE(currencyDecimals("UR "));
}
