#pragma once

#include "base/result.h"
#include "domain/catalog/catalogue.h"
#include "domain/catalog/tax_table.h"
#include "exchange/product_row.h"

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace till {

class Session;

/// What a file calls the things of this shop. An id of none: the file says nothing.
struct RowReferences {
    TaxClassId tax;
    UnitId unit;
    DepartmentId department;
    SupplierId supplier;
};

/// Finds what the words of a product list stand for: taxes and units must be known here, departments and
/// suppliers are made, inside the caller's transaction. Remembers what it found.
class ImportWords {
public:
    explicit ImportWords(Session& session);

    /// By class name, tax code or percentage; several taxes mean the class of exactly these; "not taxable"
    /// the class that asks for none. TaxNotFound (detail = as written).
    Result<TaxClassId> tax(const ProductRow& row);
    /// By code or a name in en, de, fr, es, it, nl; ImportValueInvalid (detail = as written). Without a unit,
    /// weighed goods and goods with a fraction in stock are sold by the kilogram.
    Result<UnitId> unit(const ProductRow& row);
    DepartmentId department(const std::vector<std::string>& path);
    SupplierId supplier(const std::string& name);

    /// What a new product gets when its row names no tax: its department's, else the shop's first.
    /// TaxNotFound when the shop has none.
    Result<TaxClassId> taxWithout(DepartmentId department) const;
    int decimalsOf(UnitId unit) const;

    std::int64_t departmentsMade() const { return m_departmentsMade; }
    std::int64_t suppliersMade() const { return m_suppliersMade; }

private:
    TaxClassId findTax(const TaxMention& mention) const;
    TaxClassId findClassOf(const std::vector<TaxMention>& mentions) const;
    TaxClassId untaxed() const;
    /// WooCommerce's own "reduced-rate" and "zero-rate", whatever the shop calls them.
    TaxClassId findUsualTax(std::string_view folded) const;
    TaxClassId onlyReduced() const; ///< the lower of exactly two rates

    Session& m_session;
    BusinessDay m_day;
    const TaxTable& m_taxes;
    std::vector<Unit> m_units;
    std::unordered_map<std::string, UnitId> m_unitWords;
    std::map<std::string, TaxClassId> m_taxWords;
    std::map<std::pair<DepartmentId, std::string>, Department> m_departments;
    std::map<DepartmentId, TaxClassId> m_departmentTaxes;
    std::unordered_map<std::string, SupplierId> m_suppliers;
    std::int64_t m_roots = 0;
    std::int64_t m_departmentsMade = 0;
    std::int64_t m_suppliersMade = 0;
};

} // namespace till
