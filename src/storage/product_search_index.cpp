#include "domain/catalog/search_words.h"
#include "storage/connection.h"
#include "storage/product_search.h"

#include <algorithm>
#include <bit>
#include <iterator>
#include <optional>

namespace till {
namespace {

constexpr std::int64_t kTierNeverSold = 40;
/// Enough that an import of an ordinary catalogue writes every list once, few enough for a small memory.
constexpr std::size_t kAddedAtOnce = 128'000;

/// 40 = never sold, 39 = once, 38 = two or three times, 37 = four to seven ...
std::int64_t tierOf(std::int64_t soldLines)
{
    const auto sold = static_cast<std::uint64_t>(std::max<std::int64_t>(soldLines, 0));
    return kTierNeverSold - static_cast<std::int64_t>(std::bit_width(sold));
}

/// The lines sold from which the next better tier begins.
std::int64_t endOfTier(std::int64_t tier)
{
    return std::int64_t{1} << (kTierNeverSold - tier);
}

struct Indexed {
    std::int64_t tier = kTierNeverSold;
    SearchText text;
};

std::optional<Indexed> indexed(Connection& db, ProductId id)
{
    auto row =
        db.query("SELECT tier, department_id, words, codes FROM product_search WHERE product_id = ?1", id);
    if (!row.step()) return std::nullopt;
    return Indexed{row.integer(0), {row.id<DepartmentId>(1), row.text(2), row.text(3)}};
}

std::int64_t soldLines(Connection& db, ProductId id)
{
    auto row = db.query("SELECT sold_lines FROM product_activity WHERE product_id = ?1", id);
    return row.step() ? row.integer(0) : 0;
}

/// A product as the index knows it.
struct Entry {
    SearchText text;
    std::vector<std::string> keys; ///< that do not lead to a row of product_code
};

void addCode(Entry& entry, std::string key, std::string_view written)
{
    if (key.empty()) return;
    if (!entry.text.codes.empty()) entry.text.codes += ' ';
    entry.text.codes += key;
    if (key != written && inCapitals(key) != written) entry.keys.push_back(std::move(key));
}

Entry entryOf(const Searchable& product)
{
    Entry entry{{product.department, searchWords(product.name), {}}, {}};
    if (!product.variant.empty()) entry.text.words.append(1, ' ').append(searchWords(product.variant));
    for (const auto& code : product.codes) addCode(entry, codeKey(code.code), code.code);
    if (!product.supplierCode.empty()) addCode(entry, codeKey(product.supplierCode), {});
    return entry;
}

void insertText(Connection& db, ProductId id, std::int64_t tier, const SearchText& text)
{
    db.run("INSERT INTO product_search(product_id, tier, department_id, words, codes) VALUES (?1, ?2, ?3, "
           "?4, ?5)",
        id, tier, text.department.value, text.words, text.codes);
}

void enterTier(ListChanges& lists, ProductId id, std::int64_t tier)
{
    if (tier != kTierNeverSold) lists.enter(tokenOfTier(tier), id);
}

void leaveTier(ListChanges& lists, ProductId id, std::int64_t tier)
{
    if (tier != kTierNeverSold) lists.leave(tokenOfTier(tier), id);
}

std::vector<SearchToken> sortedTokensOf(const SearchText& text)
{
    auto tokens = tokensOf(text);
    std::sort(tokens.begin(), tokens.end());
    tokens.erase(std::unique(tokens.begin(), tokens.end()), tokens.end());
    return tokens;
}

/// Both sorted.
std::vector<SearchToken> without(
    const std::vector<SearchToken>& tokens, const std::vector<SearchToken>& others)
{
    std::vector<SearchToken> rest;
    std::ranges::set_difference(tokens, others, std::back_inserter(rest));
    return rest;
}

void insertKey(Connection& db, const std::string& key, ProductId id)
{
    db.run("INSERT OR IGNORE INTO product_code_key(key, product_id) VALUES (?1, ?2)", key, id);
}

void removeKeys(Connection& db, ProductId id, std::string_view codes)
{
    for (const auto key : splitWords(codes))
        db.run("DELETE FROM product_code_key WHERE key = ?1 AND product_id = ?2", key, id);
}

} // namespace

void SearchBatch::add(const Searchable& product)
{
    auto [text, keys] = entryOf(product);
    m_texts.add(product.id, text.department.value, text.words, text.codes);
    for (auto& key : keys) m_keys.emplace_back(std::move(key), product.id);
    for (const auto list : tokensOf(text)) m_lists.enter(list, product.id);
    ++m_added;
}

void SearchBatch::writeGathered()
{
    if (m_added < kAddedAtOnce)
        writeTexts();
    else
        write();
}

void SearchBatch::update(const Searchable& product)
{
    const auto [text, keys] = entryOf(product);
    writeTexts();
    const auto before = indexed(m_db, product.id);
    if (before && before->text.department == text.department && before->text.words == text.words &&
        before->text.codes == text.codes) {
        return;
    }
    writeKeys();
    const auto tier = before ? before->tier : tierOf(soldLines(m_db, product.id));
    if (before) {
        removeKeys(m_db, product.id, before->text.codes);
        m_db.run("DELETE FROM product_search WHERE product_id = ?1", product.id);
    }
    insertText(m_db, product.id, tier, text);
    for (const auto& key : keys) insertKey(m_db, key, product.id);
    const auto old = before ? sortedTokensOf(before->text) : std::vector<SearchToken>{};
    const auto now = sortedTokensOf(text);
    for (const auto list : without(old, now)) m_lists.leave(list, product.id);
    for (const auto list : without(now, old)) m_lists.enter(list, product.id);
    enterTier(m_lists, product.id, tier);
}

void SearchBatch::remove(ProductId id)
{
    writeTexts();
    writeKeys();
    const auto before = indexed(m_db, id);
    if (!before) return;
    removeKeys(m_db, id, before->text.codes);
    m_db.run("DELETE FROM product_search WHERE product_id = ?1", id);
    // Its words' lists keep it. What is not in the list of everything is not found, and a whole import is
    // withdrawn in a moment.
    m_lists.leave(tokenOfEverything(), id);
    leaveTier(m_lists, id, before->tier);
}

void SearchBatch::writeTexts()
{
    if (m_texts.isEmpty()) return;
    m_db.run(R"(
        INSERT INTO product_search(product_id, tier, department_id, words, codes)
        SELECT c0, ?2, c1, c2, c3 FROM rows(?1))",
        m_texts, kTierNeverSold);
    m_texts.clear();
}

