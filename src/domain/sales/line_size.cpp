#include "domain/sales/line_size.h"

#include "base/rounding.h"
#include "domain/cash/currency.h"

#include <algorithm>
#include <cstdlib>

namespace till {
namespace {

constexpr std::int64_t kManyPieces = 1'000;
constexpr std::int64_t kManyMajorUnits = 100'000;
constexpr std::int64_t kManyNotes = 200;

std::int64_t largeSum(const Currency& currency)
{
    std::int64_t major = 1;
    for (int i = 0; i < currency.decimals; ++i) major *= 10;
    const auto largestNote = currency.notes.empty() ? 0 : currency.notes.back().minor();
    return std::max(kManyMajorUnits * major, kManyNotes * largestNote);
}

} // namespace

LineSize lineSize(Quantity quantity, int unitDecimals, UnitPrice unitPrice, const Currency& currency)
{
    const auto outside = [](std::int64_t value, std::int64_t most) { return value > most || value < -most; };
    if (outside(quantity.thousandths(), kMaxQuantity) || outside(unitPrice.hundredths(), kMaxUnitPrice))
        return LineSize::Impossible;
    const auto worth = std::abs(lineAmount(unitPrice, quantity).minor());
    if (worth > kMaxLine) return LineSize::Impossible;
    const bool many = unitDecimals == 0 && std::abs(quantity.thousandths()) >= kManyPieces * 1'000;
    return many || worth >= largeSum(currency) ? LineSize::Unusual : LineSize::Ordinary;
}

} // namespace till
