#pragma once

#include "base/event.h"
#include "base/result.h"
#include "domain/sales/receipt.h"
#include "services/actor.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace till {

class Session;

struct ReceiptSummary {
    DocumentId document;
    std::string number;
    Moment at;
    std::string what;   ///< first item names
    int lines = 0;
    std::string paidBy; ///< names of the tenders
    Money total;
    bool isReturn = false;
};

struct ReceiptQuery {
    std::string text;               ///< number, amount "12.30", product name; empty = all
    std::optional<BusinessDay> from;
    std::optional<BusinessDay> to;
    int limit = 50;
    int offset = 0;
};

/// Receipts as they were issued: read from what was stored with the sale, never from today's catalogue.
class ReceiptService {
public:
    explicit ReceiptService(Session& session);
    ~ReceiptService();

    /// By number as printed, in any letter case. SaleNotFound.
    Result<Receipt> byNumber(std::string_view number) const;
    Result<Receipt> load(DocumentId document) const;
    std::vector<ReceiptSummary> find(const ReceiptQuery& query) const; ///< newest first
    /// Counts a copy: the receipt comes back marked COPY n, and the journal says who asked.
    Result<Receipt> copy(const Actor& actor, DocumentId document);

private:
    Session& m_session;
};

} // namespace till
