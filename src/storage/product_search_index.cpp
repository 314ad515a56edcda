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
    auto row = db.query("SELECT tier, department_id, words, codes FROM product_search WHERE product_id = ?1", id);
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

void insert(Connection& db, ProductId id, std::int64_t tier, const SearchText& text)
{
    db.run("INSERT INTO product_search(product_id, tier, department_id, words, codes) VALUES (?1, ?2, ?3, ?4, ?5)", id,
        tier, text.department.value, text.words, text.codes);
    db.run("INSERT INTO product_token(rowid, tokens) VALUES (?1, ?2)", place(tier, id), tokensOf(text));
}

void forgetTokens(Connection& db, ProductId id, std::int64_t tier, const SearchText& text)
{
    db.run("INSERT INTO product_token(product_token, rowid, tokens) VALUES ('delete', ?1, ?2)", place(tier, id),
        tokensOf(text));
}

/// Codes that are their own key are found in product_code.
void insertKeys(Connection& db, const Searchable& product)
{
    const auto insertKey = [&](const std::string& key) {
        if (!key.empty()) db.run("INSERT OR IGNORE INTO product_code_key(key, product_id) VALUES (?1, ?2)", key, product.id);
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

void addToSearch(Connection& db, const Searchable& product)
{
    insert(db, product.id, kTierNeverSold, searchText(product));
    insertKeys(db, product);
}

void updateSearch(Connection& db, const Searchable& product)
{
    const auto text = searchText(product);
    const auto before = indexed(db, product.id);
    if (before && before->text.department == text.department && before->text.words == text.words
        && before->text.codes == text.codes) {
        return;
    }
    if (before) removeFromSearch(db, product.id);
    insert(db, product.id, before ? before->tier : tierOf(soldLines(db, product.id)), text);
    insertKeys(db, product);
}

void removeFromSearch(Connection& db, ProductId id)
{
    const auto before = indexed(db, id);
    if (!before) return;
    forgetTokens(db, id, before->tier, before->text);
    removeKeys(db, id, before->text.codes);
    db.run("DELETE FROM product_search WHERE product_id = ?1", id);
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
        std::int64_t soldLines;
    };
    std::vector<Riser> risers;
    {
        auto rows = db.query(R"(
            SELECT product_id, sold_lines FROM product_activity INDEXED BY product_activity_rise
            WHERE sold_lines >= rise_at LIMIT ?1)",
            limit);
        while (rows.step()) risers.push_back({rows.id<ProductId>(0), rows.integer(1)});
    }
    for (const auto& riser : risers) {
        const auto tier = tierOf(riser.soldLines);
        db.run("UPDATE product_activity SET rise_at = ?2 WHERE product_id = ?1", riser.id, endOfTier(tier));
        const auto before = indexed(db, riser.id);
        if (!before || before->tier == tier) continue;
        forgetTokens(db, riser.id, before->tier, before->text);
        db.run("UPDATE product_search SET tier = ?2 WHERE product_id = ?1", riser.id, tier);
        db.run("INSERT INTO product_token(rowid, tokens) VALUES (?1, ?2)", place(tier, riser.id), tokensOf(before->text));
    }
    return static_cast<int>(risers.size());
}

} // namespace till
