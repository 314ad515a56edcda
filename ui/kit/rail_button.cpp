#include "ui/kit/rail_button.h"

#include "ui/kit/icons.h"
#include "ui/kit/key_badge.h"
#include "ui/kit/paint.h"
#include "ui/kit/theme.h"

#include <QPainter>

namespace till {

RailButton::RailButton(const QString& id, const QString& iconName, const QString& word, QWidget* parent)
    : QAbstractButton{parent}
    , m_id{id}
    , m_iconName{iconName}
{
    setText(word);
    setObjectName(QStringLiteral("rail_") + id);
    setAccessibleName(word);
    setCheckable(true);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    onTheme(this, [this] {
        updateGeometry();
        update();
    });
}

void RailButton::setDigitShown(bool shown)
{
    m_digitShown = shown;
    update();
}

QSize RailButton::sizeHint() const
{
    return {tokens().px(72), tokens().px(60, 64)};
}

void RailButton::paintEvent(QPaintEvent*)
{
    const Tokens& t = tokens();
    const Colours& c = t.colours();
    QPainter painter{this};
    painter.setLayoutDirection(layoutDirection());
    if (isChecked())
        paintBox(painter, rect(), t.px(10), c.sel, {});
    else if (underMouse())
        paintBox(painter, rect(), t.px(10), c.surface2, {});
    if (hasFocus()) paintBox(painter, rect(), t.px(10), {}, c.primary, t.px(2));

    const QColor ink = isChecked() ? c.text : c.text2;
    const int icon = t.px(22);
    const int word = t.px(16);
    const int top = (height() - icon - word - t.px(4)) / 2;
    paintIcon(painter, {(width() - icon) / 2, top, icon, icon}, m_iconName, ink);
    const QRect wordBox{t.px(2), top + icon + t.px(4), width() - t.px(4), word};
    paintText(painter, wordBox, text(), t.font(12, isChecked() ? QFont::DemiBold : QFont::Normal), ink,
        Qt::AlignCenter);

    if (!m_digitShown || m_digit == 0) return;
    const QString digit = QString::number(m_digit);
    const QSize badge = keyBadgeSize(digit);
    const QRect corner{width() - badge.width() - t.px(4), t.px(4), badge.width(), badge.height()};
    paintKeyBadge(painter, mirrored(painter, corner, rect()).topLeft(), digit);
}

} // namespace till
