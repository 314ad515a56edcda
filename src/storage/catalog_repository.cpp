#include "storage/catalog_repository.h"

#include "storage/connection.h"

#include <algorithm>

namespace till {
namespace {

std::vector<Tax> taxRows(Connection& db)
{
    std::vector<Tax> taxes;
    auto rows = db.prepare("SELECT id, code, name, compound FROM tax WHERE archived_at IS NULL ORDER BY id");
    while (rows.step()) taxes.push_back({rows.id<TaxId>(0), rows.text(1), rows.text(2), rows.boolean(3), {}});
    auto rates = db.prepare("SELECT tax_id, id, valid_from, rate FROM tax_rate ORDER BY tax_id, valid_from");
    while (rates.step()) {
        const auto tax = std::find_if(
            taxes.begin(), taxes.end(), [&](const Tax& t) { return t.id == rates.id<TaxId>(0); });
        if (tax != taxes.end())
            tax->rates.push_back({rates.id<TaxRateId>(1), rates.businessDay(2), rates.rate(3)});
    }
    return taxes;
}

std::vector<TaxClass> taxClassRows(Connection& db)
{
    std::vector<TaxClass> classes;
    auto rows = db.prepare(R"(
        SELECT c.id, c.name, t.tax_id FROM tax_class c LEFT JOIN tax_class_tax t ON t.tax_class_id = c.id
        WHERE c.archived_at IS NULL ORDER BY c.position, c.id, t.position)");
    while (rows.step()) {
        const auto id = rows.id<TaxClassId>(0);
        if (classes.empty() || classes.back().id != id) classes.push_back({id, rows.text(1), {}});
        if (const auto tax = rows.optional<TaxId>(2)) classes.back().taxes.push_back(*tax);
    }
    return classes;
}

} // namespace

std::vector<Department> departmentRows(Connection& db)
{
    auto rows = db.prepare(R"(
        SELECT id, parent_id, name, colour, tax_class_id, return_days FROM department
        WHERE archived_at IS NULL ORDER BY position, id)");
    std::vector<Department> departments;
    while (rows.step()) {
        departments.push_back({rows.id<DepartmentId>(0), rows.id<DepartmentId>(1), rows.text(2),
            static_cast<int>(rows.integer(3)), rows.id<TaxClassId>(4), rows.optional<int>(5)});
    }
    return departments;
}

void updateReturnDays(Connection& db, DepartmentId id, std::optional<int> days)
{
    db.run("UPDATE department SET return_days = ?2, rev = rev + 1 WHERE id = ?1", id, days);
}

DepartmentId insertDepartment(Connection& db, const Uid& uid, const Department& department)
{
    db.run(R"(
        INSERT INTO department(uid, parent_id, name, colour, position, tax_class_id)
        VALUES (?1, ?2, ?3, ?4, (SELECT coalesce(max(position), 0) + 1 FROM department), ?5))",
        uid, department.parent, department.name, department.colour, department.taxClass);
    return db.insertedId<DepartmentId>();
}

std::vector<Unit> unitRows(Connection& db)
{
    auto rows = db.prepare("SELECT id, code, decimals FROM unit ORDER BY id");
    std::vector<Unit> units;
    while (rows.step())
        units.push_back({rows.id<UnitId>(0), rows.text(1), static_cast<int>(rows.integer(2))});
    return units;
}

std::vector<Supplier> supplierRows(Connection& db)
{
    auto rows = db.prepare(
        "SELECT id, name FROM supplier WHERE archived_at IS NULL ORDER BY name COLLATE NOCASE, id");
    std::vector<Supplier> suppliers;
    while (rows.step()) suppliers.push_back({rows.id<SupplierId>(0), rows.text(1)});
    return suppliers;
}

std::optional<SupplierId> supplierWithName(Connection& db, std::string_view name)
{
    auto row = db.query("SELECT id FROM supplier WHERE name = ?1", name);
    if (!row.step()) return std::nullopt;
    return row.id<SupplierId>(0);
}

SupplierId insertSupplier(Connection& db, const Uid& uid, std::string_view name)
{
    db.run("INSERT INTO supplier(uid, name) VALUES (?1, ?2)", uid, name);
    return db.insertedId<SupplierId>();
}

TaxTable taxTable(Connection& db)
{
    return {taxRows(db), taxClassRows(db)};
}

bool isTaxNameTaken(Connection& db, std::string_view code, std::string_view className)
{
    return db.query("SELECT 1 FROM tax WHERE code = ?1", code).step() ||
           db.query("SELECT 1 FROM tax_class WHERE name = ?1", className).step();
}

TaxClassId insertTax(Connection& db, const Uid& taxUid, const Uid& classUid, const Tax& tax, Rate rate)
{
    db.run("INSERT INTO tax(uid, code, name, compound) VALUES (?1, ?2, ?3, ?4)", taxUid, tax.code, tax.name,
        tax.compound);
    const auto taxId = db.insertedId<TaxId>();
    db.run("INSERT INTO tax_rate(tax_id, valid_from, rate) VALUES (?1, 0, ?2)", taxId, rate);
    db.run(R"(
        INSERT INTO tax_class(uid, name, position)
        VALUES (?1, ?2, (SELECT coalesce(max(position), 0) + 1 FROM tax_class)))",
        classUid, tax.name);
    const auto classId = db.insertedId<TaxClassId>();
    db.run("INSERT INTO tax_class_tax(tax_class_id, position, tax_id) VALUES (?1, 1, ?2)", classId, taxId);
    return classId;
}

} // namespace till
