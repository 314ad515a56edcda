#pragma once

#include "storage/product_set.h"
#include "storage/search_tokens.h"

#include <cstdint>
#include <functional>
#include <vector>

namespace till {

class Connection;

// The lists of the search index, table product_list: a row for each list and block of products, so that two
// lists are compared as bits, a page of the file against a page.

/// The products in at least one of `lists`; of those in the blocks of `among` alone when it is given.
ProductSet productsIn(Connection& db, const AnyList& lists, const ProductSet* among = nullptr);
/// Those that stand in one list of each. Stops comparing when so few are left that reading them is quicker.
ProductSet productsInAll(Connection& db, const std::vector<AnyList>& lists);
/// What was sold, tier after tier from the best, until `use` answers false.
void forEachTier(Connection& db, const std::function<bool(std::int64_t block, const ProductBlock&)>& use);

/// Gathers who enters and leaves which list, so that each row is written once.
class ListChanges {
public:
    void enter(SearchToken list, ProductId id) { note(list, id, 0); }
    void leave(SearchToken list, ProductId id) { note(list, id, 1); }
    void write(Connection& db);

private:
    /// In the order they were made: the place in the block, twice, and one more when it leaves.
    using Steps = std::vector<std::uint16_t>;
    struct Slot {
        std::int64_t row = -1;
        std::size_t at = 0; ///< in m_steps
    };
    void note(SearchToken list, ProductId id, unsigned leaves);
    Steps& stepsOf(std::int64_t row);
    void makeRoom();
    std::vector<Slot> m_slots; ///< a hash table: an import looks here fifty times a product
    std::vector<Steps> m_steps;
    std::vector<std::int64_t> m_rows; ///< of m_steps
};

} // namespace till
