#include "domain/sales/discounts.h"

#include <algorithm>

namespace till {
namespace {

Error refused(std::size_t index)
{
    return Error{ErrorCode::DiscountInvalid, "discounts[" + std::to_string(index) + "]"};
}

bool isPossible(const Discount& discount)
{
    if (const auto* rate = std::get_if<Rate>(&discount)) return !rate->isNegative() && *rate <= Rate::whole();
    return !std::get<Money>(discount).isNegative();
}

Money magnitude(Money amount)
{
    return amount.isNegative() ? -amount : amount;
}

/// `size`, with the sign of `like`.
Money towards(Money size, Money like)
{
    return like.isNegative() ? -size : size;
}

/// What stands to be discounted: the lines that allow it, and the sums of either sign.
struct Discountable {
    std::vector<std::size_t> lines;
    std::vector<Money> amounts;
    Money sold;
    Money returned;

    Money sum() const { return sold + returned; }
    bool hasBothSigns() const { return !sold.isZero() && !returned.isZero(); }
};

Discountable discountableOf(const CartToPrice& cart, const std::vector<Money>& remaining)
{
    Discountable found;
    for (std::size_t i = 0; i < remaining.size(); ++i) {
        if (!cart.lines[i].discountable) continue;
        found.lines.push_back(i);
        found.amounts.push_back(remaining[i]);
        (remaining[i].isNegative() ? found.returned : found.sold) += remaining[i];
    }
    return found;
}

std::vector<Money> inProportion(Money total, const std::vector<Money>& amounts)
{
    std::vector<std::int64_t> weights;
    weights.reserve(amounts.size());
    for (const auto amount : amounts) weights.push_back(amount.minor());
    return allocate(total, weights);
}

std::vector<Money> sharesOfRate(const Discountable& base, Rate rate)
{
    const auto total = shareOf(base.sum(), rate);
    if (!base.hasBothSigns()) return inProportion(total, base.amounts);
    // Sold and returned goods each give their own percentage; the sum alone could be nothing at all.
    return allocateNear(total, base.amounts, rate.partsPerMillion(), Rate::whole().partsPerMillion());
}

std::vector<Money> sharesOfAmount(const Discountable& base, Money amount)
{
    auto weighed = base.amounts;
    for (auto& part : weighed) {
        if (part.isNegative() != base.sum().isNegative()) part = Money{};
    }
    return inProportion(towards(amount, base.sum()), weighed);
}

} // namespace

Result<Money> applyOwnDiscounts(const LineToPrice& line, bool wereGiven, PricedLine& priced)
{
    auto left = priced.gross;
    priced.discounts.reserve(line.discounts.size());
    for (std::size_t i = 0; i < line.discounts.size(); ++i) {
        const auto& discount = line.discounts[i];
        if (!line.discountable || !isPossible(discount)) return refused(i);
        const auto* rate = std::get_if<Rate>(&discount);
        if (!rate && !wereGiven && std::get<Money>(discount) > magnitude(left)) return refused(i);
        const auto taken =
            rate ? shareOf(left, *rate) : towards(std::min(std::get<Money>(discount), magnitude(left)), left);
        priced.discounts.push_back(taken);
        left -= taken;
    }
    return left;
}

Result<> applySaleDiscounts(
    const CartToPrice& cart, std::vector<PricedLine>& lines, std::vector<Money>& remaining)
{
    for (auto& line : lines) line.saleDiscounts.resize(cart.discounts.size());
    for (std::size_t i = 0; i < cart.discounts.size(); ++i) {
        const auto& discount = cart.discounts[i];
        const auto base = discountableOf(cart, remaining);
        if (!isPossible(discount)) return refused(i);
        const auto* rate = std::get_if<Rate>(&discount);
        const auto most = magnitude(base.sum());
        if (!rate && !cart.discountsWereGiven && std::get<Money>(discount) > most) return refused(i);
        const auto shares = rate ? sharesOfRate(base, *rate)
                                 : sharesOfAmount(base, std::min(std::get<Money>(discount), most));
        for (std::size_t part = 0; part < shares.size(); ++part) {
            lines[base.lines[part]].saleDiscounts[i] = shares[part];
            remaining[base.lines[part]] -= shares[part];
        }
    }
    return {};
}

} // namespace till
