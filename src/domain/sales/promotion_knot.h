#pragma once

#include "domain/sales/promotion_pieces.h"

#include <functional>
#include <optional>

namespace till {

/// The exact search of a few promotions that want the same goods (promotion_search.h says how, and how far).
class KnotSearch {
public:
    /// `pieces` and `promotions` are indices, ascending. `percentOf` is the percentage a piece gets when no
    /// promotion of the knot takes it, -1 for none.
    KnotSearch(const PromotionGoods& goods, std::vector<std::size_t> pieces,
        const std::vector<std::size_t>& promotions, const std::function<int(std::size_t)>& percentOf);

    bool fits() const { return m_bits <= 128; } ///< what has to be remembered of the pieces behind
    void run(Claims& claims);

private:
    __extension__ typedef unsigned __int128 Key;

    /// A counter inside the key.
    struct Slot {
        int shift = 0;
        std::int64_t most = 0;
        std::int64_t of(Key key) const
        {
            return static_cast<std::int64_t>((key >> shift) & ((Key{1} << width()) - 1));
        }
        Key with(Key key, std::int64_t value) const
        {
            const Key mask = ((Key{1} << width()) - 1) << shift;
            return (key & ~mask) | (static_cast<Key>(value) << shift);
        }
        int width() const;
    };
    struct Member {
        std::size_t promotion = 0;
        const Promotion* rules = nullptr;
        Slot held;  ///< pieces of an unfinished group; bought ones; minor units that bear an amount
        Slot got;   ///< of BuyXGetY with two sides
        Slot times; ///< where there is a limit
        std::size_t lastPiece = 0;
        bool isSame = false; ///< bought and got are the same goods
    };
    struct State {
        Key key = 0;
        Wide saving = 0; ///< millionths of a minor unit
        std::int64_t used =
            0; ///< value of what was taken: of two that save the same, the one that takes less
        std::uint32_t node = 0;
    };
    struct Node {
        std::uint32_t parent = 0;
        Claim claim;
    };

    void addSlot(Slot& slot, std::int64_t most);
    void addMember(std::size_t promotion);
    void expand(std::size_t at, const State& state);
    void takeGrouped(const Member& member, const Piece& piece, const State& state);
    void takeBought(const Member& member, const Piece& piece, const State& state);
    void takeGot(const Member& member, const Piece& piece, const State& state);
    void takeAmount(const Member& member, const Piece& piece, const State& state);
    /// One time more, where there is a limit; nothing when it is reached.
    std::optional<Key> countTime(const Member& member, Key key) const;
    void offer(const State& from, Key key, Wide gain, std::int64_t used, Claim claim);
    State* place(const State& state); ///< null when what is known there is as good
    void beginStep(std::size_t states);
    void close(std::size_t at);
    void narrow(std::size_t width);
    bool isFinished(const State& state) const; ///< no group is half full
    Wide promise(const State& state) const;

    const PromotionGoods& m_goods;
    std::vector<std::size_t> m_pieces;
    std::vector<Member> m_members;
    std::vector<int> m_percent; ///< of each of m_pieces
    int m_bits = 0;
    std::vector<State> m_states;
    std::vector<State> m_next;
    std::vector<Node> m_nodes;
    std::vector<std::uint64_t> m_table; ///< by a key's hash: step and index in m_next
    std::uint64_t m_step = 0;
};

} // namespace till
