#pragma once

#include "domain/sales/promotion_draft.h"
#include "services/journal_writer.h"

#include <nlohmann/json.hpp>

#include <string_view>

namespace till {

/// PROMOTION_CHANGE: what was done ("add", "change", "archive"), and the offer as it is then.
nlohmann::json promotionJson(std::string_view act, const PromotionDraft& draft);

} // namespace till
