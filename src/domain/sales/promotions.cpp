#include "domain/sales/promotions.h"

#include "domain/sales/promotion_search.h"

namespace till {
namespace {

/// The value each line gave to one promotion.
struct Taken {
    std::vector<std::size_t> lines; ///< ascending
    std::vector<std::int64_t> values;
};

std::vector<Taken> takenBy(const PromotionGoods& goods, const Claims& claims, std::size_t lineCount)
{
    std::vector<Taken> taken(goods.promotionCount());
    std::vector<std::vector<std::pair<std::size_t, std::int64_t>>> ofLine(lineCount);
    for (std::size_t i = 0; i < claims.size(); ++i) {
        if (claims[i].promotion < 0) continue;
        const auto& piece = goods.pieces()[i];
        auto& parts = ofLine[piece.line];
        const auto promotion = static_cast<std::size_t>(claims[i].promotion);
        auto known = parts.begin();
        while (known != parts.end() && known->first != promotion) ++known;
        if (known == parts.end()) {
            parts.emplace_back(promotion, piece.value);
        } else {
            known->second += piece.value;
        }
    }
    for (std::size_t line = 0; line < lineCount; ++line) {
        for (const auto& [promotion, value] : ofLine[line]) {
            taken[promotion].lines.push_back(line);
            taken[promotion].values.push_back(value);
        }
    }
    return taken;
}

} // namespace

Result<std::vector<AppliedPromotion>> applyPromotions(
    const CartToPrice& cart, std::vector<PricedLine>& lines, std::vector<Money>& remaining)
{
    std::vector<AppliedPromotion> applied;
    for (std::size_t p = 0; p < cart.promotions.size(); ++p) {
        if (auto sound = checkPromotion(*cart.promotions[p]); !sound) {
            return Error{sound.error().code, "promotions[" + std::to_string(p) + "]." + sound.error().detail};
        }
    }
    if (cart.promotions.empty()) return applied;
    const PromotionGoods goods{cart, remaining};
    if (goods.pieces().empty()) return applied;
    const auto claims = cart.choice == PromotionChoice::Best ? bestClaims(goods) : claimsInOrder(goods);
    const auto savings = goods.savings(claims);
    const auto taken = takenBy(goods, claims, lines.size());
    for (std::size_t p = 0; p < savings.size(); ++p) {
        if (!savings[p].isPositive()) continue;
        const auto parts = allocate(savings[p], taken[p].values);
        AppliedPromotion given{cart.promotions[p]->code, cart.promotions[p]->label(), savings[p]};
        for (std::size_t i = 0; i < parts.size(); ++i) {
            const auto line = taken[p].lines[i];
            given.shares.push_back({line, parts[i]});
            lines[line].promotion += parts[i];
            remaining[line] -= parts[i];
        }
        applied.push_back(std::move(given));
    }
    return applied;
}

} // namespace till
