#pragma once

#include "base/clock.h"
#include "base/ids.h"

#include <optional>
#include <span>
#include <vector>

namespace till {

class Connection;

/// All products that are sold, by name; of these departments only, unless there are none. A list of any
/// length is shown from this by key: an OFFSET would read all rows before it at every page.
std::vector<ProductId> productIdsByName(Connection& db, std::span<const DepartmentId> departments);

std::optional<Timestamp> lastSold(Connection& db, ProductId id);

} // namespace till
