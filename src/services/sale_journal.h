#pragma once

#include "services/sale_posting.h"

#include <nlohmann/json_fwd.hpp>

namespace till {

/// What the journal says of a sale: every figure and word that is printed. Short keys: this is written for each sale
/// and kept for ever; docs/data-model.md lists them.
struct SaleFacts {
    const std::string& number;
    const SaleToPost& sale;
    const std::vector<SaleLineRow>& lines;
    const SaleTotals& totals;
    const std::vector<TenderRow>& tenders;
    const Session& session;
};
nlohmann::json saleJson(const SaleFacts& facts);

} // namespace till
