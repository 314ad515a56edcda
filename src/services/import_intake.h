#pragma once

#include "base/clock.h"
#include "services/actor.h"
#include "storage/import_repository.h"
#include "storage/product_batch.h"
#include "storage/sale_repository.h"

#include <optional>
#include <string>
#include <vector>

namespace till {

class Session;

/// What an import of products leaves in the shop: new products with the stock that came with them, and what
/// it did to each product, so that it can be taken back. Written a thousand at a time.
class ImportIntake {
public:
    ImportIntake(Session& session, const Actor& actor, const Moment& now);

    void begin(ImportId run, const std::string& fileName);
    /// `stock`: what came with it, if any. `inactive`: archived at the end.
    ProductId add(ProductDraft product, std::optional<Quantity> stock, bool inactive);
    void recordChange(ProductId id, std::int64_t revisionAfter, std::string before);
    void write(); ///< before the transaction commits

    const ProductBatch& waiting() const { return m_products; }
    DocumentId openingDocument() const
    {
        return m_opening;
    } ///< of the stock that came with the file, if any did
    int stockLines() const { return m_stockLines; }

private:
    void writeRows();

    Session& m_session;
    Actor m_actor;
    Moment m_now;
    Change m_change;
    ImportId m_run;
    std::string m_fileName;
    ImportRepository m_imports;
    SaleRepository m_documents;
    StockRepository m_stock;
    ProductBatch m_products;
    std::vector<StockRepository::Move> m_moves;
    std::vector<ImportedProduct> m_records;
    std::vector<ProductId> m_inactive;
    DocumentId m_opening;
    int m_stockLines = 0;
};

} // namespace till
