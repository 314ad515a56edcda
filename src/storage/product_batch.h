#pragma once

#include "storage/product_repository.h"
#include "storage/product_search.h"
#include "storage/rows.h"

#include <optional>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace till {

/// Thousands of new products in one transaction: gathered, and written table by table. While some wait,
/// nobody else may add products.
class ProductBatch {
public:
    static constexpr std::size_t kAtOnce =
        1000; ///< are written together; more gain nothing and leave the cache

    ProductBatch(Connection& db, const Change& change)
        : m_db{db}
        , m_change{change}
        , m_search{db}
    {
    }

    /// Waits with its codes, price, supplier and its place in the search index; the id it will have. What a
    /// person may get wrong is checked before.
    ProductId add(ProductDraft fields, const Uid& uid);
    /// Writes those that wait, so that other tables may name them. add() does it now and then.
    void writeRows();
    void write(); ///< before the transaction commits: rows, and what finds them

    // Of those that wait, which no statement sees yet.
    std::optional<ProductId> withCode(std::string_view code) const;
    std::optional<ProductId> withExternalId(std::string_view externalId) const;
    bool hasGtin(std::int64_t gtin14) const { return m_gtins.contains(gtin14); }

private:
    struct Waiting {
        ProductId id;
        ProductDraft fields;
    };
    void addCodes(ProductId id, const std::vector<ProductCode>& codes);

    Connection& m_db;
    Change m_change;
    SearchBatch m_search;
    std::vector<Waiting> m_waiting;
    std::int64_t m_lastId = 0; ///< of those that wait
    Rows m_products;
    Rows m_codes;
    Rows m_prices;
    Rows m_suppliers;
    std::unordered_map<std::string, ProductId> m_byCode;
    std::unordered_map<std::string, ProductId> m_byExternalId;
    std::unordered_set<std::int64_t> m_gtins;
};

} // namespace till
