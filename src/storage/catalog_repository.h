#pragma once

#include "base/uid.h"
#include "domain/catalog/catalogue.h"
#include "domain/catalog/tax_table.h"

#include <optional>
#include <string_view>
#include <vector>

namespace till {

class Connection;

// What products refer to. Archived rows are left out.

std::vector<Department> departmentRows(Connection& db); ///< in the order of the shop
DepartmentId insertDepartment(Connection& db, const Uid& uid, const Department& department);
void updateReturnDays(Connection& db, DepartmentId id, std::optional<int> days);
std::vector<Unit> unitRows(Connection& db);
std::vector<Supplier> supplierRows(Connection& db); ///< by name
std::optional<SupplierId> supplierWithName(Connection& db, std::string_view name);
SupplierId insertSupplier(Connection& db, const Uid& uid, std::string_view name);

TaxTable taxTable(Connection& db);
bool isTaxNameTaken(Connection& db, std::string_view code, std::string_view className);
/// A tax with one rate that has always counted, and a class of its name that holds just this tax.
TaxClassId insertTax(Connection& db, const Uid& taxUid, const Uid& classUid, const Tax& tax, Rate rate);

} // namespace till
