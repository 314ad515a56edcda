#pragma once

#include "base/clock.h"
#include "storage/connection.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace till {

/// A row of table import_run.
struct ImportRunRow {
    ImportId id;
    std::string kind; ///< "products", "sales"
    std::string fileName;
    std::string preset;
    Timestamp at{};
    std::int64_t rows = 0;
    std::int64_t added = 0;
    std::int64_t changed = 0;
    std::int64_t unchanged = 0;
    std::int64_t rejected = 0;
    bool undone = false;
};

/// What an import did to one product.
struct ImportedProduct {
    ProductId product;
    std::int64_t revisionAfter = 0;
    std::optional<std::string> before; ///< its fields as JSON; nothing when the import made it
};

/// Stock that came with a product, on the document that brought it.
struct OpeningMove {
    DocumentId document;
    Uid documentUid;
    Quantity quantity;
    Money cost;
};

struct ColumnMemory {
    std::string preset;
    std::string mapping; ///< JSON: our field -> the file's column
};

/// Imports on record: runs, what each did to the products, and how columns were mapped. Inside the caller's
/// transaction.
class ImportRepository {
public:
    explicit ImportRepository(Connection& db)
        : m_db{db}
    {
    }

    std::vector<ImportRunRow> runs(); ///< newest first
    std::optional<ImportRunRow> find(ImportId id);
    /// With the counts as they stand; finish() sets them.
    ImportId begin(const Uid& uid, const ImportRunRow& run, UserId user);
    void finish(const ImportRunRow& run);
    void markUndone(ImportId id, UserId user, Timestamp now);

    void record(ImportId run, std::span<const ImportedProduct> products);
    /// In the order of their ids, at most `limit` with an id above `after`.
    std::vector<ImportedProduct> products(ImportId run, ProductId after, int limit);
    bool isUsed(ProductId product); ///< sold, in a cart, on a quick key, or moved since its opening stock
    std::vector<OpeningMove> openingMoves(ProductId product);

    std::optional<ColumnMemory> remembered(std::string_view fingerprint);
    void remember(std::string_view fingerprint, const ColumnMemory& memory, Timestamp now);

private:
    Connection& m_db;
};

} // namespace till
