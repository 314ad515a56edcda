#include "domain/cash/cash_offers.h"

#include <algorithm>
#include <limits>

namespace till {
namespace {

/// Half a unit; hundreds where there are no decimals.
std::int64_t roundStep(const Currency& currency)
{
    std::int64_t major = 1;
    for (int i = 0; i < currency.decimals; ++i) major *= 10;
    return currency.decimals == 0 ? 100 : major / 2;
}

} // namespace

Money bandOf(Money due)
{
    constexpr auto kLast = std::numeric_limits<std::int64_t>::max() / 10;
    std::int64_t power = 1;
    while (power <= kLast && due.minor() >= power * 10) power *= 10;
    const auto lead = due.minor() / power;
    return Money::fromMinor(lead >= 5 ? 5 * power : lead >= 2 ? 2 * power : lead >= 1 ? power : 0);
}

bool isRoundSum(const Currency& currency, Money sum)
{
    return sum.isPositive() && sum.minor() % roundStep(currency) == 0;
}

std::vector<Money> cashOffers(
    const Currency& currency, Money due, std::span<const Money> usual, std::size_t count)
{
    std::vector<Money> offers;
    if (!due.isPositive()) return offers;
    const auto add = [&](Money sum) {
        if (sum >= due && offers.size() < count && std::ranges::find(offers, sum) == offers.end())
            offers.push_back(sum);
    };
    if (isRoundSum(currency, due)) add(due);
    std::ranges::for_each(usual, add);
    std::ranges::for_each(likelyCash(currency, due, count), add);
    std::ranges::sort(offers);
    return offers;
}

} // namespace till
