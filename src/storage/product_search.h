#pragma once

#include "base/clock.h"
#include "base/ids.h"
#include "domain/catalog/product.h"
#include "storage/rows.h"
#include "storage/search_lists.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace till {

class Connection;

// Finding products by what a person types, best sellers first. Nothing here opens a transaction.

/// What a product is found by.
struct Searchable {
    ProductId id;
    DepartmentId department;
    std::string_view name;
    std::string_view variant;
    std::span<const ProductCode> codes;
    std::string_view supplierCode;
};

/// Brings the index in step with many products: every list of it is read and written once, however many of
/// them it names. Before the transaction commits, write().
class SearchBatch {
public:
    explicit SearchBatch(Connection& db)
        : m_db{db}
    {
    }
    /// A product that has no place in the index yet and was never sold. Only gathers: it asks the database
    /// nothing, so another thread may add while this one writes the rows.
    void add(const Searchable& product);
    /// Between many add(), whose products have their rows by now: keeps the memory they take within bounds.
    void writeGathered();
    /// After a change; does nothing when it is found by the same words as before.
    void update(const Searchable& product);
    void remove(ProductId id);
    void write();

private:
    void writeTexts();
    void writeKeys();
    Connection& m_db;
    Rows m_texts;
    ListChanges m_lists;
    std::vector<std::pair<std::string, ProductId>> m_keys;
    std::size_t m_added = 0; ///< since the lists were written
};

/// The same for one product.
void addToSearch(Connection& db, const Searchable& product);
void updateSearch(Connection& db, const Searchable& product);
void removeFromSearch(Connection& db, ProductId id);

/// One more line of it was sold. One statement; its place in the index moves with raiseBestSellers.
void countSale(Connection& db, ProductId id, Timestamp at);
/// Moves products that sell better than their place in the index says, at most `limit`; returns how many.
/// Places are powers of two of lines sold, so a product moves a dozen times in its life. Call it in a
/// transaction of its own where nobody waits: after a shift is closed, after sales were imported, at the
/// start.
int raiseBestSellers(Connection& db, int limit);

enum class MatchKind { Code, Name, Beginning, Inside };

struct FoundProduct {
    ProductId id;
    MatchKind kind = MatchKind::Beginning;
    std::int64_t soldLines = 0;
};

/// Best first: the whole of a code; beginnings of words or codes; then insides from three characters. Equal
/// ones by what sells. All words must match, each anywhere. Archived products are not found. Any text is
/// fine.
std::vector<FoundProduct> findProducts(Connection& db, std::string_view text, int limit);

/// By lines sold, the most first.
std::vector<FoundProduct> bestSellingProducts(Connection& db, int limit);
std::vector<FoundProduct> bestSellingIn(Connection& db, std::span<const DepartmentId> departments, int limit);

} // namespace till
