#include "ui/sell/held_sales.h"

#include "services/cart_service.h"
#include "services/customer_service.h"
#include "ui/sell/action_row.h"
#include "ui/sell/cart_rows.h"
#include "ui/sell/held_page.h"
#include "ui/sell/reasons.h"
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
    if (waiting.empty() || m_desk.keepsSale()) return;
    if (waiting.size() == 1) return take(waiting.front().id);
    std::vector<HeldPage::Row> rows;
    for (const auto& sale : waiting) {
        const auto customer = sale.customer ? shop.customers().find(*sale.customer) : std::nullopt;
        rows.push_back({sale, QString::fromStdString(customer ? customer->shownAs() : std::string{})});
    }
    auto* page = new HeldPage{std::move(rows), m_desk.formats(), shop.calendar(), [this](CartId id) {
                                  const auto sale = m_desk.shop().carts().find(id);
                                  return sale ? cartRows(*sale, m_desk.formats()) : std::vector<CartRow>{};
                              }};
    connect(page, &HeldPage::taken, this, [this](qint64 id) { take(CartId{id}); });
    connect(page, &HeldPage::discardRequested, this, [this](qint64 id) { discard(CartId{id}); });
    connect(page, &HeldPage::left, &m_desk, &SellDesk::homeRequested);
    m_desk.frame().showPage(page, false);
    page->takeFocus();
}

void HeldSales::discard(CartId id)
{
    askReason(
        m_desk, {QStringLiteral("abandonReason"), tr("Why is this sale given up?"), "sale.abandon_reasons",
                    [this, id](const std::string& reason) {
                        auto& shop = m_desk.shop();
                        if (m_desk.attempt([&] { return shop.carts().abandon(shop.owner(), id, reason); }))
                            m_desk.goHome();
                    }});
}

void HeldSales::take(CartId id)
{
    auto& shop = m_desk.shop();
    if (m_desk.attempt([&] { return shop.carts().recall(shop.owner(), id); })) m_desk.goHome();
}

} // namespace till
