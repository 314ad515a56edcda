#pragma once

#include "exchange/product_file.h"
#include "services/import_intake.h"
#include "services/import_matcher.h"
#include "services/import_service.h"
#include "services/import_words.h"
#include "storage/import_repository.h"

namespace till {

class Session;

/// One import of products, from the open file to the committed shop. Holds no more of the file than
/// some thousand rows, and a bit per product.
class ProductImport {
public:
    ProductImport(Session& session, const Actor& actor, const ProductImportOptions& options);
    Result<ProductImportReport> run(); ///< once; errors as ImportService::products()

private:
    Result<ProductFile> open();
    Result<> readAll(ProductFile& file);
    Result<> take(ProductRow& row);
    Result<> add(const ProductRow& row);
    Result<> change(const ProductRow& row, ProductId id);
    Result<RowReferences> references(const ProductRow& row);
    void report(std::int64_t line, Error error);
    bool goOn(std::uint64_t position, std::uint64_t size) const;
    void finish(const ProductFile& file, const std::string& hash);

    Session& m_session;
    Actor m_actor;
    const ProductImportOptions& m_options;
    Moment m_now;
    Change m_change;
    ImportWords m_words;
    ImportRepository m_imports;
    ImportIntake m_intake;
    ImportMatcher m_matcher;
    ProductImportReport m_report;
    ImportRunRow m_run;
    Uid m_runUid;
};

} // namespace till
