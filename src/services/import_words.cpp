#include "services/import_words.h"

#include "base/decimal.h"
#include "base/text.h"
#include "services/catalog_service.h"
#include "services/session.h"
#include "storage/catalog_repository.h"

#include <algorithm>
#include <array>
#include <set>

namespace till {
namespace {

struct UnitWord {
    std::string_view word; ///< folded
    std::string_view code;
};

constexpr std::array kUnitWords{UnitWord{"pcs", "pc"}, UnitWord{"piece", "pc"}, UnitWord{"pieces", "pc"},
    UnitWord{"ea", "pc"}, UnitWord{"each", "pc"}, UnitWord{"unit", "pc"}, UnitWord{"units", "pc"},
    UnitWord{"unit s", "pc"}, UnitWord{"item", "pc"}, UnitWord{"stk", "pc"}, UnitWord{"st", "pc"},
    UnitWord{"stuck", "pc"}, UnitWord{"unite", "pc"}, UnitWord{"unites", "pc"}, UnitWord{"piece s", "pc"},
    UnitWord{"unidad", "pc"}, UnitWord{"unidades", "pc"}, UnitWord{"ud", "pc"}, UnitWord{"uds", "pc"},
    UnitWord{"pieza", "pc"}, UnitWord{"piezas", "pc"}, UnitWord{"pezzo", "pc"}, UnitWord{"pezzi", "pc"},
    UnitWord{"pz", "pc"}, UnitWord{"stuk", "pc"}, UnitWord{"stuks", "pc"}, UnitWord{"kgs", "kg"},
    UnitWord{"kilo", "kg"}, UnitWord{"kilos", "kg"}, UnitWord{"kilogram", "kg"}, UnitWord{"kilograms", "kg"},
    UnitWord{"kilogramm", "kg"}, UnitWord{"kilogramme", "kg"}, UnitWord{"kilogrammes", "kg"},
    UnitWord{"kilogramo", "kg"}, UnitWord{"chilogrammo", "kg"}, UnitWord{"gr", "g"}, UnitWord{"gram", "g"},
    UnitWord{"grams", "g"}, UnitWord{"gramm", "g"}, UnitWord{"gramme", "g"}, UnitWord{"grammes", "g"},
    UnitWord{"gramo", "g"}, UnitWord{"grammo", "g"}, UnitWord{"ltr", "l"}, UnitWord{"lt", "l"},
    UnitWord{"liter", "l"}, UnitWord{"liters", "l"}, UnitWord{"litre", "l"}, UnitWord{"litres", "l"},
    UnitWord{"litro", "l"}, UnitWord{"litros", "l"}, UnitWord{"litri", "l"}, UnitWord{"meter", "m"},
    UnitWord{"meters", "m"}, UnitWord{"metre", "m"}, UnitWord{"metres", "m"}, UnitWord{"metro", "m"},
    UnitWord{"hour", "h"}, UnitWord{"hours", "h"}, UnitWord{"hr", "h"}, UnitWord{"hrs", "h"},
    UnitWord{"stunde", "h"}, UnitWord{"stunden", "h"}, UnitWord{"heure", "h"}, UnitWord{"heures", "h"},
    UnitWord{"hora", "h"}, UnitWord{"ora", "h"}, UnitWord{"uur", "h"}, UnitWord{"sqm", "m2"},
    UnitWord{"qm", "m2"}, UnitWord{"lbs", "lb"}, UnitWord{"pound", "lb"}, UnitWord{"pounds", "lb"}};

std::string asWritten(const std::vector<TaxMention>& mentions)
{
    std::string text;
    for (const auto& mention : mentions) {
        if (!text.empty()) text += " + ";
        text += mention.name;
        if (mention.percent)
            text += (mention.name.empty() ? "" : " ") + formatPercent(*mention.percent) + "%";
    }
    return text;
}

Uid newUid(const Session& session)
{
    return Uid::make(session.clock.now().time_since_epoch().count());
}

} // namespace

ImportWords::ImportWords(Session& session)
    : m_session{session}
    , m_day{session.now().businessDay}
    , m_taxes{session.catalog->taxes()}
    , m_units{session.catalog->units()}
{
    for (const auto& unit : m_units) m_unitWords[foldForSearch(unit.code)] = unit.id;
    for (const auto& word : kUnitWords) {
        const auto unit = std::find_if(
            m_units.begin(), m_units.end(), [&](const Unit& one) { return one.code == word.code; });
        if (unit != m_units.end()) m_unitWords.try_emplace(std::string{word.word}, unit->id);
    }
    for (auto& department : departmentRows(session.db)) {
        if (!department.parent) ++m_roots;
        m_departmentTaxes[department.id] = department.taxClass;
        auto key = std::pair{department.parent, department.name};
        m_departments.emplace(std::move(key), std::move(department));
    }
}

TaxClassId ImportWords::findUsualTax(std::string_view folded) const
{
    constexpr std::string_view kRate = " rate";
    if (!folded.ends_with(kRate)) return {};
    const auto word = folded.substr(0, folded.size() - kRate.size());
    if (const auto named = m_taxes.match(word, m_day)) return named;
    if (word == "zero") return untaxed();
    return word == "reduced" ? onlyReduced() : TaxClassId{};
}

TaxClassId ImportWords::onlyReduced() const
{
    std::map<Rate, TaxClassId> byRate;
    for (const auto& taxClass : m_taxes.classes) {
        const auto applied = m_taxes.at(taxClass.id, m_day);
        if (applied.size() == 1 && !applied.front().rate.isZero())
            byRate.emplace(applied.front().rate, taxClass.id);
    }
    return byRate.size() == 2 ? byRate.begin()->second : TaxClassId{};
}

TaxClassId ImportWords::findTax(const TaxMention& mention) const
{
    if (!mention.name.empty()) {
        if (const auto named = m_taxes.match(mention.name, m_day)) return named;
        if (const auto usual = findUsualTax(foldForSearch(mention.name))) return usual;
    }
    return mention.percent ? m_taxes.match(formatPercent(*mention.percent), m_day) : TaxClassId{};
}

TaxClassId ImportWords::findClassOf(const std::vector<TaxMention>& mentions) const
{
    std::set<TaxId> wanted;
    for (const auto& mention : mentions) {
        const auto* taxClass = m_taxes.find(findTax(mention));
        if (!taxClass || taxClass->taxes.size() != 1) return {};
        wanted.insert(taxClass->taxes.front());
    }
    for (const auto& taxClass : m_taxes.classes) {
        if (std::set<TaxId>{taxClass.taxes.begin(), taxClass.taxes.end()} == wanted) return taxClass.id;
    }
    return {};
}

TaxClassId ImportWords::untaxed() const
{
    for (const auto& taxClass : m_taxes.classes) {
        const auto applied = m_taxes.at(taxClass.id, m_day);
        if (std::all_of(
                applied.begin(), applied.end(), [](const TaxAtDay& tax) { return tax.rate.isZero(); }))
            return taxClass.id;
    }
    return {};
}

Result<TaxClassId> ImportWords::tax(const ProductRow& row)
{
    const bool isExempt = row.taxable == false;
    if (row.taxes.empty() && !isExempt) return TaxClassId{};
    const auto written = isExempt ? "0%" : asWritten(row.taxes);
    auto known = m_taxWords.find(written);
    if (known == m_taxWords.end()) {
        const auto found = isExempt                ? untaxed()
                           : row.taxes.size() == 1 ? findTax(row.taxes.front())
                                                   : findClassOf(row.taxes);
        if (!found) return Error{ErrorCode::TaxNotFound, clipped(written, 80)};
        known = m_taxWords.emplace(written, found).first;
    }
    return known->second;
}

Result<TaxClassId> ImportWords::taxWithout(DepartmentId department) const
{
    const auto known = m_departmentTaxes.find(department);
    if (known != m_departmentTaxes.end() && known->second) return known->second;
    if (m_taxes.classes.empty()) return Error{ErrorCode::TaxNotFound};
    return m_taxes.classes.front().id;
}

Result<UnitId> ImportWords::unit(const ProductRow& row)
{
    const auto kilogram = m_unitWords.at("kg");
    const auto weighed = row.weighed == true ? kilogram : UnitId{};
    if (row.unit.empty()) {
        const bool hasHalves = row.stock && !row.stock->isWhole();
        return hasHalves ? kilogram : weighed;
    }
    const auto found = m_unitWords.find(foldForSearch(row.unit));
    if (found == m_unitWords.end())
        return Error{ErrorCode::ImportValueInvalid, "unit: " + clipped(row.unit, 60)};
    // Some systems mark weighed goods and leave the unit at its default of pieces.
    return weighed && found->second == m_unitWords.at("pc") ? weighed : found->second;
}

int ImportWords::decimalsOf(UnitId unit) const
{
    for (const auto& one : m_units) {
        if (one.id == unit) return one.decimals;
    }
    return 0;
}

DepartmentId ImportWords::department(const std::vector<std::string>& path)
{
    Department at;
    for (const auto& name : path) {
        const auto known = m_departments.find({at.id, name});
        if (known != m_departments.end()) {
            at = known->second;
            continue;
        }
        Department made{
            {}, at.id, name, at.id ? at.colour : static_cast<int>(m_roots++ % 6) + 1, at.taxClass};
        made.id = insertDepartment(m_session.db, newUid(m_session), made);
        m_departmentTaxes[made.id] = made.taxClass;
        m_departments.emplace(std::pair{made.parent, made.name}, made);
        ++m_departmentsMade;
        at = std::move(made);
    }
    return at.id;
}

SupplierId ImportWords::supplier(const std::string& name)
{
    if (name.empty()) return {};
    if (const auto known = m_suppliers.find(name); known != m_suppliers.end()) return known->second;
    auto id = supplierWithName(m_session.db, name);
    if (!id) {
        id = insertSupplier(m_session.db, newUid(m_session), name);
        ++m_suppliersMade;
    }
    m_suppliers.emplace(name, *id);
    return *id;
}

} // namespace till
