#include "services/sale_taxes.h"

#include <algorithm>

namespace till {
namespace {

const std::vector<TaxIndex> kNoTaxes;

} // namespace

SaleTaxes::SaleTaxes(const TaxTable& table, BusinessDay day)
    : m_day{day}
{
    for (const auto& taxClass : table.classes) {
        auto& indices = m_classes[taxClass.id];
        for (const auto& tax : table.at(taxClass.id, day)) {
            const auto known = std::find(m_rates.begin(), m_rates.end(), tax.rateId);
            indices.push_back(static_cast<TaxIndex>(known - m_rates.begin()));
            if (known != m_rates.end()) continue;
            m_rates.push_back(tax.rateId);
            m_parts.push_back({tax.code, tax.rate, tax.compound});
        }
    }
    for (const auto& tax : table.taxes) {
        for (const auto& rate : tax.rates) {
            if (indexOf(rate.id)) continue;
            m_rates.push_back(rate.id);
            m_parts.push_back({tax.code, rate.rate, tax.compound});
        }
    }
}

std::optional<TaxIndex> SaleTaxes::indexOf(TaxRateId rate) const
{
    const auto at = std::find(m_rates.begin(), m_rates.end(), rate);
    if (at == m_rates.end()) return std::nullopt;
    return static_cast<TaxIndex>(at - m_rates.begin());
}

const std::vector<TaxIndex>& SaleTaxes::of(TaxClassId taxClass) const
{
    const auto found = m_classes.find(taxClass);
    return found == m_classes.end() ? kNoTaxes : found->second;
}

CartToPrice SaleTaxes::toPrice(const Cart& cart) const
{
    const auto discounts = [](const std::vector<CartDiscount>& given) {
        std::vector<Discount> taken;
        taken.reserve(given.size());
        for (const auto& discount : given) {
            if (discount.rate) {
                taken.emplace_back(*discount.rate);
            } else {
                taken.emplace_back(discount.amount.value_or(Money{}));
            }
        }
        return taken;
    };
    CartToPrice toPrice;
    toPrice.taxes = m_parts;
    toPrice.discounts = discounts(cart.discounts);
    toPrice.lines.reserve(cart.lines.size());
    for (const auto& line : cart.lines) {
        // Of a voucher tax is due when it is spent.
        const auto& taxes = line.kind == ItemKind::Voucher ? kNoTaxes : of(line.taxClass);
        const bool promotable =
            line.kind == ItemKind::Goods || line.kind == ItemKind::Service || line.kind == ItemKind::OpenItem;
        toPrice.lines.push_back(
            {line.quantity, line.unitPrice, taxes, discounts(line.discounts), line.discountable,
                line.product.value, line.department.value, promotable, line.unitDecimals == 0});
    }
    return toPrice;
}

} // namespace till
