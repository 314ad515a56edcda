#pragma once

#include "domain/sales/pricing.h"

#include <cstdint>
#include <span>
#include <vector>

namespace till {

/// What a promotion can take: one unit of a line, or, of goods that are weighed or many, the line as a whole.
struct Piece {
    std::uint32_t line = 0;
    bool counts = true;     ///< a unit: also promotions that count can take it
    std::int64_t value = 0; ///< minor units after the line's own discounts; a line's pieces sum to it exactly
};

/// Which promotion took a piece.
struct Claim {
    int promotion = -1; ///< index in the cart's list; -1: none
    bool got = false;   ///< one of the goods got, not bought
    friend bool operator==(const Claim&, const Claim&) = default;
};
using Claims = std::vector<Claim>;

/// The cart as promotions see it: pieces most valuable first, and which of them each promotion is for.
/// Lines that may not be discounted and goods that come back are not in it. The promotions outlive it.
class PromotionGoods {
public:
    PromotionGoods(const CartToPrice& cart, std::span<const Money> values);

    std::span<const Piece> pieces() const { return m_pieces; }
    std::size_t promotionCount() const { return m_promotions.size(); }
    const Promotion& promotion(std::size_t index) const { return *m_promotions[index]; }
    /// Its minimum is reached and there are goods for it.
    bool isEarnable(std::size_t promotion) const { return m_earnable[promotion]; }
    bool canBuy(std::size_t promotion, const Piece& piece) const { return isFor(m_bought, promotion, piece); }
    bool canGet(std::size_t promotion, const Piece& piece) const { return isFor(m_got, promotion, piece); }

    /// What one promotion takes of what is not claimed yet when it looks at nothing else: its largest saving.
    void takeAlone(std::size_t promotion, Claims& claims) const;
    /// What the promotion saves by its claims, rounded once.
    Money savingOf(std::size_t promotion, const Claims& claims) const;
    std::vector<Money> savings(const Claims& claims) const; ///< of every promotion
    Money saving(const Claims& claims) const;               ///< of all together

private:
    bool isFor(const std::vector<bool>& table, std::size_t promotion, const Piece& piece) const
    {
        return table[promotion * m_lineCount + piece.line];
    }
    void takeGroups(std::size_t promotion, Claims& claims) const;
    void takeBoughtAndGot(std::size_t promotion, Claims& claims) const;
    void takeOfTheSame(std::size_t promotion, Claims& claims) const;

    std::size_t m_lineCount;
    std::span<const Promotion* const> m_promotions;
    std::vector<Piece> m_pieces;
    std::vector<bool> m_bought; ///< promotion x line
    std::vector<bool> m_got;
    std::vector<bool> m_earnable;
};

} // namespace till
