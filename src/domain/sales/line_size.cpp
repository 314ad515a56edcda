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

std::int64_t unitStep(int decimals)
{
    switch (decimals) {
    case 0: return 1000;
    case 1: return 100;
    case 2: return 10;
    default: return 1;
    }
}

std::int64_t largeSum(const Currency& currency)
{
    std::int64_t major = 1;
    for (int i = 0; i < currency.decimals; ++i) major *= 10;
    const auto largestNote = currency.notes.empty() ? 0 : currency.notes.back().minor();
    return std::max(kManyMajorUnits * major, kManyNotes * largestNote);
}

bool isBeyond(std::int64_t value, std::int64_t most)
{
    return value > most || value < -most;
}

} // namespace

std::optional<ErrorCode> lineFault(Quantity quantity, int unitDecimals, UnitPrice unitPrice)
{
    const auto count = quantity.thousandths();
    if (count == 0 || count % unitStep(unitDecimals) != 0 || isBeyond(count, kMaxQuantity))
        return ErrorCode::QuantityInvalid;
    if (unitPrice.isNegative() || unitPrice.hundredths() > kMaxUnitPrice) return ErrorCode::PriceInvalid;
    if (isBeyond(lineAmount(unitPrice, quantity).minor(), kMaxLine)) return ErrorCode::NumberOutOfRange;
    return std::nullopt;
}

bool isUnusualLine(Quantity quantity, int unitDecimals, UnitPrice unitPrice, const Currency& currency)
{
    if (lineFault(quantity, unitDecimals, unitPrice)) return false;
    if (unitDecimals == 0 && std::abs(quantity.thousandths()) >= kManyPieces * 1'000) return true;
    return std::abs(lineAmount(unitPrice, quantity).minor()) >= largeSum(currency);
}

} // namespace till
