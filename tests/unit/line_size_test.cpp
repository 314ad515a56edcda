#include "domain/cash/currency.h"
#include "domain/sales/line_size.h"

#include <catch2/catch.hpp>

#include <limits>

using namespace till;

namespace {

LineSize size(std::int64_t pieces, std::int64_t priceMinor, const char* code = "EUR", int unitDecimals = 0)
{
    return lineSize(Quantity::fromWhole(pieces), unitDecimals,
        UnitPrice::fromMoney(Money::fromMinor(priceMinor)), currency(code));
}

} // namespace

TEST_CASE("a thousand pieces are asked about, a full box is not")
{
    CHECK(size(1, 180) == LineSize::Ordinary);
    CHECK(size(999, 180) == LineSize::Ordinary);
    CHECK(size(1'000, 1) == LineSize::Unusual);
    CHECK(size(-1'000, 1) == LineSize::Unusual);
    CHECK(size(1'500, 2, "EUR", 3) == LineSize::Ordinary); // grams
}

TEST_CASE("a line worth a hundred thousand is asked about, whatever its count")
{
    CHECK(size(1, 9'999'999) == LineSize::Ordinary);
    CHECK(size(1, 10'000'000) == LineSize::Unusual);
    CHECK(size(10, -1'000'000) == LineSize::Unusual);
    CHECK(size(100, 100'000, "USD") == LineSize::Unusual);
}

TEST_CASE("where money has large figures an ordinary sum is not asked about")
{
    CHECK(size(1, 150'000, "JPY") == LineSize::Ordinary);
    CHECK(size(1, 50'000'000, "JPY") == LineSize::Unusual);
    CHECK(size(1, 30'000'000, "CZK") == LineSize::Ordinary);
    CHECK(size(1, 40'000'000, "CZK") == LineSize::Unusual);
}

TEST_CASE("what no line can be is left to the refusal, and nothing overflows on the way")
{
    CHECK(size(1'000'001, 1) == LineSize::Impossible);
    CHECK(size(1'000'000, 1'000'000) == LineSize::Impossible);
    const auto most = std::numeric_limits<std::int64_t>::max();
    CHECK(lineSize(Quantity::fromThousandths(most), 0, UnitPrice::fromHundredths(most), currency("EUR")) ==
          LineSize::Impossible);
}
