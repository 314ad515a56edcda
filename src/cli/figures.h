#pragma once

#include "base/decimal.h"
#include "cli/outcome.h"
#include "services/shop.h"

#include <optional>
#include <string>

namespace till {

/// Numbers of one shop as texts.
class Figures {
public:
    explicit Figures(const Shop& shop)
        : m_decimals{shop.facts().decimals}
        , m_currency{shop.facts().currency}
    {
    }

    int decimals() const { return m_decimals; }
    const std::string& currency() const { return m_currency; }
    std::string money(Money amount) const { return formatMoney(amount, m_decimals); }
    std::string withCurrency(Money amount) const { return money(amount) + " " + m_currency; }
    std::string price(UnitPrice price) const { return formatUnitPrice(price, m_decimals); }
    Json price(const std::optional<UnitPrice>& known) const { return known ? Json(price(*known)) : Json(); }
    std::string priceText(const std::optional<UnitPrice>& known) const { return known ? price(*known) : "-"; }
    static Json quantity(const std::optional<Quantity>& known)
    {
        return known ? Json(formatQuantity(*known)) : Json();
    }

private:
    int m_decimals;
    std::string m_currency;
};

} // namespace till
