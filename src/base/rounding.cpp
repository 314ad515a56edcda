#include "base/rounding.h"

#include <algorithm>
#include <cassert>
#include <limits>
#include <numeric>

namespace till {
namespace {

bool fitsHalf(Wide value)
{
    constexpr Wide kLimit = std::numeric_limits<std::int64_t>::max() / 2;
    return value <= kLimit && value >= -kLimit;
}

Wide divideRounded(Wide value, Wide divisor)
{
    if (fitsHalf(value) && fitsHalf(divisor)) { // nearly always, and several times faster than 128 bits
        const auto small = static_cast<std::int64_t>(value);
        const auto by = static_cast<std::int64_t>(divisor);
        return small >= 0 ? (small + by / 2) / by : -((-small + by / 2) / by);
    }
    const Wide half = divisor / 2;
    return value >= 0 ? (value + half) / divisor : -((-value + half) / divisor);
}

std::int64_t multiplyAndRoundWide(Wide value, Wide divisor)
{
    assert(divisor > 0);
    return narrow(divideRounded(value, divisor));
}

} // namespace

std::int64_t narrow(Wide value)
{
    if (value > std::numeric_limits<std::int64_t>::max() ||
        value < std::numeric_limits<std::int64_t>::min()) {
        throw NumberOverflow{};
    }
    return static_cast<std::int64_t>(value);
}

std::int64_t multiplyAndRound(std::int64_t value, std::int64_t numerator, std::int64_t denominator)
{
    return multiplyAndRoundWide(Wide{value} * numerator, denominator);
}

Money lineAmount(UnitPrice price, Quantity quantity)
{
    return Money::fromMinor(
        multiplyAndRoundWide(Wide{price.hundredths()} * quantity.thousandths(), Wide{100} * 1000));
}

Money shareOf(Money amount, Rate rate)
{
    return Money::fromMinor(multiplyAndRound(amount.minor(), rate.partsPerMillion(), 1'000'000));
}

Money includedTax(Money gross, Rate rate)
{
    return Money::fromMinor(multiplyAndRound(
        gross.minor(), rate.partsPerMillion(), checked::add(1'000'000, rate.partsPerMillion())));
}

UnitPrice unitPriceOf(Money amount, Quantity quantity)
{
    assert(!quantity.isZero());
    const Wide sign = quantity.isNegative() ? -1 : 1;
    return UnitPrice::fromHundredths(
        multiplyAndRoundWide(Wide{amount.minor()} * 100 * 1000 * sign, Wide{quantity.thousandths()} * sign));
}

std::vector<Money> allocate(Money total, std::span<const std::int64_t> weights)
{
    const std::size_t count = weights.size();
    std::vector<Money> parts(count);
    if (count == 0) {
        assert(total.isZero());
        return parts;
    }

    Wide sum = 0;
    for (const auto weight : weights) sum += weight < 0 ? -Wide{weight} : Wide{weight};
    if (sum == 0) {
        parts[0] = total;
        return parts;
    }

    // Work on the magnitude, so that a return is the mirror image of its sale.
    const Wide magnitude = total.isNegative() ? -Wide{total.minor()} : Wide{total.minor()};
    const std::int64_t sign = total.isNegative() ? -1 : 1;
    std::vector<Wide> remainders(count);
    std::vector<Wide> shares(count);
    Wide given = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const Wide weight = weights[i] < 0 ? -Wide{weights[i]} : Wide{weights[i]};
        shares[i] = magnitude * weight / sum;
        remainders[i] = magnitude * weight % sum;
        given += shares[i];
    }
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
        [&](std::size_t a, std::size_t b) { return remainders[a] > remainders[b]; });
    for (std::size_t i = 0; given < magnitude; ++i, ++given) ++shares[order[i]];
    for (std::size_t i = 0; i < count; ++i) parts[i] = Money::fromMinor(narrow(shares[i] * sign));
    return parts;
}

std::vector<Money> allocateNear(
    Money total, std::span<const Money> amounts, std::int64_t numerator, std::int64_t denominator)
{
    assert(denominator > 0 && numerator >= 0);
    const std::size_t count = amounts.size();
    std::vector<Money> parts(count);
    if (count == 0) {
        assert(total.isZero());
        return parts;
    }

    // Seen from the side of the total, or of the first amount that is any, so that a return mirrors its sale.
    Wide sign = total.isNegative() ? -1 : 1;
    const auto first =
        std::find_if(amounts.begin(), amounts.end(), [](Money amount) { return !amount.isZero(); });
    if (total.isZero() && first != amounts.end() && first->isNegative()) sign = -1;

    std::vector<Wide> floors(count);
    std::vector<Wide> remainders(count);
    Wide missing = total.minor() * sign;
    for (std::size_t i = 0; i < count; ++i) {
        const Wide exact = Wide{amounts[i].minor()} * numerator * sign;
        remainders[i] = (exact % denominator + denominator) % denominator;
        floors[i] = (exact - remainders[i]) / denominator;
        missing -= floors[i];
    }
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
        [&](std::size_t a, std::size_t b) { return remainders[a] > remainders[b]; });
    for (std::size_t i = 0; i < count && missing > 0 && remainders[order[i]] > 0; ++i, --missing)
        ++floors[order[i]];

    const auto size = [](Money amount) {
        return amount.isNegative() ? -Wide{amount.minor()} : Wide{amount.minor()};
    };
    const auto largest =
        std::max_element(amounts.begin(), amounts.end(), [&](Money a, Money b) { return size(a) < size(b); });
    floors[static_cast<std::size_t>(largest - amounts.begin())] += missing;
    for (std::size_t i = 0; i < count; ++i) parts[i] = Money::fromMinor(narrow(floors[i] * sign));
    return parts;
}

Money roundCash(Money amount, Money step, CashTies ties)
{
    const std::int64_t size = step.minor();
    if (size <= 1) return amount;
    const Wide magnitude = amount.isNegative() ? -Wide{amount.minor()} : Wide{amount.minor()};
    const Wide down = magnitude / size * size;
    const Wide above = magnitude - down;
    const bool up = ties == CashTies::AwayFromZero ? above * 2 >= size : above * 2 > size;
    const Wide rounded = down + (up ? Wide{size} : Wide{0});
    return Money::fromMinor(narrow(amount.isNegative() ? -rounded : rounded));
}

} // namespace till
