#include "ui/sell/tab_button.h"

#include "ui/kit/icons.h"
#include "ui/kit/paint.h"
#include "ui/kit/theme.h"

#include <QPainter>

namespace till {

TabButton::TabButton(const QString& text, int colour, QWidget* parent)
    : QAbstractButton{parent}
    , m_colour{colour}
{
    setText(text);
    setAccessibleName(text);
    setCheckable(true);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
}

void TabButton::setChevron(bool shown)
{
    m_chevron = shown;
    update();
}

QSize TabButton::sizeHint() const
{
    const Tokens& t = tokens();
    const int words = textWidth(t.font(14, QFont::DemiBold), text());
    return {words + t.px(22) + (m_colour > 0 ? t.px(18) : 0) + (m_chevron ? t.px(20) : 0), t.px(44, 56)};
}

void TabButton::paintEvent(QPaintEvent*)
{
    const Tokens& t = tokens();
    const Colours& c = t.colours();
    QPainter painter{this};
    painter.setLayoutDirection(layoutDirection());
    int x = t.px(11);
    if (m_colour > 0) {
        const QRect swatch{x, (height() - t.px(13)) / 2, t.px(10), t.px(10)};
        paintBox(painter, mirrored(painter, swatch, rect()), t.px(3), t.series(m_colour), {});
        x += t.px(18);
    }
    const QColor ink = isChecked() || underMouse() ? c.text : c.text2;
    const QRect words{x, 0, width() - x - t.px(m_chevron ? 28 : 6), height() - t.px(3)};
    paintText(painter, mirrored(painter, words, rect()), text(), t.font(14, QFont::DemiBold), ink);
    if (m_chevron) {
        const QRect arrow{width() - t.px(27), (height() - t.px(16)) / 2, t.px(16), t.px(16)};
        paintIcon(painter, mirrored(painter, arrow, rect()), QStringLiteral("chevron-down"), ink);
    }
    if (isChecked()) painter.fillRect(0, height() - t.px(3), width(), t.px(3), c.primary);
    if (hasFocus()) paintBox(painter, rect().adjusted(1, 2, -1, -4), t.px(6), {}, c.primary, t.px(2));
}

} // namespace till
