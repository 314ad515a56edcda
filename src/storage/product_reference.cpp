#include "storage/product_reference.h"

#include "storage/connection.h"

namespace till {

bool exists(Connection& db, TaxClassId id)
{
    return db.query("SELECT 1 FROM tax_class WHERE id = ?1 AND archived_at IS NULL", id).step();
}

bool exists(Connection& db, DepartmentId id)
{
    return db.query("SELECT 1 FROM department WHERE id = ?1 AND archived_at IS NULL", id).step();
}

bool exists(Connection& db, SupplierId id)
{
    return db.query("SELECT 1 FROM supplier WHERE id = ?1 AND archived_at IS NULL", id).step();
}

bool exists(Connection& db, ProductId id)
{
    return db.query("SELECT 1 FROM product WHERE id = ?1 AND archived_at IS NULL", id).step();
}

bool exists(Connection& db, UnitId id)
{
    return db.query("SELECT 1 FROM unit WHERE id = ?1", id).step();
}

} // namespace till
