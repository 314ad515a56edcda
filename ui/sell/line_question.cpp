#include "ui/sell/line_question.h"

#include "base/rounding.h"
#include "domain/sales/line_size.h"
#include "services/cart_service.h"
#include "ui/kit/note_bar.h"
#include "ui/sell/cart_panel.h"
#include "ui/sell/cart_view.h"
#include "ui/sell/item_field.h"
#include "ui/sell/sell_frame.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>

namespace till {

namespace {

// A scanner that ends a code with CR and LF sends two Enters within some 20 ms, a finger that strikes twice
// within some 200 ms. Nobody has read a question that fast.
constexpr quint64 kReadingMs = 300;

bool isEnter(const QKeyEvent& key)
{
    return key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter;
}

} // namespace

LineQuestion::LineQuestion(Shop& shop, const Formats& formats, SellFrame& frame)
    : QObject{&frame}
    , m_formats{formats}
    , m_currency{till::currency(shop.facts().currency)}
    , m_frame{frame}
{
    connect(&frame.note(), &NoteBar::actionTriggered, this, &LineQuestion::answerYes);
    connect(&frame.note(), &NoteBar::gone, this, [this] { m_take = {}; });
    connect(&frame.cart().lines(), &CartView::marked, this, &LineQuestion::leave);
    m_cartChanged = shop.carts().changed.subscribe([this](TillId) { leave(); });
    qApp->installEventFilter(this); // a question can be brought by a scan beside the field
}

void LineQuestion::takeLine(const TypedLine& line, std::function<void()> take)
{
    if (!isUnusualLine(line.quantity, line.unitDecimals, line.unitPrice, m_currency)) return take();
    m_frame.field().clear(); // Enter is the answer now
    const auto worth = m_formats.moneyWithSymbol(lineAmount(line.unitPrice, line.quantity));
    // The name stands in the text, which wraps: it can be long.
    m_frame.note().show({Tone::Warn, tr("%1 ×").arg(m_formats.quantity(line.quantity)),
        tr("%1 would come to %2. Is that meant?").arg(line.name, worth), tr("Yes, take it"), Qt::Key_Return});
    m_take = std::move(take);
    m_askedAt = m_keyAt;
    m_frame.field().takeFocus();
}

void LineQuestion::answerYes()
{
    const auto take = std::exchange(m_take, {});
    if (!take) return;
    m_frame.note().dismiss();
    take();
}

void LineQuestion::leave()
{
    if (isAsking()) m_frame.note().dismiss();
}

bool LineQuestion::isSameStroke(const QKeyEvent& key) const
{
    const bool known = key.timestamp() != 0 && m_askedAt != 0;
    return key.isAutoRepeat() || (known && key.timestamp() - m_askedAt < kReadingMs);
}

bool LineQuestion::eventFilter(QObject* watched, QEvent* event)
{
    // F4 is heard of as a shortcut only.
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride) return false;
    const auto& key = *static_cast<QKeyEvent*>(event);
    m_keyAt = key.timestamp();
    const bool answers =
        event->type() == QEvent::KeyPress && isEnter(key) && isAsking() && watched == m_frame.field().edit();
    return answers && isSameStroke(key);
}

} // namespace till
