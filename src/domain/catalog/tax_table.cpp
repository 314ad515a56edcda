#include "domain/catalog/tax_table.h"

#include "base/decimal.h"
#include "base/text.h"

#include <algorithm>

namespace till {
namespace {

template <typename Items, typename AnyId>
auto* findById(Items& items, AnyId id)
{
    const auto found =
        std::find_if(items.begin(), items.end(), [id](const auto& item) { return item.id == id; });
    return found == items.end() ? nullptr : &*found;
}

} // namespace

const TaxClass* TaxTable::find(TaxClassId id) const
{
    return findById(classes, id);
}

const Tax* TaxTable::find(TaxId id) const
{
    return findById(taxes, id);
}

std::vector<TaxAtDay> TaxTable::at(TaxClassId id, BusinessDay day) const
{
    std::vector<TaxAtDay> applied;
    const auto* taxClass = find(id);
    if (!taxClass) return applied;
    for (const auto taxId : taxClass->taxes) {
        const auto* tax = find(taxId);
        if (!tax || tax->rates.empty()) continue;
        const TaxRateFrom* current = &tax->rates.front();
        for (const auto& rate : tax->rates) {
            if (rate.validFrom <= day) current = &rate;
        }
        applied.push_back({current->id, tax->code, tax->name, current->rate, tax->compound});
    }
    return applied;
}

TaxClassId TaxTable::match(std::string_view nameCodeOrPercent, BusinessDay day) const
{
    const auto wanted = trimmed(nameCodeOrPercent);
    const auto folded = foldForSearch(wanted);
    for (const auto& taxClass : classes) {
        if (taxClass.name == wanted || (!folded.empty() && foldForSearch(taxClass.name) == folded))
            return taxClass.id;
    }
    auto number = wanted;
    if (!number.empty() && number.back() == '%') number = trimmed(number.substr(0, number.size() - 1));
    std::replace(number.begin(), number.end(), ',', '.');
    const auto percent = parsePercent(number);
    for (const auto& taxClass : classes) {
        if (taxClass.taxes.size() != 1) continue;
        const auto* tax = find(taxClass.taxes.front());
        if (tax && tax->code == wanted) return taxClass.id;
        if (percent && at(taxClass.id, day).front().rate == *percent) return taxClass.id;
    }
    return {};
}

} // namespace till
