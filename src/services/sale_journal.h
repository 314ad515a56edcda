#pragma once

#include "storage/sale_record_repository.h"

#include <nlohmann/json_fwd.hpp>

namespace till {

/// What the journal says of a sale: every figure and word that is printed. Short keys: this is written for
/// each sale and kept for ever; docs/data-model.md lists them. verify makes the same again from the rows and
/// compares.
nlohmann::json saleJson(const SaleRecord& sale);

} // namespace till
