#pragma once

#include "base/numbers.h"
#include "cli/outcome.h"
#include "services/report_service.h"
#include "services/shop.h"

#include <string>

namespace till {

/// The X report as nested keys, in the order of the paper; money in major units.
Json xReportJson(const XReport& report, const Shop& shop);
std::string xReportText(const XReport& report, const Shop& shop);

} // namespace till
