#pragma once

#include "domain/sales/receipt_design.h"
#include "storage/connection.h"

#include <optional>
#include <string>
#include <string_view>

namespace till {

/// Designs and logos of receipts as they were issued. Nothing here updates or deletes.
class ReceiptDesignRepository {
public:
    explicit ReceiptDesignRepository(Connection& db)
        : m_db{db}
    {
    }

    std::string designOf(DocumentId document);                    ///< as stored; empty: the standard one
    void addLogo(std::string_view hash, const ReceiptLogo& logo); ///< once
    std::optional<ReceiptLogo> logo(std::string_view hash);

private:
    Connection& m_db;
};

} // namespace till