void SearchBatch::writeKeys()
{
    std::sort(m_keys.begin(), m_keys.end());
    for (const auto& [key, id] : m_keys) insertKey(m_db, key, id);
    m_keys.clear();
}

void SearchBatch::write()
{
    writeTexts();
    writeKeys();
    m_lists.write(m_db);
    m_added = 0;
}

void addToSearch(Connection& db, const Searchable& product)
{
    SearchBatch batch{db};
    batch.add(product);
    batch.write();
}

void updateSearch(Connection& db, const Searchable& product)
{
    SearchBatch batch{db};
    batch.update(product);
    batch.write();
}

void removeFromSearch(Connection& db, ProductId id)
{
    SearchBatch batch{db};
    batch.remove(id);
    batch.write();
}

void countSale(Connection& db, ProductId id, Timestamp at)
{
    db.run(R"(
        INSERT INTO product_activity(product_id, sold_lines, last_sold_at, rise_at) VALUES (?1, 1, ?2, 1)
        ON CONFLICT(product_id) DO UPDATE SET sold_lines = sold_lines + 1,
            last_sold_at = max(last_sold_at, excluded.last_sold_at))",
        id, at);
}

int raiseBestSellers(Connection& db, int limit)
{
    struct Riser {
        ProductId id;
        std::int64_t tier;
        std::optional<std::int64_t> before; ///< archived products have no place
    };
    std::vector<Riser> risers;
    {
        auto rows = db.query(R"(
            SELECT a.product_id, a.sold_lines, s.tier
            FROM product_activity a INDEXED BY product_activity_rise
                LEFT JOIN product_search s ON s.product_id = a.product_id
            WHERE a.sold_lines >= a.rise_at LIMIT ?1)",
            limit);
        while (rows.step())
            risers.push_back(
                {rows.id<ProductId>(0), tierOf(rows.integer(1)), rows.optional<std::int64_t>(2)});
    }
    ListChanges lists;
    for (const auto& riser : risers) {
        db.run("UPDATE product_activity SET rise_at = ?2 WHERE product_id = ?1", riser.id,
            endOfTier(riser.tier));
        if (!riser.before || *riser.before == riser.tier) continue;
        db.run("UPDATE product_search SET tier = ?2 WHERE product_id = ?1", riser.id, riser.tier);
        leaveTier(lists, riser.id, *riser.before);
        enterTier(lists, riser.id, riser.tier);
    }
    lists.write(db);
    return static_cast<int>(risers.size());
}

} // namespace till
