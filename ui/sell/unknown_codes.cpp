#include "ui/sell/unknown_codes.h"

#include "services/catalog_service.h"
#include "services/shop.h"
#include "ui/app/error_text.h"
#include "ui/kit/note_bar.h"
#include "ui/sell/asked_goods.h"
#include "ui/sell/cart_panel.h"
#include "ui/sell/item_field.h"
#include "ui/sell/ringing_up.h"
#include "ui/sell/sell_desk.h"
#include "ui/sell/sell_frame.h"
#include "ui/sell/unknown_code_page.h"

namespace till {

UnknownCodes::UnknownCodes(SellDesk& desk, RingingUp& ringingUp, AskedGoods& asked)
    : QObject{&desk}
    , m_desk{desk}
    , m_ringingUp{ringingUp}
    , m_asked{asked}
    , m_sale{desk}
{
    auto& note = desk.frame().note();
    connect(&desk.frame().cart(), &CartPanel::waitingRequested, this, [this] {
        if (m_desk.frame().left() != SellFrame::Left::Page) offerNext();
    });
    connect(&note, &NoteBar::gone, this, [this] { m_isAsking = false; });
    connect(&note, &NoteBar::actionTriggered, this, [this] {
        if (m_isAsking) {
            m_desk.frame().note().dismiss();
            leaveOut();
        } else if (m_form && m_form->isAskedAbout()) {
            Q_EMIT m_form->left();
        }
    });
    desk.setForm([this] { return keepsForm(); });
    desk.askBeforeLeaving([this] { return keepsSale(); });
    m_cartChanged = desk.shop().carts().changed.subscribe([this](TillId) {
        if (count() > 0 && !m_sale.isInFront()) leaveOut();
    });
}

bool UnknownCodes::isOffering() const
{
    return m_form && m_desk.frame().left() == SellFrame::Left::Page;
}

int UnknownCodes::count() const
{
    return static_cast<int>(m_waiting.size()) + (isOffering() ? 1 : 0);
}

void UnknownCodes::wait(const QString& code, std::optional<Quantity> quantity)
{
    m_waiting.push_back({code, quantity});
    showWaiting();
}

void UnknownCodes::offer(const QString& code, std::optional<Quantity> quantity)
{
    if (count() == 0) m_sale.begin();
    show(code, quantity);
}

void UnknownCodes::show(const QString& code, std::optional<Quantity> quantity)
{
    auto& frame = m_desk.frame();
    frame.note().show({Tone::Warn, code, errorText({ErrorCode::CodeUnknown}), {}, {}});
    auto* form = new UnknownCodePage{m_desk.shop(), m_desk.formats(), code};
    connect(form, &UnknownCodePage::added, this,
        [this, code, quantity](qint64 product) { sell(code, product, quantity); });
    connect(form, &UnknownCodePage::soldOnce, this, &UnknownCodes::offerNext);
    connect(form, &UnknownCodePage::left, this, &UnknownCodes::offerNext);
    m_form = form;
    frame.field().clear();
    frame.showPage(form, true);
    form->takeFocus();
}

void UnknownCodes::sell(const QString& code, qint64 product, std::optional<Quantity> quantity)
{
    m_form.clear();
    m_desk.goHome(); // before anything is said about the line
    // As the code that was scanned: the next scan of it is one more on the same line.
    const auto known = m_desk.shop().catalog().findByCode(code.toStdString());
    const bool isOfCode = known && known->id == ProductId{product};
    RingUp what{};
    what.quantity = quantity;
    if (isOfCode)
        what.code = code.toStdString();
    else
        what.product = ProductId{product};
    if (ringUp(what) && !m_waiting.empty()) offerNext();
}

void UnknownCodes::offerNext()
{
    m_form.clear();
    m_desk.goHome();
    while (!m_waiting.empty()) {
        const auto next = m_waiting.front();
        m_waiting.erase(m_waiting.begin());
        showWaiting();
        const auto code = next.code.toStdString();
        if (!m_desk.shop().catalog().findByCode(code)) return show(next.code, next.quantity);
        // Added by the form before: it was scanned twice.
        if (!ringUp({code, {}, next.quantity, {}, {}, {}})) return;
    }
}

bool UnknownCodes::ringUp(const RingUp& what)
{
    const bool done = m_desk.attempt([&]() -> Result<> {
        auto rungUp = m_ringingUp.ringUp(what);
        return !rungUp && m_asked.ask(rungUp.error(), what) ? Result<>{} : rungUp;
    });
    auto& frame = m_desk.frame();
    return done && !frame.note().hasNote() && frame.left() == SellFrame::Left::Tiles;
}

void UnknownCodes::showWaiting()
{
    m_desk.frame().cart().setWaiting(static_cast<int>(m_waiting.size()));
}

bool UnknownCodes::keepsForm()
{
    if (!isOffering() || !m_form->hasTyped()) return false;
    m_form->setAskedAbout();
    m_desk.frame().note().show(
        {Tone::Warn, m_form->code(), tr("is half filled in. Finish it with Enter, or discard it, then pay."),
            tr("Discard it"), Qt::Key_Escape});
    m_form->takeFocus();
    return true;
}

bool UnknownCodes::keepsSale()
{
    const auto codes = count();
    if (codes == 0) return false;
    const bool isMeant = m_desk.isMeant({Tone::Warn, {},
        tr("%n code(s) nobody knows wait. Add them, or press the same key once more to go on without them.",
            nullptr, codes),
        tr("Leave them out"), {}});
    m_isAsking = !isMeant;
    if (isMeant) leaveOut();
    return !isMeant;
}

void UnknownCodes::leaveOut()
{
    const auto codes = count();
    if (codes == 0) return;
    const bool isShown = isOffering();
    m_waiting.clear();
    m_form.clear();
    showWaiting();
    if (isShown) m_desk.frame().showLeft(SellFrame::Left::Tiles); // an amount in the item field stays there
    m_desk.sayLeftOut({}, tr("%n code(s) nobody knows were left out.", nullptr, codes));
}

} // namespace till
