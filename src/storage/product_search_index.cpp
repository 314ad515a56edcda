#include "domain/catalog/search_words.h"
#include "storage/connection.h"
#include "storage/product_search.h"
#include "storage/search_tokens.h"

#include <algorithm>
#include <bit>
#include <optional>

namespace till {
namespace {

constexpr std::int64_t kTierNeverSold = 40;
constexpr int kProductBits = 40;

/// 40 = never sold, 39 = once, 38 = two or three times, 37 = four to seven ...
std::int64_t tierOf(std::int64_t soldLines)
{
    return kTierNeverSold - std::bit_width(static_cast<std::uint64_t>(std::max<std::int64_t>(soldLines, 0)));
}

/// The lines sold from which the next better tier begins.
std::int64_t endOfTier(std::int64_t tier)
{
    return std::int64_t{1} << (kTierNeverSold - tier);
}

std::int64_t place(std::int64_t tier, ProductId id)
{
    return (tier << kProductBits) | id.value;
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

void addKey(std::string& keys, std::string_view code)
{
    const auto key = codeKey(code);
    if (key.empty()) return;
    if (!keys.empty()) keys += ' ';
    keys += key;
}

SearchText searchText(const Searchable& product)
{
    SearchText text{product.department, searchWords(product.name), {}};
    if (!product.variant.empty()) text.words.append(1, ' ').append(searchWords(product.variant));
    for (const auto& code : product.codes) addKey(text.codes, code.code);
    if (!product.supplierCode.empty()) addKey(text.codes, product.supplierCode);
    return text;
}

constexpr std::size_t kStroke = 20'000;

void insertText(Connection& db, ProductId id, std::int64_t tier, const SearchText& text)
{
    db.run("INSERT INTO product_search(product_id, tier, department_id, words, codes) VALUES (?1, ?2, ?3, "
           "?4, ?5)",
        id, tier, text.department.value, text.words, text.codes);
}

void insertTokens(Connection& db, ProductId id, std::int64_t tier, const SearchText& text)
{
    db.run("INSERT INTO product_token(rowid, tokens) VALUES (?1, ?2)", place(tier, id), tokensOf(text));
}

void forgetTokens(Connection& db, ProductId id, std::int64_t tier, const SearchText& text)
{
    db.run("INSERT INTO product_token(product_token, rowid, tokens) VALUES ('delete', ?1, ?2)",
        place(tier, id), tokensOf(text));
}

/// Codes that are their own key are found in product_code.
void insertKeys(Connection& db, const Searchable& product)
{
    const auto insertKey = [&](const std::string& key) {
        if (!key.empty())
            db.run(
                "INSERT OR IGNORE INTO product_code_key(key, product_id) VALUES (?1, ?2)", key, product.id);
    };
    for (const auto& code : product.codes) {
        const auto key = codeKey(code.code);
        if (key != code.code) insertKey(key);
    }
    if (!product.supplierCode.empty()) insertKey(codeKey(product.supplierCode));
}

void removeKeys(Connection& db, ProductId id, std::string_view codes)
{
    for (const auto key : splitWords(codes))
        db.run("DELETE FROM product_code_key WHERE key = ?1 AND product_id = ?2", key, id);
}

} // namespace

// Everywhere below the index is written last: see SearchBatch.

void addToSearch(Connection& db, const Searchable& product)
{
    const auto text = searchText(product);
    insertText(db, product.id, kTierNeverSold, text);
    insertKeys(db, product);
    insertTokens(db, product.id, kTierNeverSold, text);
}

void SearchBatch::add(const Searchable& product)
{
    insertText(m_db, product.id, kTierNeverSold, searchText(product));
    insertKeys(m_db, product);
    m_waiting.push_back(product.id);
    if (m_waiting.size() == kStroke) write();
}

void SearchBatch::write()
{
    for (const auto id : m_waiting) {
        if (const auto row = indexed(m_db, id)) insertTokens(m_db, id, row->tier, row->text);
    }
    m_waiting.clear();
}

void updateSearch(Connection& db, const Searchable& product)
{
    const auto text = searchText(product);
    const auto before = indexed(db, product.id);
    if (before && before->text.department == text.department && before->text.words == text.words &&
        before->text.codes == text.codes) {
        return;
    }
    const auto tier = before ? before->tier : tierOf(soldLines(db, product.id));
    if (before) {
        removeKeys(db, product.id, before->text.codes);
        db.run("DELETE FROM product_search WHERE product_id = ?1", product.id);
    }
    insertText(db, product.id, tier, text);
    insertKeys(db, product);
    if (before) forgetTokens(db, product.id, tier, before->text);
    insertTokens(db, product.id, tier, text);
}

void removeFromSearch(Connection& db, ProductId id)
{
    const auto before = indexed(db, id);
    if (!before) return;
    removeKeys(db, id, before->text.codes);
    db.run("DELETE FROM product_search WHERE product_id = ?1", id);
    forgetTokens(db, id, before->tier, before->text);
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
        std::optional<Indexed> before;
    };
    std::vector<Riser> risers;
    {
        auto rows = db.query(R"(
            SELECT product_id, sold_lines FROM product_activity INDEXED BY product_activity_rise
            WHERE sold_lines >= rise_at LIMIT ?1)",
            limit);
        while (rows.step()) risers.push_back({rows.id<ProductId>(0), tierOf(rows.integer(1)), {}});
    }
    for (auto& riser : risers) {
        riser.before = indexed(db, riser.id);
        db.run("UPDATE product_activity SET rise_at = ?2 WHERE product_id = ?1", riser.id,
            endOfTier(riser.tier));
        db.run("UPDATE product_search SET tier = ?2 WHERE product_id = ?1", riser.id, riser.tier);
    }
    for (const auto& riser : risers) {
        if (!riser.before || riser.before->tier == riser.tier) continue;
        forgetTokens(db, riser.id, riser.before->tier, riser.before->text);
        insertTokens(db, riser.id, riser.tier, riser.before->text);
    }
    return static_cast<int>(risers.size());
}

} // namespace till
