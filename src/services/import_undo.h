#pragma once

#include "services/import_service.h"
#include "storage/import_repository.h"
#include "storage/product_repository.h"
#include "storage/sale_repository.h"

namespace till {

class Session;

/// Takes one import of products back, in one transaction. What stands on record stays there: a product that
/// was made loses its codes, is archived and its opening stock goes out again by an opposite document; a
/// changed one gets its fields back, its price as a new row.
class ImportUndo {
public:
    ImportUndo(Session& session, const Actor& actor);
    Result<ImportUndoReport> run(ImportId id); ///< once; errors as ImportService::undo()

private:
    void takeBack(const ImportedProduct& imported);
    void remove(ProductId product);
    bool restore(ProductId product, const StoredProduct& now, const std::string& before);

    Session& m_session;
    Actor m_actor;
    Moment m_now;
    Change m_change;
    ImportRepository m_imports;
    SaleRepository m_documents;
    StockRepository m_stock;
    ImportUndoReport m_report;
    DocumentId m_document; ///< takes the opening stock back
    int m_lines = 0;
};

} // namespace till
