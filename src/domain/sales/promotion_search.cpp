#include "domain/sales/promotion_search.h"

#include "domain/sales/promotion_knot.h"

#include <algorithm>
#include <numeric>

namespace till {
namespace {

constexpr std::size_t kMostInKnot = 12;

/// Sets of promotions that want the same goods.
class Groups {
public:
    explicit Groups(std::size_t count)
        : m_parent(count)
    {
        std::iota(m_parent.begin(), m_parent.end(), std::size_t{0});
    }
    std::size_t of(std::size_t member) const
    {
        while (m_parent[member] != member) member = m_parent[member];
        return member;
    }
    void join(std::size_t a, std::size_t b) { m_parent[std::max(of(a), of(b))] = std::min(of(a), of(b)); }

private:
    std::vector<std::size_t> m_parent;
};

bool isAmount(const Promotion& promotion)
{
    return promotion.kind == PromotionKind::AmountOff;
}
bool isPercent(const Promotion& promotion)
{
    return promotion.kind == PromotionKind::PercentOff;
}

/// Who wants what: the part of the search that is decided before anything is searched.
class Wishes {
public:
    explicit Wishes(const PromotionGoods& goods)
        : m_goods{goods}
        , m_percent(goods.pieces().size(), -1)
        , m_wanting(goods.pieces().size())
    {
        for (std::size_t p = 0; p < goods.promotionCount(); ++p) {
            if (canGive(p)) note(p);
        }
    }

    int percentOf(std::size_t piece) const { return m_percent[piece]; } ///< the best one; -1: none
    const std::vector<std::size_t>& of(std::size_t piece) const { return m_wanting[piece]; }

    /// An amount that goods of nobody else's can bear takes nothing from anybody.
    void settleFreeAmounts(Claims& claims)
    {
        for (std::size_t p = 0; p < m_goods.promotionCount(); ++p) {
            if (!m_goods.isEarnable(p) || !isAmount(m_goods.promotion(p))) continue;
            std::int64_t free = 0;
            for (std::size_t i = 0; i < m_wanting.size(); ++i) {
                if (isAlone(i, p)) free += m_goods.pieces()[i].value;
            }
            const bool enough = free >= m_goods.promotion(p).amount.minor();
            for (std::size_t i = 0; i < m_wanting.size() && enough; ++i) {
                if (isAlone(i, p)) claims[i].promotion = static_cast<int>(p);
                std::erase(m_wanting[i], p);
            }
        }
    }

private:
    bool isAlone(std::size_t piece, std::size_t promotion) const
    {
        return m_percent[piece] < 0 && m_wanting[piece].size() == 1 && m_wanting[piece][0] == promotion;
    }
    bool canGive(std::size_t p) const
    {
        if (!m_goods.isEarnable(p)) return false;
        if (isPercent(m_goods.promotion(p)) || isAmount(m_goods.promotion(p))) return true;
        Claims alone(m_goods.pieces().size());
        m_goods.takeAlone(p, alone);
        return std::any_of(
            alone.begin(), alone.end(), [](const Claim& claim) { return claim.promotion >= 0; });
    }
    void note(std::size_t p)
    {
        const auto& promotion = m_goods.promotion(p);
        for (std::size_t i = 0; i < m_wanting.size(); ++i) {
            const auto& piece = m_goods.pieces()[i];
            if (isPercent(promotion)) {
                if (!m_goods.canBuy(p, piece)) continue;
                auto& best = m_percent[i];
                if (best < 0 || m_goods.promotion(static_cast<std::size_t>(best)).rate < promotion.rate)
                    best = static_cast<int>(p);
            } else if ((piece.counts || isAmount(promotion)) &&
                       (m_goods.canBuy(p, piece) || m_goods.canGet(p, piece))) {
                m_wanting[i].push_back(p);
            }
        }
    }

