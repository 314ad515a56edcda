#include "domain/cash/currency.h"
#include "domain/sales/line_size.h"

#include <catch2/catch.hpp>

#include <limits>

using namespace till;

namespace {

UnitPrice price(std::int64_t minor)
{
    return UnitPrice::fromMoney(Money::fromMinor(minor));
}

bool isAsked(std::int64_t pieces, std::int64_t priceMinor, const char* code = "EUR", int unitDecimals = 0)
{
    return isUnusualLine(Quantity::fromWhole(pieces), unitDecimals, price(priceMinor), currency(code));
}

} // namespace

TEST_CASE("a thousand pieces are asked about, a full box is not")
{
    CHECK_FALSE(isAsked(1, 180));
    CHECK_FALSE(isAsked(999, 180));
    CHECK(isAsked(1'000, 1));
    CHECK(isAsked(-1'000, 1));
    CHECK_FALSE(isAsked(1'500, 2, "EUR", 3)); // grams
}

TEST_CASE("a line worth a hundred thousand is asked about, whatever its count")
{
    CHECK_FALSE(isAsked(1, 9'999'999));
    CHECK(isAsked(1, 10'000'000));
    CHECK(isAsked(-10, 1'000'000));
    CHECK(isAsked(100, 100'000, "USD"));
}

TEST_CASE("where money has large figures an ordinary sum is not asked about")
{
    CHECK_FALSE(isAsked(1, 150'000, "JPY"));
    CHECK(isAsked(1, 50'000'000, "JPY"));
    CHECK_FALSE(isAsked(1, 30'000'000, "CZK"));
    CHECK(isAsked(1, 40'000'000, "CZK"));
}

TEST_CASE("what no line can be is refused, not asked about, and nothing overflows on the way")
{
    const auto fault = [](Quantity quantity, UnitPrice each, int unitDecimals = 0) {
        CHECK_FALSE(isUnusualLine(quantity, unitDecimals, each, currency("EUR")));
        return lineFault(quantity, unitDecimals, each);
    };
    const auto most = std::numeric_limits<std::int64_t>::max();
    CHECK(fault(Quantity{}, price(180)) == ErrorCode::QuantityInvalid);
    CHECK(fault(Quantity::fromThousandths(500), price(180)) == ErrorCode::QuantityInvalid);
    CHECK(fault(Quantity::fromWhole(1'000'001), price(1)) == ErrorCode::QuantityInvalid);
    CHECK(fault(Quantity::fromWhole(-1'000'001), price(1)) == ErrorCode::QuantityInvalid);
    CHECK(fault(Quantity::fromThousandths(most), UnitPrice::fromHundredths(most)) ==
          ErrorCode::QuantityInvalid);
    CHECK(fault(Quantity::fromWhole(1), UnitPrice::fromHundredths(most)) == ErrorCode::PriceInvalid);
    CHECK(fault(Quantity::fromWhole(1), price(-1)) == ErrorCode::PriceInvalid);
    CHECK(fault(Quantity::fromWhole(1'000'000), price(1'000'000)) == ErrorCode::NumberOutOfRange);
    CHECK(fault(Quantity::fromThousandths(1), price(180), 3) == std::nullopt);
    CHECK(fault(Quantity::fromWhole(-1), price(180)) == std::nullopt);
}
