#pragma once

#include "domain/journal/journal_record.h"
#include "domain/sales/receipt.h"
#include "storage/connection.h"

#include <optional>
#include <string>
#include <vector>

namespace till {

/// The position of a sale in its till's journal.
struct JournalPlace {
    std::int64_t seq = 0;
    JournalHash hash{};
};

/// Puts a receipt together from what was stored with its sale.
class ReceiptRepository {
public:
    explicit ReceiptRepository(Connection& db)
        : m_db{db}
    {
    }

    /// Everything but currency and journal foot, which the shop and the journal know. None: it is no sale.
    std::optional<Receipt> find(DocumentId document);
    std::optional<JournalPlace> journalPlace(DocumentId document); ///< none in a file whose journal has a gap
    int lastCopy(DocumentId document);                             ///< 0: no copy yet

private:
    void readLines(DocumentId document, Receipt& receipt);
    void readTaxes(DocumentId document, Receipt& receipt);
    void readTenders(DocumentId document, Receipt& receipt);
    void readVouchers(DocumentId document, Receipt& receipt);
    void readSlips(Receipt& receipt); ///< of the card terminal

    Connection& m_db;
};

} // namespace till
