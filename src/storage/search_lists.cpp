#include "storage/search_lists.h"

#include "storage/connection.h"

#include <algorithm>
#include <numeric>
#include <set>

namespace till {
namespace {

constexpr int kBlockBits = 16;
constexpr std::size_t kQuickerRead = 40;
static_assert(kSearchTokenBits + kBlockBits < 64);

std::int64_t rowOf(SearchToken list, std::int64_t block)
{
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(list) << kBlockBits) | block;
}

std::int64_t lastRowOf(SearchToken list)
{
    return rowOf(list, (std::int64_t{1} << kBlockBits) - 1);
}

std::int64_t blockOf(std::int64_t row)
{
    return row & ((std::int64_t{1} << kBlockBits) - 1);
}

/// Nothing is in the lists of a block that has no products: an import writes without looking.
std::set<std::int64_t> emptyBlocks(Connection& db, const std::vector<std::int64_t>& rows)
{
    std::set<std::int64_t> empty;
    for (const auto row : rows) empty.insert(blockOf(row));
    std::erase_if(empty, [&](std::int64_t block) {
        return db.query("SELECT 1 FROM product_list WHERE id = ?1", rowOf(tokenOfEverything(), block)).step();
    });
    return empty;
}

void takeSteps(const std::vector<std::uint16_t>& steps, ProductBlock& products)
{
    for (const auto step : steps) {
        const auto index = static_cast<std::size_t>(step >> 1U);
        if ((step & 1U) == 0)
            products.insert(index);
        else
            products.erase(index);
    }
}

/// Where `row` stands, or may: the table is never full.
template <typename RowAt>
std::size_t slotOf(std::int64_t row, std::size_t slots, RowAt rowAt)
{
    const auto mixed = static_cast<std::uint64_t>(row) * 0x9E3779B97F4A7C15ULL;
    auto at = static_cast<std::size_t>(mixed >> 32) & (slots - 1);
    while (rowAt(at) >= 0 && rowAt(at) != row) at = (at + 1) & (slots - 1);
    return at;
}

} // namespace

ProductSet productsIn(Connection& db, const AnyList& lists, const ProductSet* among)
{
    ProductSet found;
    found.parts.reserve(among ? among->parts.size() : 8);
    for (const auto list : lists) {
        auto rows = db.query("SELECT id, products FROM product_list WHERE id BETWEEN ?1 AND ?2 ORDER BY id",
            rowOf(list, 0), lastRowOf(list));
        std::size_t next = 0;
        while (rows.step()) {
            const auto block = blockOf(rows.integer(0));
            if (among) {
                while (next < among->parts.size() && among->parts[next].block < block) ++next;
                if (next == among->parts.size()) break;
                if (among->parts[next].block != block) continue;
            }
            found.at(block).insertPacked(rows.blobView(1));
        }
    }
    return found;
}

ProductSet productsInAll(Connection& db, const std::vector<AnyList>& lists)
{
    auto found = productsIn(db, {tokenOfEverything()});
    for (const auto& any : lists) {
        if (found.count(kQuickerRead) < kQuickerRead) break;
        auto more = productsIn(db, any, &found);
        found.intersect(more);
    }
    return found;
}

void forEachTier(Connection& db, const std::function<bool(std::int64_t, const ProductBlock&)>& use)
{
    auto rows = db.query("SELECT id, products FROM product_list WHERE id BETWEEN 0 AND ?1 ORDER BY id",
        lastRowOf(tokenOfTier(63)));
    while (rows.step()) {
        ProductBlock products;
        products.insertPacked(rows.blobView(1));
        if (!use(blockOf(rows.integer(0)), products)) return;
    }
}

void ListChanges::note(SearchToken list, ProductId id, unsigned leaves)
{
    const auto step = ProductBlock::indexOf(id) * 2 + leaves;
    stepsOf(rowOf(list, ProductBlock::numberOf(id))).push_back(static_cast<std::uint16_t>(step));
}

ListChanges::Steps& ListChanges::stepsOf(std::int64_t row)
{
    if (m_rows.size() * 2 >= m_slots.size()) makeRoom();
    auto& slot = m_slots[slotOf(row, m_slots.size(), [&](std::size_t at) { return m_slots[at].row; })];
    if (slot.row < 0) {
        slot = {row, m_steps.size()};
        m_steps.emplace_back();
        m_rows.push_back(row);
    }
    return m_steps[slot.at];
}

void ListChanges::makeRoom()
{
    m_slots.assign(std::max<std::size_t>(256, m_slots.size() * 2), Slot{});
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        m_slots[slotOf(m_rows[i], m_slots.size(), [&](std::size_t at) { return m_slots[at].row; })] = {
            m_rows[i], i};
}

void ListChanges::write(Connection& db)
{
    std::vector<std::size_t> order(m_rows.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, {}, [&](std::size_t i) { return m_rows[i]; });
    const auto empty = emptyBlocks(db, m_rows);
    for (const auto i : order) {
        const auto row = m_rows[i];
        ProductBlock products;
        if (!empty.contains(blockOf(row))) {
            auto before = db.query("SELECT products FROM product_list WHERE id = ?1", row);
            if (before.step()) products.insertPacked(before.blobView(0));
        }
        takeSteps(m_steps[i], products);
        const auto packed = products.packed();
        if (packed.empty())
            db.run("DELETE FROM product_list WHERE id = ?1", row);
        else
            db.run("INSERT OR REPLACE INTO product_list(id, products) VALUES (?1, ?2)", row,
                std::span<const std::uint8_t>{packed});
    }
    *this = {};
}

} // namespace till
