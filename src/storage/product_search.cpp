#include "storage/product_search.h"

#include "base/text.h"
#include "domain/catalog/gtin.h"
#include "domain/catalog/search_words.h"
#include "storage/connection.h"
#include "storage/search_lists.h"

#include <algorithm>
#include <optional>
#include <unordered_set>

namespace till {
namespace {

constexpr std::size_t kCodesLookedAt = 100;   // that begin alike; more are too many to choose among
constexpr std::size_t kSoonRead = 60;         // products: then all are, and what sells is known
constexpr int kMostRead = 1000;               // of what lists hold; only digits that repeat come near it
constexpr int kMostReadOfCodes = 200;         // where the codes themselves give the rest
constexpr std::size_t kShortestCodeRange = 4; // shorter beginnings of codes stand in the lists

struct Candidate {
    FoundProduct found;
    bool nameBegins = false; ///< with the first word typed
};

/// Gathers candidates, each product once, and reads what is needed to judge them.
class Collector {
public:
    Collector(Connection& db, const SearchQuery& query, std::size_t wanted)
        : m_db{db}
        , m_query{query}
        , m_wanted{wanted}
        , m_text{db.prepare(R"(
            SELECT s.words, s.codes, coalesce(a.sold_lines, 0)
            FROM product_search s LEFT JOIN product_activity a ON a.product_id = s.product_id
            WHERE s.product_id = ?1)")}
    {
    }

    bool full() const { return m_candidates.size() >= m_wanted; }
    std::size_t size() const { return m_candidates.size(); }

    /// An exact code needs no check of its words.
    void addCode(ProductId id) { add(id, MatchKind::Code); }
    bool hasExactCode() const
    {
        return !m_candidates.empty() && m_candidates.front().found.kind == MatchKind::Code;
    }
    void addMatching(ProductId id, MatchKind kind) { add(id, kind); }

    /// Those that sell best first, until enough is found.
    void addMatching(ProductSet set, MatchKind kind, int most)
    {
        const bool all = set.count(kSoonRead) < kSoonRead;
        int read = 0;
        const auto addThese = [&](std::int64_t block, const ProductBlock& products) {
            return products.forEach([&](std::size_t index) {
                if ((full() && !all) || read++ == most) return false;
                add(ProductBlock::idOf(block, index), kind);
                return true;
            });
        };
        if (!all) {
            forEachTier(m_db, [&](std::int64_t block, ProductBlock products) {
                auto* rest = set.find(block);
                if (!rest) return true;
                products.intersect(*rest);
                rest->remove(products);
                return addThese(block, products);
            });
        }
        for (const auto& part : set.parts) {
            if (!addThese(part.block, part.products)) return;
        }
    }

    std::vector<FoundProduct> best(std::size_t limit)
    {
        std::stable_sort(
            m_candidates.begin(), m_candidates.end(), [](const Candidate& a, const Candidate& b) {
                if (a.found.kind != b.found.kind) return a.found.kind < b.found.kind;
                if (a.found.soldLines != b.found.soldLines) return a.found.soldLines > b.found.soldLines;
                return a.nameBegins && !b.nameBegins;
            });
        std::vector<FoundProduct> result;
        for (const auto& candidate : m_candidates) {
            if (result.size() == limit) break;
            result.push_back(candidate.found);
        }
        return result;
    }

private:
    void add(ProductId id, MatchKind kind)
    {
        if (m_seen.contains(id.value)) return;
        m_text.bind(1, id);
        if (m_text.step()) judge(m_text, id, kind);
        m_text.rewind();
    }

    /// `row`: words, codes, lines sold.
    void judge(const Statement& row, ProductId id, MatchKind kind)
    {
        const auto words = row.textView(0);
        if (!fits(words, row.textView(1), kind)) return;
        const bool begins = !m_query.terms.empty() && words.starts_with(m_query.terms.front());
        m_candidates.push_back({{id, kind, row.integer(2)}, begins});
        m_seen.insert(id.value);
    }

    bool fits(std::string_view words, std::string_view codes, MatchKind kind) const
    {
        if (kind == MatchKind::Code || kind == MatchKind::Name) return true;
        if (kind == MatchKind::Inside) return matches(m_query.terms, words, codes, Place::Inside);
        const bool wholeText = m_query.terms.size() > 1 && m_query.key.size() >= kShortestCodeRange &&
                               matches({&m_query.key, 1}, {}, codes, Place::AtStart);
        return wholeText || matches(m_query.terms, words, codes, Place::AtStart);
    }

    Connection& m_db;
    const SearchQuery& m_query;
    std::size_t m_wanted;
    Statement m_text;
    std::vector<Candidate> m_candidates;
    std::unordered_set<std::int64_t> m_seen;
};

/// The first text behind all that begin with `start`, in the order of bytes.
std::string endOf(std::string start)
{
    while (!start.empty() && static_cast<unsigned char>(start.back()) == 0xFF) start.pop_back();
    if (!start.empty()) start.back() = static_cast<char>(static_cast<unsigned char>(start.back()) + 1);
    return start;
}

void addExactCodes(Connection& db, Collector& found, std::string_view text, const SearchQuery& query)
{
    for (const auto& written : {std::string{text}, query.key, inCapitals(query.key)}) {
        auto exact = db.query("SELECT product_id FROM product_code WHERE code = ?1", written);
        while (exact.step()) found.addCode(exact.id<ProductId>(0));
    }
    if (const auto gtin = gtin14(query.key)) {
        auto same = db.query("SELECT product_id FROM product_code WHERE gtin = ?1", *gtin);
        while (same.step()) found.addCode(same.id<ProductId>(0));
    }
    auto keys = db.query("SELECT product_id FROM product_code_key WHERE key = ?1 LIMIT 20", query.key);
    while (keys.step()) found.addCode(keys.id<ProductId>(0));
}

struct CodeRange {
    std::vector<ProductId> products;
    bool isComplete = false;
};

/// Products with a code that begins like this, in the order of codes.
CodeRange productsWithCodesFrom(Connection& db, const std::string& start)
{
    CodeRange found;
    if (start.size() < kShortestCodeRange) return found;
    const auto take = [&](Statement codes) {
        while (codes.step()) found.products.push_back(codes.id<ProductId>(0));
    };
    const auto capitals = inCapitals(start);
    const auto most = kCodesLookedAt + 1;
    const auto takeWritten = [&](const std::string& from) {
        take(db.query(
            "SELECT product_id FROM product_code WHERE code >= ?1 AND code < ?2 ORDER BY code LIMIT ?3", from,
            endOf(from), most));
    };
    takeWritten(start);
    if (capitals != start) takeWritten(capitals);
    take(
        db.query("SELECT product_id FROM product_code_key WHERE key >= ?1 AND key < ?2 ORDER BY key LIMIT ?3",
            start, endOf(start), most));
    found.isComplete = found.products.size() <= kCodesLookedAt;
    return found;
}

/// A name typed out to the letter is meant, however many others begin like it: "=1" among everything with
/// a 1.
void addExactNames(Connection& db, Collector& found, std::string_view text)
{
    const auto name = cleanName(text);
    if (!name) return;
    auto names = db.query(
        "SELECT id FROM product WHERE name = ?1 COLLATE NOCASE AND archived_at IS NULL LIMIT 200", *name);
    while (names.step()) found.addMatching(names.id<ProductId>(0), MatchKind::Name);
}

void addBeginnings(Connection& db, Collector& found, const SearchQuery& query)
{
    const auto coded = productsWithCodesFrom(db, query.key);
    const bool codesWillDo = coded.isComplete && query.terms.size() == 1 && query.terms.front() == query.key;
    const auto lists = listsForBeginnings(query.terms, codesWillDo ? LookIn::Words : LookIn::WordsAndCodes);
    const int most = coded.products.empty() ? kMostRead : kMostReadOfCodes;
    if (!lists.empty()) found.addMatching(productsInAll(db, lists), MatchKind::Beginning, most);
    for (const auto id : coded.products) {
        if (found.full() && !coded.isComplete) return;
        found.addMatching(id, MatchKind::Beginning);
    }
}

void addInsides(Connection& db, Collector& found, const SearchQuery& query)
{
    const auto lists = listsForInsides(query.terms);
    if (!lists.empty()) found.addMatching(productsInAll(db, lists), MatchKind::Inside, kMostRead);
}

std::vector<FoundProduct> bestOf(Connection& db, ProductSet set, int limit)
{
    if (limit <= 0) return {};
    const auto count = static_cast<std::size_t>(limit);
    const SearchQuery everything;
    // A tier holds products that sell up to twice as well as others in it: look at more than are wanted.
    Collector found{db, everything, count * 2 + 100};
    found.addMatching(std::move(set), MatchKind::Beginning, kMostRead);
    return found.best(count);
}

} // namespace

std::vector<FoundProduct> findProducts(Connection& db, std::string_view text, int limit)
{
    if (limit <= 0) return {};
    const auto query = searchQuery(text);
    const auto wanted = static_cast<std::size_t>(limit);
    Collector found{db, query, wanted + 50};
    addExactCodes(db, found, text, query);
    addExactNames(db, found, text);
    addBeginnings(db, found, query);
    // Who typed a whole code, or several words that begin something, has what was meant.
    const bool meant = found.hasExactCode() || (query.terms.size() > 1 && found.size() > 0);
    if (found.size() < wanted && !meant) addInsides(db, found, query);
    return found.best(wanted);
}

std::vector<FoundProduct> bestSellingProducts(Connection& db, int limit)
{
    return bestOf(db, productsIn(db, {tokenOfEverything()}), limit);
}

std::vector<FoundProduct> bestSellingIn(Connection& db, std::span<const DepartmentId> departments, int limit)
{
    AnyList lists;
    for (const auto department : departments) lists.push_back(tokenOf(department));
    auto set = productsIn(db, {tokenOfEverything()});
    auto theirs = productsIn(db, lists, &set);
    set.intersect(theirs);
    return bestOf(db, std::move(set), limit);
}

} // namespace till
