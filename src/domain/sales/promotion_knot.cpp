#include "domain/sales/promotion_knot.h"

#include "domain/sales/promotion_search.h"

#include <algorithm>
#include <bit>

namespace till {
namespace {

constexpr Wide kMillion = 1'000'000;

bool isWanted(const PromotionGoods& goods, std::size_t promotion, const Piece& piece)
{
    const bool counts = piece.counts || goods.promotion(promotion).kind == PromotionKind::AmountOff;
    return counts && (goods.canBuy(promotion, piece) || goods.canGet(promotion, piece));
}

std::size_t hashOf(unsigned long long high, unsigned long long low)
{
    auto mixed = low * 0x9E3779B97F4A7C15ULL ^ (high + 0x7F4A7C15ULL) * 0xC2B2AE3D27D4EB4FULL;
    mixed ^= mixed >> 29;
    return static_cast<std::size_t>(mixed * 0xBF58476D1CE4E5B9ULL >> 20);
}

} // namespace

int KnotSearch::Slot::width() const
{
    return static_cast<int>(std::bit_width(static_cast<std::uint64_t>(most)));
}

void KnotSearch::addSlot(Slot& slot, std::int64_t most)
{
    slot = {m_bits, most};
    m_bits += slot.width(); // beyond 128 it is not searched
}

KnotSearch::KnotSearch(const PromotionGoods& goods, std::vector<std::size_t> pieces,
    const std::vector<std::size_t>& promotions, const std::function<int(std::size_t)>& percentOf)
    : m_goods{goods}
    , m_pieces{std::move(pieces)}
{
    // What only amounts want comes first: once it bears them, the rest need not.
    std::stable_partition(m_pieces.begin(), m_pieces.end(), [&](std::size_t piece) {
        return percentOf(piece) < 0 && std::none_of(promotions.begin(), promotions.end(), [&](std::size_t p) {
            return goods.promotion(p).kind != PromotionKind::AmountOff &&
                   isWanted(goods, p, goods.pieces()[piece]);
        });
    });
    m_percent.reserve(m_pieces.size());
    for (const auto piece : m_pieces) m_percent.push_back(percentOf(piece));
    for (const auto p : promotions) addMember(p);
}

void KnotSearch::addMember(std::size_t promotion)
{
    Member member;
    member.promotion = promotion;
    member.rules = &m_goods.promotion(promotion);
    std::int64_t bought = 0;
    std::int64_t got = 0;
    for (std::size_t at = 0; at < m_pieces.size(); ++at) {
        const auto& piece = m_goods.pieces()[m_pieces[at]];
        if (!isWanted(m_goods, promotion, piece)) continue;
        member.lastPiece = at;
        bought += m_goods.canBuy(promotion, piece) ? 1 : 0;
        got += m_goods.canGet(promotion, piece) ? 1 : 0;
    }
    const auto& rules = *member.rules;
    if (rules.kind == PromotionKind::AmountOff) {
        addSlot(member.held, rules.amount.minor());
    } else if (rules.kind != PromotionKind::BuyXGetY) {
        addSlot(member.held, rules.count - 1);
    } else if (rules.goods == rules.got) {
        member.isSame = true;
        addSlot(member.held, rules.count + rules.gotCount - 1);
    } else {
        auto times = std::min(bought / rules.count, got / rules.gotCount);
        if (rules.limit > 0) times = std::min<std::int64_t>(times, rules.limit);
        addSlot(member.held, times * rules.count);
        addSlot(member.got, times * rules.gotCount);
    }
    if (rules.limit > 0 && rules.kind != PromotionKind::AmountOff) addSlot(member.times, rules.limit);
    m_members.push_back(member);
}

void KnotSearch::run(Claims& claims)
{
    const auto width = std::max<std::size_t>(32, kMostSteps / m_pieces.size());
    m_nodes.assign(1, {});
    m_states.assign(1, {});
    for (std::size_t at = 0; at < m_pieces.size(); ++at) {
        beginStep(m_states.size() * (m_members.size() + 2));
        for (const auto& state : m_states) expand(at, state);
        close(at);
        narrow(width);
        std::swap(m_states, m_next);
    }
    const auto best = std::max_element(m_states.begin(), m_states.end(), [](const State& a, const State& b) {
        return a.saving != b.saving ? a.saving < b.saving : a.used > b.used;
    });
    auto node = best->node;
    for (auto at = m_pieces.size(); at-- > 0;) {
        claims[m_pieces[at]] = m_nodes[node].claim;
        node = m_nodes[node].parent;
    }
}

void KnotSearch::beginStep(std::size_t states)
{
    m_next.clear();
    if (m_table.size() < 2 * states) m_table.assign(std::bit_ceil(4 * states), 0);
    ++m_step;
}

void KnotSearch::expand(std::size_t at, const State& state)
{
    const auto& piece = m_goods.pieces()[m_pieces[at]];
    const int percent = m_percent[at];
    if (percent < 0) {
        offer(state, state.key, 0, 0, {});
    } else {
        const auto rate = m_goods.promotion(static_cast<std::size_t>(percent)).rate->partsPerMillion();
        offer(state, state.key, Wide{piece.value} * rate, piece.value, {percent, false});
    }
    for (const auto& member : m_members) {
        if (member.rules->kind == PromotionKind::AmountOff) {
            if (m_goods.canBuy(member.promotion, piece)) takeAmount(member, piece, state);
            continue;
        }
        if (!piece.counts) continue;
        const bool buys = m_goods.canBuy(member.promotion, piece);
        if (member.rules->kind != PromotionKind::BuyXGetY || member.isSame) {
            if (buys) takeGrouped(member, piece, state);
            continue;
        }
        if (buys) takeBought(member, piece, state);
        if (m_goods.canGet(member.promotion, piece)) takeGot(member, piece, state);
    }
}

std::optional<KnotSearch::Key> KnotSearch::countTime(const Member& member, Key key) const
{
    if (member.rules->limit == 0) return key;
    const auto times = member.times.of(key);
    if (times == member.times.most) return std::nullopt;
    return member.times.with(key, times + 1);
}

/// The next piece of a group. Pieces come most valuable first, so of the same goods bought and got those
/// bought come first.
void KnotSearch::takeGrouped(const Member& member, const Piece& piece, const State& state)
{
    const auto& rules = *member.rules;
    const auto held = member.held.of(state.key);
    const auto key = held == 0 ? countTime(member, state.key) : std::optional{state.key};
    if (!key) return;
    const bool got = member.isSame && held >= rules.count;
    Wide gain = 0;
    if (!member.isSame && rules.price) {
        gain = kMillion * piece.value - (held == 0 ? kMillion * rules.price->minor() : Wide{0});
    } else if (!member.isSame || got) {
        gain = Wide{piece.value} * rules.rate->partsPerMillion();
    }
    const auto next = held == member.held.most ? 0 : held + 1;
    offer(state, member.held.with(*key, next), gain, piece.value, {static_cast<int>(member.promotion), got});
}

void KnotSearch::takeBought(const Member& member, const Piece& piece, const State& state)
{
    const auto bought = member.held.of(state.key);
    const auto got = member.got.of(state.key);
    if (bought == member.held.most) return;
    auto key = member.held.with(state.key, bought + 1);
    if (bought + 1 >= member.rules->count && got >= member.rules->gotCount) {
        const auto counted = countTime(member, key);
        if (!counted) return;
        key = member.held.with(*counted, bought + 1 - member.rules->count);
        key = member.got.with(key, got - member.rules->gotCount);
    }
    offer(state, key, 0, piece.value, {static_cast<int>(member.promotion), false});
}

void KnotSearch::takeGot(const Member& member, const Piece& piece, const State& state)
{
    const auto bought = member.held.of(state.key);
    const auto got = member.got.of(state.key);
    if (got == member.got.most) return;
    auto key = member.got.with(state.key, got + 1);
    if (bought >= member.rules->count && got + 1 >= member.rules->gotCount) {
        const auto counted = countTime(member, key);
        if (!counted) return;
        key = member.held.with(*counted, bought - member.rules->count);
        key = member.got.with(key, got + 1 - member.rules->gotCount);
    }
    const auto gain = Wide{piece.value} * member.rules->rate->partsPerMillion();
    offer(state, key, gain, piece.value, {static_cast<int>(member.promotion), true});
}

void KnotSearch::takeAmount(const Member& member, const Piece& piece, const State& state)
{
    const auto borne = member.held.of(state.key);
    const auto more = std::min(piece.value, member.held.most - borne);
    if (more == 0) return;
    offer(state, member.held.with(state.key, borne + more), kMillion * more, piece.value,
        {static_cast<int>(member.promotion), false});
}

void KnotSearch::offer(const State& from, Key key, Wide gain, std::int64_t used, Claim claim)
{
    const State next{key, from.saving + gain, from.used + used, from.node};
    if (auto* placed = place(next)) {
        placed->node = static_cast<std::uint32_t>(m_nodes.size());
        m_nodes.push_back({from.node, claim});
    }
}

KnotSearch::State* KnotSearch::place(const State& state)
{
    const auto mask = m_table.size() - 1;
    auto at =
        hashOf(static_cast<std::uint64_t>(state.key >> 64), static_cast<std::uint64_t>(state.key)) & mask;
    for (; (m_table[at] >> 32) == m_step; at = (at + 1) & mask) {
        auto& known = m_next[m_table[at] & 0xFFFFFFFFULL];
        if (known.key != state.key) continue;
        const bool better =
            known.saving != state.saving ? known.saving < state.saving : known.used > state.used;
        if (!better) return nullptr;
        known = state;
        return &known;
    }
    m_table[at] = m_step << 32 | m_next.size();
    m_next.push_back(state);
    return &m_next.back();
}

/// Behind the last piece a promotion wants, a group that is half full will never be one, and what it
/// remembers matters no more.
void KnotSearch::close(std::size_t at)
{
    bool ends = false;
    for (const auto& member : m_members) ends = ends || member.lastPiece == at;
    if (!ends) return;
    const auto open = std::move(m_next);
    m_next = {};
    beginStep(open.size());
    for (auto state : open) {
        bool whole = true;
        for (const auto& member : m_members) {
            if (member.lastPiece != at) continue;
            const bool borne = member.rules->kind == PromotionKind::AmountOff;
            whole = whole && (borne || (member.held.of(state.key) == 0 && member.got.of(state.key) == 0));
            if (borne) state.key = member.held.with(state.key, 0);
            state.key = member.times.with(state.key, 0);
        }
        if (whole) place(state);
    }
}

bool KnotSearch::isFinished(const State& state) const
{
    return std::all_of(m_members.begin(), m_members.end(), [&](const Member& member) {
        return member.rules->kind == PromotionKind::AmountOff ||
               (member.held.of(state.key) == 0 && member.got.of(state.key) == 0);
    });
}

/// What a state has saved, with the price of a group that is half full counted for that half alone.
Wide KnotSearch::promise(const State& state) const
{
    auto saving = state.saving;
    for (const auto& member : m_members) {
        const auto& rules = *member.rules;
        if (!rules.price || rules.kind == PromotionKind::BuyXGetY) continue;
        const auto held = member.held.of(state.key);
        if (held > 0) saving += kMillion * rules.price->minor() * (rules.count - held) / rules.count;
    }
    return saving;
}

void KnotSearch::narrow(std::size_t width)
{
    if (m_next.size() <= width) return;
    std::vector<std::pair<Wide, std::size_t>> order;
    order.reserve(m_next.size());
    for (std::size_t i = 0; i < m_next.size(); ++i) order.emplace_back(-promise(m_next[i]), i);
    std::nth_element(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(width), order.end());
    order.resize(width);
    std::sort(order.begin(), order.end());
    std::vector<State> kept;
    kept.reserve(width + 1);
    for (const auto& [promised, index] : order) kept.push_back(m_next[index]);
    const State* finished = nullptr; // one way must lead to the end
    for (const auto& state : m_next) {
        if (isFinished(state) && (!finished || finished->saving < state.saving)) finished = &state;
    }
    if (finished) kept.push_back(*finished);
    m_next = std::move(kept);
}

} // namespace till
