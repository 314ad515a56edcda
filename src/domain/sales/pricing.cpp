#include "domain/sales/pricing.h"

#include "domain/sales/discounts.h"
#include "domain/sales/promotions.h"
#include "domain/sales/taxes.h"

namespace till {
namespace {

Money sumOf(const std::vector<Money>& amounts)
{
    Money sum;
    for (const auto amount : amounts) sum += amount;
    return sum;
}

Result<PricedSale> price(const CartToPrice& cart, const PricingRules& rules)
{
    if (auto known = checkTaxes(cart); !known) return known.error();
    std::vector<PricedLine> lines(cart.lines.size());
    std::vector<Money> remaining(cart.lines.size());
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto& line = cart.lines[i];
        lines[i].gross = lineAmount(line.unitPrice, line.quantity);
        const auto left = applyOwnDiscounts(line, cart.discountsWereGiven, lines[i]);
        if (!left) {
            return Error{left.error().code, "lines[" + std::to_string(i) + "]." + left.error().detail};
        }
        remaining[i] = *left;
    }
    auto promotions = applyPromotions(cart, lines, remaining);
    if (!promotions) return promotions.error();
    if (auto spread = applySaleDiscounts(cart, lines, remaining); !spread) return spread.error();
    applyTaxes(cart, rules, remaining, lines);
    auto sale = sumUp(std::move(lines), cart.taxes);
    sale.promotions = std::move(*promotions);
    return sale;
}

} // namespace

Money PricedLine::ownDiscount() const
{
    return sumOf(discounts);
}

Money PricedLine::saleDiscount() const
{
    return sumOf(saleDiscounts);
}

Result<PricedSale> priceSale(const CartToPrice& cart, const PricingRules& rules)
{
    try {
        return price(cart, rules);
    } catch (const NumberOverflow&) { // here alone a person's figures multiply: a refusal, not a fault
        return Error{ErrorCode::NumberOutOfRange, "lines"};
    }
}

PricedSale sumUp(std::vector<PricedLine> lines, std::span<const TaxPart> taxes)
{
    PricedSale sale;
    std::vector<TaxRow> rows(taxes.size());
    std::vector<bool> used(taxes.size());
    for (const auto& line : lines) {
        sale.gross += line.gross;
        sale.discount += line.ownDiscount() + line.promotion + line.saleDiscount();
        sale.net += line.net;
        sale.tax += line.tax;
        sale.total += line.total;
        for (const auto& part : line.taxes) {
            rows[part.tax].net += part.net;
            rows[part.tax].amount += part.amount;
            used[part.tax] = true;
        }
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (!used[i]) continue;
        auto& row = rows[i];
        row.tax = static_cast<TaxIndex>(i);
        row.code = taxes[i].code;
        row.rate = taxes[i].rate;
        row.gross = row.net + row.amount;
        sale.taxes.push_back(std::move(row));
    }
    sale.lines = std::move(lines);
    return sale;
}

} // namespace till
