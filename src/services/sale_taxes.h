#pragma once

#include "domain/catalog/tax_table.h"
#include "domain/sales/cart.h"
#include "domain/sales/pricing.h"

#include <map>
#include <optional>
#include <vector>

namespace till {

/// The shop's taxes on one day in the shape the pricing function takes, made once and used for every cart.
/// Rates of other days stand behind them, for goods that come back at the tax they were sold with.
class SaleTaxes {
public:
    SaleTaxes(const TaxTable& table, BusinessDay day);

    BusinessDay day() const { return m_day; }
    const std::vector<TaxPart>& parts() const { return m_parts; }
    const std::vector<TaxIndex>& of(TaxClassId taxClass) const; ///< empty for a class that is not known
    TaxRateId rateOf(TaxIndex index) const { return m_rates[index]; }
    std::optional<TaxIndex> indexOf(TaxRateId rate) const; ///< none: no rate of this shop
    CartToPrice toPrice(const Cart& cart) const;

private:
    BusinessDay m_day;
    std::vector<TaxPart> m_parts;
    std::vector<TaxRateId> m_rates;
    std::map<TaxClassId, std::vector<TaxIndex>> m_classes;
};

} // namespace till
