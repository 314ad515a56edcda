#include "ui/sell/own_sale.h"

#include "ui/sell/sell_desk.h"

#include <algorithm>

namespace till {

OwnSale::OwnSale(const SellDesk& desk)
    : m_desk{desk}
{
}

void OwnSale::begin()
{
    const auto open = m_desk.cart();
    m_id = open ? open->cart.id : CartId{};
    m_others.clear();
    if (m_id) return;
    const auto& carts = m_desk.shop().carts();
    const auto till = m_desk.shop().facts().till;
    m_others = carts.openIds(till);
    for (const auto& held : carts.held(till)) m_others.push_back(held.id);
}

bool OwnSale::isInFront()
{
    const auto open = m_desk.cart();
    const auto now = open ? open->cart.id : CartId{};
    if (m_id || !now) return now == m_id;
    if (std::ranges::find(m_others, now) != m_others.end()) return false;
    m_id = now;
    return true;
}

} // namespace till
