#pragma once

#include "base/result.h"
#include "exchange/product_row.h"
#include "storage/product_batch.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace till {

/// Keys that were seen, two bits each: one may pass for seen that was not, never the other way round.
class SeenKeys {
public:
    void add(std::string_view key);
    bool mayHave(std::string_view key) const;

private:
    static constexpr std::size_t kBits = std::size_t{1} << 23; ///< 1 MiB; beyond a million keys it helps less
    std::vector<bool> m_bits;
};

/// Finds the product that a row of a list means: by external id, own number, barcode, never by name alone.
/// Holds a bit per product.
class ImportMatcher {
public:
    /// `waiting`: new products of this import that are not in the file yet.
    ImportMatcher(Connection& db, const ProductBatch& waiting);

    /// None for a new product. ImportDuplicateInFile (an earlier row meant it; detail = by which key),
    /// CodeTaken (the row's keys belong to two products; detail = the key of the second).
    Result<ProductId> match(const ProductRow& row) const;
    void touch(ProductId id, const ProductRow& row); ///< it is the one that the row means

private:
    bool isNew(const std::string& key) const;
    std::optional<ProductId> withExternalId(const std::string& externalId) const;
    std::optional<ProductId> withCode(const std::string& code) const;
    std::optional<ProductId> withSameGtin(const std::string& barcode) const;
    bool isTouched(ProductId id) const;

    Connection& m_db;
    const ProductBatch& m_waiting;
    bool m_hadProducts;
    std::vector<bool> m_touched; ///< by product id
    SeenKeys m_seen;             ///< filled when the shop had no products: then it had no other keys
};

} // namespace till
