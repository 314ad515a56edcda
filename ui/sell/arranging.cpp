#include "ui/sell/arranging.h"

#include "domain/people/permission.h"
#include "services/people_service.h"
#include "ui/kit/note_bar.h"
#include "ui/sell/arrange_page.h"
#include "ui/sell/cart_panel.h"
#include "ui/sell/department_tabs.h"
#include "ui/sell/sell_desk.h"
#include "ui/sell/sell_frame.h"
#include "ui/sell/tab_ids.h"
#include "ui/sell/tile_shelf.h"

#include <QAction>

namespace till {

Arranging::Arranging(SellDesk& desk, TileShelf& shelf, QWidget& page)
    : QObject{&desk}
    , m_desk{desk}
    , m_shelf{shelf}
    , m_page{page}
{
    connect(&desk.frame().tabs(), &DepartmentTabs::held, this, &Arranging::start);
    connect(&desk.frame(), &SellFrame::leftChanged, this, [this] {
        if (isOn() && m_desk.frame().page() != m_arrange) leave();
    });
}

void Arranging::start()
{
    auto& shop = m_desk.shop();
    auto& frame = m_desk.frame();
    if (isOn() || frame.left() == SellFrame::Left::PayParts) return;
    if (shop.access() == Access::Read) return m_desk.refuse({ErrorCode::ShopReadOnly});
    const auto allowed = shop.people().require(shop.owner(), Permission::LayoutEdit);
    if (!allowed) return m_desk.refuse(allowed.error());
    m_desk.goHome(); // what was typed is not meant for the keys
    if (frame.left() != SellFrame::Left::Tiles) return;

    m_arrange = new ArrangePage{shop, m_desk.formats(), m_shelf.colours(), pageOfTab(frame.tabs().current())};
    connect(m_arrange, &ArrangePage::done, this, [this] {
        const auto page = m_arrange->page();
        leave();
        m_desk.goHome();
        if (page) m_desk.frame().tabs().choose(tabOf(page));
    });
    connect(m_arrange, &ArrangePage::refused, this,
        [this](const Error& error, const QString& subject) { m_desk.refuse(error, subject); });
    connect(m_arrange, &ArrangePage::told, &m_desk, &SellDesk::tell);
    const auto actions = m_page.actions();
    for (auto* action : actions) {
        if (!action->isEnabled()) continue;
        action->setEnabled(false);
        m_resting.emplace_back(action);
    }
    frame.cart().setEnabled(false);
    frame.showPage(m_arrange, false);
    m_arrange->setFocus();
}

bool Arranging::takeScan(const QString& code)
{
    if (!isOn()) return false;
    m_desk.frame().note().dismiss();
    m_arrange->takeScan(code);
    return true;
}

void Arranging::leave()
{
    m_arrange->deleteLater(); // it may be what asked to be left
    m_arrange.clear();
    for (const auto& action : m_resting)
        if (action) action->setEnabled(true);
    m_resting.clear();
    m_desk.frame().cart().setEnabled(true);
    m_desk.frame().note().dismiss();
}

} // namespace till
