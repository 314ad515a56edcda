#include "search_shelf.h"
#include "storage/product_batch.h"

#include "domain/catalog/search_words.h"

#include <rapidcheck.h>

#include <algorithm>
#include <map>

using namespace till;

namespace {

/// Few letters, so that beginnings, insides and repetitions meet all the time.
std::string letters(int least, int most)
{
    const auto length = *rc::gen::inRange(least, most + 1);
    return *rc::gen::container<std::string>(
        static_cast<std::size_t>(length), rc::gen::element('a', 'b', 'c', '0', '1'));
}

std::string words(int most)
{
    std::string text = letters(1, 6);
    for (int more = *rc::gen::inRange(0, most); more > 0; --more) text += " " + letters(1, 6);
    return text;
}

struct Listed {
    std::string words;
    std::vector<std::string> codes;
    int sold = 0;
};

bool begins(const Listed& product, const std::string& term)
{
    const auto parts = splitWords(product.words);
    const auto starts = [&](std::string_view text) { return text.starts_with(term); };
    return std::any_of(parts.begin(), parts.end(), starts) ||
           std::any_of(product.codes.begin(), product.codes.end(), starts);
}

bool contains(const Listed& product, const std::string& term)
{
    if (term.size() < 3) return begins(product, term);
    const auto has = [&](std::string_view text) { return text.find(term) != text.npos; };
    return has(product.words) || std::any_of(product.codes.begin(), product.codes.end(), has);
}

/// The rules in their plainest form, one product at a time.
std::optional<MatchKind> kindOf(const Listed& product, const SearchQuery& query)
{
    const auto all = [&](auto rule) {
        return std::all_of(query.terms.begin(), query.terms.end(),
            [&](const std::string& term) { return rule(product, term); });
    };
    const auto codeStarts = [&](const std::string& code) { return code.starts_with(query.key); };
    if (std::count(product.codes.begin(), product.codes.end(), query.key) > 0) return MatchKind::Code;
    if (all(begins)) return MatchKind::Beginning;
    const bool spaced = query.terms.size() > 1 && query.key.size() >= 4;
    if (spaced && std::any_of(product.codes.begin(), product.codes.end(), codeStarts))
        return MatchKind::Beginning;
    if (all(contains)) return MatchKind::Inside;
    return std::nullopt;
}

/// A catalogue on both sides of a block's border, with what is known of it.
struct Catalogue {
    Catalogue()
    {
        const auto border = shelf.add("border");
        shelf.db.execute("PRAGMA foreign_keys = OFF");
        shelf.db.run("UPDATE product SET id = 31950 WHERE id = ?1", border);
        shelf.db.execute("PRAGMA foreign_keys = ON");
        removeFromSearch(shelf.db, border);
    }

    void add(int products)
    {
        ProductBatch batch{shelf.db, shelf.change};
        for (int i = 0; i < products; ++i) {
            const auto name = words(4);
            const auto code = letters(0, 6) + "-" + std::to_string(++codes);
            const auto id = batch.add(shelf.draft(name, {code}), Uid::make(++shelf.uids));
            known[id.value] = {searchWords(name), {codeKey(code)}, 0};
        }
        batch.write();
    }

    ProductId any()
    {
        const auto at = *rc::gen::inRange<std::size_t>(0, known.size());
        return {std::next(known.begin(), static_cast<std::ptrdiff_t>(at))->first};
    }

    void sellSome(int products)
    {
        for (int i = 0; i < products; ++i) {
            const auto id = any();
            const int lines = *rc::gen::inRange(1, 20);
            shelf.sell(id, lines);
            known[id.value].sold += lines;
        }
        if (*rc::gen::arbitrary<bool>()) raiseBestSellers(shelf.db, 1000);
    }

    void changeSome(int products)
    {
        for (int i = 0; i < products; ++i) {
            const auto id = any();
            const auto before = storedProduct(shelf.db, id, shelf.change.day);
            auto fields = before->fields;
            fields.name = words(4);
            updateProduct(shelf.db, id, *before, fields, shelf.change);
            known[id.value].words = searchWords(fields.name);
        }
    }

    void archiveSome(int products)
    {
        for (int i = 0; i < products; ++i) {
            const auto id = any();
            archiveProduct(shelf.db, id, shelf.change);
            known.erase(id.value);
        }
    }

    Shelf shelf;
    int codes = 10;
    std::map<std::int64_t, Listed> known;
};

void expectWhatAPlainScanFinds(Catalogue& catalogue, const std::string& typed)
{
    const auto query = searchQuery(typed);
    std::map<std::int64_t, MatchKind> expected;
    bool isMeant = false;
    for (const auto& [id, product] : catalogue.known) {
        const auto kind = kindOf(product, query);
        if (!kind) continue;
        expected.emplace(id, *kind);
        isMeant =
            isMeant || kind == MatchKind::Code || (query.terms.size() > 1 && kind == MatchKind::Beginning);
    }
    if (isMeant) std::erase_if(expected, [](const auto& hit) { return hit.second == MatchKind::Inside; });

    const auto hits = findProducts(catalogue.shelf.db, typed, 1000);
    RC_LOG() << "typed: " << typed << "\n";
    std::map<std::int64_t, MatchKind> found;
    for (std::size_t i = 0; i < hits.size(); ++i) {
        // A whole name is a kind of its own, which is a beginning too.
        const auto kind = hits[i].kind == MatchKind::Name ? MatchKind::Beginning : hits[i].kind;
        found.emplace(hits[i].id.value, kind);
        RC_ASSERT(hits[i].soldLines == catalogue.known[hits[i].id.value].sold);
        if (i == 0) continue;
        RC_ASSERT(hits[i - 1].kind <= hits[i].kind);
        if (hits[i - 1].kind == hits[i].kind) RC_ASSERT(hits[i - 1].soldLines >= hits[i].soldLines);
    }
    RC_ASSERT(found == expected);
}

} // namespace

TEST_CASE("a search finds what reading every product finds, best first")
{
    CHECK(rc::check([] {
        Catalogue catalogue;
        catalogue.add(*rc::gen::inRange(60, 200));
        catalogue.sellSome(30);
        catalogue.changeSome(10);
        catalogue.archiveSome(10);
        catalogue.sellSome(10);
        catalogue.add(5);
        for (int i = 0; i < 30; ++i) expectWhatAPlainScanFinds(catalogue, words(3));
    }));
}

TEST_CASE("whatever is typed of a name or code finds its product")
{
    CHECK(rc::check([] {
        Catalogue catalogue;
        catalogue.add(100);
        for (int i = 0; i < 30; ++i) {
            const auto id = catalogue.any();
            const auto& product = catalogue.known[id.value];
            const auto text = product.words + " " + product.codes.front();
            const auto parts = splitWords(text);
            const auto word = parts[*rc::gen::inRange<std::size_t>(0, parts.size())];
            const auto from = word.size() < 3 ? 0 : *rc::gen::inRange<std::size_t>(0, word.size() - 2);
            const auto length = *rc::gen::inRange<std::size_t>(from == 0 ? 1 : 3, word.size() - from + 1);
            const std::string typed{word.substr(from, length)};
            RC_LOG() << "typed: " << typed << " of " << product.words << "\n";
            const auto hits = findProducts(catalogue.shelf.db, typed, 1000);
            const bool isFound =
                std::any_of(hits.begin(), hits.end(), [&](const FoundProduct& hit) { return hit.id == id; });
            const bool isExact = !hits.empty() && hits.front().kind == MatchKind::Code;
            RC_ASSERT(isFound || isExact);
        }
    }));
}
