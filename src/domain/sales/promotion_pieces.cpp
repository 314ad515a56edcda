#include "domain/sales/promotion_pieces.h"

#include <algorithm>
#include <array>

namespace till {
namespace {

constexpr std::int64_t kMostUnits = 10'000; // of one line; more of the same are looked at as a whole

void addPieces(std::vector<Piece>& pieces, std::uint32_t line, const LineToPrice& sold, std::int64_t value)
{
    const auto units = sold.quantity.thousandths() / 1000;
    if (!sold.inPieces || !sold.quantity.isWhole() || units > kMostUnits) {
        pieces.push_back({line, false, value});
        return;
    }
    // Cut so that the units of a line sum to it: 10.00 for three is 3.33, 3.33 and 3.34.
    std::int64_t before = 0;
    for (std::int64_t unit = 1; unit <= units; ++unit) {
        const auto upTo = static_cast<std::int64_t>(Wide{value} * unit / units);
        pieces.push_back({line, true, upTo - before});
        before = upTo;
    }
}

Money savingFor(const Promotion& promotion, std::int64_t taken, std::int64_t got, std::int64_t count)
{
    const auto value = Money::fromMinor(taken);
    switch (promotion.kind) {
    case PromotionKind::NForPrice:
    case PromotionKind::MixAndMatch:
        return promotion.rate ? shareOf(value, *promotion.rate)
                              : value - *promotion.price * (count / promotion.count);
    case PromotionKind::BuyXGetY: return shareOf(Money::fromMinor(got), *promotion.rate);
    case PromotionKind::PercentOff: return shareOf(value, *promotion.rate);
    case PromotionKind::AmountOff: return std::min(value, promotion.amount);
    }
    return {};
}

std::int64_t mostTimes(const Promotion& promotion, std::int64_t fits)
{
    return promotion.limit == 0 ? fits : std::min<std::int64_t>(fits, promotion.limit);
}

} // namespace

PromotionGoods::PromotionGoods(const CartToPrice& cart, std::span<const Money> values)
    : m_lineCount{cart.lines.size()}
    , m_promotions{cart.promotions}
    , m_bought(m_promotions.size() * m_lineCount)
    , m_got(m_promotions.size() * m_lineCount)
    , m_earnable(m_promotions.size())
{
    for (std::size_t p = 0; p < m_promotions.size(); ++p) {
        const auto& promotion = *m_promotions[p];
        Money worth;
        bool any = false;
        for (std::size_t i = 0; i < m_lineCount; ++i) {
            const auto& line = cart.lines[i];
            if (!line.discountable || !line.promotable || !line.quantity.isPositive()) continue;
            const bool bought = promotion.goods.holds(line.product, line.department);
            const bool got = promotion.kind == PromotionKind::BuyXGetY &&
                             promotion.got.holds(line.product, line.department);
            m_bought[p * m_lineCount + i] = bought;
            m_got[p * m_lineCount + i] = got;
            if (bought || got) worth += values[i];
            any = any || bought || got;
        }
        m_earnable[p] = any && worth >= promotion.minimum;
    }
    for (std::size_t i = 0; i < m_lineCount; ++i) {
        bool wanted = false;
        for (std::size_t p = 0; p < m_promotions.size() && !wanted; ++p)
            wanted = m_earnable[p] && (m_bought[p * m_lineCount + i] || m_got[p * m_lineCount + i]);
        if (wanted) addPieces(m_pieces, static_cast<std::uint32_t>(i), cart.lines[i], values[i].minor());
    }
    // The order of lines must not matter: goods of one value come in the order of who wants them.
    std::stable_sort(m_pieces.begin(), m_pieces.end(), [this](const Piece& a, const Piece& b) {
        if (a.value != b.value) return a.value > b.value;
        if (a.line == b.line) return false;
        for (std::size_t p = 0; p < m_promotions.size(); ++p) {
            if (canBuy(p, a) != canBuy(p, b)) return canBuy(p, a);
            if (canGet(p, a) != canGet(p, b)) return canGet(p, a);
        }
        return a.counts && !b.counts;
    });
}

void PromotionGoods::takeAlone(std::size_t index, Claims& claims) const
{
    if (!m_earnable[index]) return;
    const auto& promotion = *m_promotions[index];
    switch (promotion.kind) {
    case PromotionKind::NForPrice:
    case PromotionKind::MixAndMatch: return takeGroups(index, claims);
    case PromotionKind::BuyXGetY:
        return promotion.goods == promotion.got ? takeOfTheSame(index, claims)
                                                : takeBoughtAndGot(index, claims);
    case PromotionKind::PercentOff:
    case PromotionKind::AmountOff: break;
    }
    for (std::size_t i = 0; i < m_pieces.size(); ++i) {
        if (claims[i].promotion < 0 && canBuy(index, m_pieces[i]))
            claims[i].promotion = static_cast<int>(index);
    }
}

/// Groups of the most valuable goods first, while a group saves anything.
void PromotionGoods::takeGroups(std::size_t index, Claims& claims) const
{
    const auto& promotion = *m_promotions[index];
    const auto size = static_cast<std::size_t>(promotion.count);
    std::vector<std::size_t> group;
    group.reserve(size);
    std::int64_t value = 0;
    std::int64_t times = 0;
    for (std::size_t i = 0; i < m_pieces.size(); ++i) {
        if (claims[i].promotion >= 0 || !m_pieces[i].counts || !canBuy(index, m_pieces[i])) continue;
        group.push_back(i);
        value += m_pieces[i].value;
        if (group.size() < size) continue;
        if (mostTimes(promotion, times + 1) == times) return;
        if (promotion.price && value <= promotion.price->minor()) return; // later ones are worth less still
        for (const auto taken : group) claims[taken].promotion = static_cast<int>(index);
        ++times;
        group.clear();
        value = 0;
    }
}

/// The same goods bought and got: the dearest of each group are paid, the cheapest are the ones got.
void PromotionGoods::takeOfTheSame(std::size_t index, Claims& claims) const
{
    const auto& promotion = *m_promotions[index];
    std::vector<std::size_t> free;
    for (std::size_t i = 0; i < m_pieces.size(); ++i) {
        if (claims[i].promotion < 0 && m_pieces[i].counts && canBuy(index, m_pieces[i])) free.push_back(i);
    }
    const auto size =
        static_cast<std::size_t>(promotion.count) + static_cast<std::size_t>(promotion.gotCount);
    const auto times = mostTimes(promotion, static_cast<std::int64_t>(free.size() / size));
    for (std::size_t at = 0; at < static_cast<std::size_t>(times) * size; ++at) {
        claims[free[at]] = {static_cast<int>(index), at % size >= static_cast<std::size_t>(promotion.count)};
    }
}

/// Gets the dearest, and counts as bought the cheapest that are on that side only. Goods on both sides may
/// serve as either, so more often is not always more: every count of times is tried.
void PromotionGoods::takeBoughtAndGot(std::size_t index, Claims& claims) const
{
    const auto& promotion = *m_promotions[index];
    enum Side { Bought, Got, Both };
    std::vector<std::pair<std::size_t, Side>> free; // most valuable first, like the pieces
    std::array<std::int64_t, 3> counts{};
    for (std::size_t i = 0; i < m_pieces.size(); ++i) {
        const auto& piece = m_pieces[i];
        if (claims[i].promotion >= 0 || !piece.counts) continue;
        const bool buys = canBuy(index, piece);
        const bool gets = canGet(index, piece);
        if (!buys && !gets) continue;
        free.emplace_back(i, buys && gets ? Both : buys ? Bought : Got);
        ++counts[static_cast<std::size_t>(free.back().second)];
    }
    const std::int64_t x = promotion.count;
    const std::int64_t y = promotion.gotCount;
    const auto fits = std::min({(counts[Bought] + counts[Both]) / x, (counts[Got] + counts[Both]) / y,
        (counts[Bought] + counts[Got] + counts[Both]) / (x + y)});
    const auto most = mostTimes(promotion, fits);
    const auto least = counts[Both] == 0 ? most : std::max<std::int64_t>(1, most - 200);
    std::int64_t bestValue = 0;
    std::vector<std::size_t> bestGot;
    std::int64_t bestTimes = 0;
    for (auto times = most; times >= least && times > 0; --times) {
        auto spareBoth = counts[Both] - std::max<std::int64_t>(0, x * times - counts[Bought]);
        std::vector<std::size_t> got;
        std::int64_t value = 0;
        for (const auto& [piece, side] : free) {
            if (side == Bought || static_cast<std::int64_t>(got.size()) == y * times) continue;
            if (side == Both && spareBoth-- <= 0) continue;
            got.push_back(piece);
            value += m_pieces[piece].value;
        }
        if (static_cast<std::int64_t>(got.size()) < y * times || value <= bestValue) continue;
        bestValue = value;
        bestGot = std::move(got);
        bestTimes = times;
    }
    for (const auto piece : bestGot) claims[piece] = {static_cast<int>(index), true};
    auto toBuy = x * bestTimes;
    for (const auto wanted : {Bought, Both}) {
        for (auto at = free.rbegin(); at != free.rend() && toBuy > 0; ++at) {
            if (at->second != wanted || claims[at->first].promotion >= 0) continue;
            claims[at->first] = {static_cast<int>(index), false};
            --toBuy;
        }
    }
}

std::vector<Money> PromotionGoods::savings(const Claims& claims) const
{
    struct Sum {
        std::int64_t taken = 0;
        std::int64_t got = 0;
        std::int64_t count = 0;
    };
    std::vector<Sum> sums(m_promotions.size());
    for (std::size_t i = 0; i < claims.size(); ++i) {
        if (claims[i].promotion < 0) continue;
        auto& sum = sums[static_cast<std::size_t>(claims[i].promotion)];
        sum.taken = checked::add(sum.taken, m_pieces[i].value);
        if (claims[i].got) sum.got += m_pieces[i].value;
        ++sum.count;
    }
    std::vector<Money> amounts(m_promotions.size());
    for (std::size_t p = 0; p < sums.size(); ++p) {
        if (sums[p].count > 0)
            amounts[p] = savingFor(*m_promotions[p], sums[p].taken, sums[p].got, sums[p].count);
    }
    return amounts;
}

Money PromotionGoods::savingOf(std::size_t promotion, const Claims& claims) const
{
    return savings(claims)[promotion];
}

Money PromotionGoods::saving(const Claims& claims) const
{
    Money sum;
    for (const auto amount : savings(claims)) sum += amount;
    return sum;
}

} // namespace till
