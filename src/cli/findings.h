#pragma once

#include "cli/outcome.h"
#include "services/verify_service.h"

#include <string>
#include <vector>

namespace till {

/// [{code, table, row, text}], in the order found.
Json findingsJson(const std::vector<Finding>& findings);
std::string findingsText(const std::vector<Finding>& findings);

} // namespace till
