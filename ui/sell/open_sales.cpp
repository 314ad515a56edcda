#include "ui/sell/open_sales.h"

#include "services/cart_service.h"
#include "services/customer_service.h"
#include "ui/sell/cart_panel.h"
#include "ui/sell/cart_view.h"
#include "ui/sell/sale_tabs.h"
#include "ui/sell/sell_desk.h"
#include "ui/sell/sell_frame.h"

#include <algorithm>

namespace till {

OpenSales::OpenSales(SellDesk& desk)
    : QObject{&desk}
    , m_desk{desk}
{
    auto& cart = desk.frame().cart();
    connect(&cart, &CartPanel::newSaleRequested, this, &OpenSales::startNew);
    connect(&cart.tabs(), &SaleTabs::chosen, this, [this](qint64 id) { bringToFront(CartId{id}); });
    m_cartChanged = desk.shop().carts().changed.subscribe([this](TillId) { show(); });
    show();
}

void OpenSales::show()
{
    auto& shop = m_desk.shop();
    const auto till = shop.facts().till;
    const auto ids = shop.carts().openIds(till);
    const auto open = m_desk.cart();
    const auto front = open ? open->cart.id : CartId{};
    auto& tabs = m_desk.frame().cart().tabs();
    // Almost always there is one sale, and nothing to be read about others at every scan.
    const bool alone = ids.empty() || (ids.size() == 1 && ids.front() == front);
    if (alone) {
        m_shown.clear();
        return tabs.setTabs({});
    }
    if (ids == m_shown && front == m_front) return;
    std::vector<SaleTabs::Tab> shown;
    for (const auto& sale : shop.carts().sideBySide(till)) {
        const auto customer = sale.customer ? shop.customers().find(*sale.customer) : std::nullopt;
        const auto name = customer ? customer->shownAs() : sale.label;
        shown.push_back({sale.id.value,
            sale.inFront   ? tr("This sale")
            : name.empty() ? tr("Sale")
                           : QString::fromStdString(name),
            m_desk.formats().money(sale.total), sale.inFront});
    }
    if (!front) shown.push_back({0, tr("New sale"), {}, true});
    tabs.setTabs(shown);
    m_shown = ids;
    m_front = front;
}

void OpenSales::bringToFront(CartId id)
{
    if (m_desk.keepsSale()) return;
    auto& shop = m_desk.shop();
    auto& panel = m_desk.frame().cart();
    panel.lines().markLine(0); // a line of the sale that is left
    if (!m_desk.attempt([&] { return shop.carts().bringToFront(shop.owner(), id); })) return;
    if (panel.isShowingPaid()) panel.showSale();
    m_desk.goHome();
}

void OpenSales::startNew()
{
    if (m_desk.keepsSale()) return;
    const auto open = m_desk.cart();
    if (!open || (open->cart.lines.empty() && !open->cart.customer)) return m_desk.goHome();
    bringToFront({});
}

void OpenSales::step(int by)
{
    auto& shop = m_desk.shop();
    auto ids = shop.carts().openIds(shop.facts().till);
    const auto open = m_desk.cart();
    const auto front = open ? open->cart.id : CartId{};
    if (!front) ids.push_back({}); // the new sale stands at the end
    if (ids.size() < 2) return;
    const auto at = std::find(ids.begin(), ids.end(), front) - ids.begin();
    const auto count = static_cast<std::ptrdiff_t>(ids.size());
    bringToFront(ids[static_cast<std::size_t>((at + by + count) % count)]);
}

} // namespace till
