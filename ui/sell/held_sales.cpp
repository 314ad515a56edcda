#include "ui/sell/held_sales.h"

#include "services/cart_service.h"
#include "ui/sell/action_row.h"
#include "ui/sell/held_page.h"
#include "ui/sell/sell_desk.h"
#include "ui/sell/sell_frame.h"

namespace till {

using namespace Qt::StringLiterals;

HeldSales::HeldSales(SellDesk& desk)
    : QObject{&desk}
    , m_desk{desk}
{
    m_heldChanged = desk.shop().carts().heldChanged.subscribe([this](TillId) { showCount(); });
    showCount();
}

void HeldSales::showCount()
{
    const auto waiting = m_desk.shop().carts().heldCount(m_desk.shop().facts().till);
    auto& actions = m_desk.frame().actions();
    actions.setActionCount(u"recall"_s, waiting);
    actions.setActionEnabled(u"recall"_s, waiting > 0);
}

void HeldSales::hold()
{
    const auto open = m_desk.goods();
    if (!open) return;
    auto& shop = m_desk.shop();
    if (m_desk.attempt([&] { return shop.carts().hold(shop.owner(), open->cart.id); })) m_desk.goHome();
}

void HeldSales::recall()
{
    auto& shop = m_desk.shop();
    const auto waiting = shop.carts().held(shop.facts().till);
    if (waiting.empty()) return;
    if (waiting.size() == 1) return take(waiting.front().id);
    auto* page = new HeldPage{waiting, m_desk.formats(), shop.calendar()};
    connect(page, &HeldPage::taken, this, [this](qint64 id) { take(CartId{id}); });
    connect(page, &HeldPage::left, &m_desk, &SellDesk::homeRequested);
    m_desk.frame().showPage(page, false);
    page->takeFocus();
}

void HeldSales::take(CartId id)
{
    auto& shop = m_desk.shop();
    if (m_desk.attempt([&] { return shop.carts().recall(shop.owner(), id); })) m_desk.goHome();
}

} // namespace till