    const PromotionGoods& m_goods;
    std::vector<int> m_percent;
    std::vector<std::vector<std::size_t>> m_wanting; ///< all but percentages
};

/// The promotions that give most alone go first.
std::vector<std::size_t> byOwnSaving(const PromotionGoods& goods, std::vector<std::size_t> promotions)
{
    std::vector<std::pair<Money, std::size_t>> alone;
    for (const auto p : promotions) {
        Claims claims(goods.pieces().size());
        goods.takeAlone(p, claims);
        alone.emplace_back(goods.savingOf(p, claims), p);
    }
    std::stable_sort(
        alone.begin(), alone.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    std::transform(
        alone.begin(), alone.end(), promotions.begin(), [](const auto& each) { return each.second; });
    return promotions;
}

Claims inOrder(const PromotionGoods& goods, const std::vector<std::size_t>& order)
{
    Claims claims(goods.pieces().size());
    for (const auto p : order) goods.takeAlone(p, claims);
    return claims;
}

std::vector<std::size_t> allOf(const PromotionGoods& goods)
{
    std::vector<std::size_t> all(goods.promotionCount());
    std::iota(all.begin(), all.end(), std::size_t{0});
    return all;
}

/// The pieces of one knot, and the promotions that want them.
struct Knot {
    std::vector<std::size_t> pieces;
    std::vector<std::size_t> promotions;
};

std::vector<Knot> knotsOf(const PromotionGoods& goods, const Wishes& wishes, const Claims& claims)
{
    Groups groups{goods.promotionCount()};
    for (std::size_t i = 0; i < claims.size(); ++i) {
        for (const auto p : wishes.of(i)) groups.join(wishes.of(i).front(), p);
    }
    std::vector<Knot> knots(goods.promotionCount());
    std::vector<bool> known(goods.promotionCount());
    for (std::size_t i = 0; i < claims.size(); ++i) {
        if (claims[i].promotion >= 0 || wishes.of(i).empty()) continue;
        auto& knot = knots[groups.of(wishes.of(i).front())];
        knot.pieces.push_back(i);
        for (const auto p : wishes.of(i)) {
            if (!known[p]) knot.promotions.push_back(p);
            known[p] = true;
        }
    }
    std::erase_if(knots, [](const Knot& knot) { return knot.pieces.empty(); });
    for (auto& knot : knots) std::sort(knot.promotions.begin(), knot.promotions.end());
    return knots;
}

/// An amount comes off all its goods that nobody else took, not just off as many as bear it.
void spreadAmounts(const PromotionGoods& goods, Claims& claims)
{
    std::vector<bool> counts(goods.promotionCount());
    for (const auto& claim : claims) {
        if (claim.promotion >= 0) counts[static_cast<std::size_t>(claim.promotion)] = true;
    }
    for (std::size_t p = 0; p < counts.size(); ++p) {
        if (counts[p] && isAmount(goods.promotion(p))) goods.takeAlone(p, claims);
    }
}

Claims searched(const PromotionGoods& goods)
{
    Claims claims(goods.pieces().size());
    Wishes wishes{goods};
    wishes.settleFreeAmounts(claims);
    for (const auto& knot : knotsOf(goods, wishes, claims)) {
        const bool hasRival = std::any_of(knot.pieces.begin(), knot.pieces.end(),
            [&](std::size_t i) { return wishes.percentOf(i) >= 0 || wishes.of(i).size() > 1; });
        KnotSearch search{
            goods, knot.pieces, knot.promotions, [&](std::size_t piece) { return wishes.percentOf(piece); }};
        const bool small = hasRival && knot.promotions.size() <= kMostInKnot && search.fits();
        if (small) {
            search.run(claims);
            continue;
        }
        for (const auto p : byOwnSaving(goods, knot.promotions)) goods.takeAlone(p, claims);
    }
    for (std::size_t i = 0; i < claims.size(); ++i) {
        if (claims[i].promotion < 0) claims[i].promotion = wishes.percentOf(i);
    }
    spreadAmounts(goods, claims);
    return claims;
}

} // namespace

Claims claimsInOrder(const PromotionGoods& goods)
{
    return inOrder(goods, allOf(goods));
}

Claims bestClaims(const PromotionGoods& goods)
{
    auto best = searched(goods);
    if (goods.promotionCount() < 2) return best;
    auto bestSaving = goods.saving(best);
    for (auto& other : {claimsInOrder(goods), inOrder(goods, byOwnSaving(goods, allOf(goods)))}) {
        if (const auto saving = goods.saving(other); saving > bestSaving) {
            bestSaving = saving;
            best = other;
        }
    }
    return best;
}

} // namespace till
