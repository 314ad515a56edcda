#pragma once

#include "exchange/product_file.h"
#include "services/import_service.h"
#include "services/import_words.h"
#include "storage/import_repository.h"
#include "storage/product_repository.h"
#include "storage/product_search.h"
#include "storage/sale_repository.h"

namespace till {

class Session;

/// One import of products, from the open file to the committed shop. Holds no more of the file than a row,
/// and a bit per product.
class ProductImport {
public:
    ProductImport(Session& session, const Actor& actor, const ProductImportOptions& options);
    Result<ProductImportReport> run(); ///< once; errors as ImportService::products()

private:
    Result<ProductFile> open();
    Result<> readAll(ProductFile& file);
    Result<> take(const ProductRow& row);
    Result<> add(const ProductRow& row);
    Result<> change(const ProductRow& row, ProductId id);
    /// The product the row means, none for a new one; ImportDuplicateInFile, CodeTaken.
    Result<ProductId> match(const ProductRow& row);
    Result<> agree(ProductId& found, std::optional<ProductId> other, const std::string& key) const;
    Result<RowReferences> references(const ProductRow& row);
    void takeStock(ProductId id, const ProductDraft& product, Quantity stock);
    void report(std::int64_t line, Error error);
    void touch(ProductId id);
    bool isTouched(ProductId id) const;
    bool goOn(const ProductFile& file);
    void finish(const ProductFile& file, const std::string& hash);

    Session& m_session;
    Actor m_actor;
    const ProductImportOptions& m_options;
    Moment m_now;
    Change m_change;
    bool m_hadProducts;
    ImportWords m_words;
    ImportRepository m_imports;
    SaleRepository m_documents;
    StockRepository m_stock;
    SearchBatch m_search;
    ProductImportReport m_report;
    ImportRunRow m_run;
    Uid m_runUid;
    std::vector<bool> m_touched;       ///< by product id
    std::vector<ProductId> m_inactive; ///< made, and archived at the end
    DocumentId m_opening;              ///< the stock that came with the file
    int m_openingLines = 0;
    int m_percent = -1;
};

} // namespace till
