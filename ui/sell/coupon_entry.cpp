#include "ui/sell/coupon_entry.h"

#include "services/cart_service.h"
#include "services/promotion_service.h"
#include "ui/kit/note_bar.h"
#include "ui/sell/item_field.h"
#include "ui/sell/sell_desk.h"
#include "ui/sell/sell_frame.h"

namespace till {

CouponEntry::CouponEntry(SellDesk& desk)
    : QObject{&desk}
    , m_desk{desk}
{
    connect(&desk.frame().note(), &NoteBar::gone, this, [this] { m_offered.clear(); });
    connect(&desk.frame().note(), &NoteBar::actionTriggered, this, &CouponEntry::takeOff);
}

bool CouponEntry::isCoupon(const QString& code) const
{
    return m_desk.shop().promotions().isCoupon(code.toStdString());
}

Result<> CouponEntry::add(const QString& code)
{
    auto& shop = m_desk.shop();
    auto added = shop.carts().addCoupon(shop.owner(), code.toStdString());
    if (!added && added.error().code == ErrorCode::NoShiftOpen) {
        m_desk.goHome();
        return {};
    }
    const bool again = !added && added.error().code == ErrorCode::CouponGivenAlready;
    if (!added && !again) return added;
    m_desk.frame().field().clear();
    if (!m_desk.isBusyElsewhere()) {
        m_desk.frame().showLeft(SellFrame::Left::Tiles);
        m_desk.takeFocus();
    }
    tell(code.trimmed().toUpper());
    return {};
}

void CouponEntry::tell(const QString& code)
{
    const auto open = m_desk.cart();
    if (!open) return;
    for (const auto& given : m_desk.shop().promotions().couponsIn(open->cart, open->priced)) {
        if (QString::fromStdString(given.code) != code) continue;
        const auto name = QString::fromStdString(given.name);
        const auto waits =
            given.minimum.isPositive()
                ? tr("%1: waits for goods of %2.").arg(name, m_desk.formats().money(given.minimum))
                : tr("%1: waits for its goods.").arg(name);
        m_desk.frame().note().show({given.counts ? Tone::Ok : Tone::Warn, code,
            given.counts ? tr("%1: counts.").arg(name) : waits, tr("Take off"), {}});
        m_offered = code; // the note before it is gone by now
        return;
    }
}

void CouponEntry::takeOff()
{
    if (m_offered.isEmpty()) return;
    const auto code = m_offered.toStdString();
    const auto open = m_desk.cart();
    auto& shop = m_desk.shop();
    m_desk.frame().note().dismiss();
    if (open) m_desk.attempt([&] { return shop.carts().removeCoupon(shop.owner(), open->cart.id, code); });
    m_desk.takeFocus();
}

} // namespace till
