#pragma once

#include "base/ids.h"

namespace till {

class Connection;

// Whether a product may name this row: it is there and not archived.
bool exists(Connection& db, TaxClassId id);
bool exists(Connection& db, DepartmentId id);
bool exists(Connection& db, SupplierId id);
bool exists(Connection& db, ProductId id);
bool exists(Connection& db, UnitId id);

} // namespace till
