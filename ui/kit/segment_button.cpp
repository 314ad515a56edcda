#include "ui/kit/segment_button.h"

#include "ui/kit/paint.h"
#include "ui/kit/theme.h"

#include <QPainter>

namespace till {

SegmentButton::SegmentButton(const QString& words, Place place, QWidget* parent)
    : QAbstractButton{parent}
    , m_place{place}
{
    setText(words);
    setAccessibleName(words);
    setCheckable(true);
    setFocusPolicy(Qt::NoFocus); // the row has it
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    onTheme(this, [this] {
        updateGeometry();
        update();
    });
}

void SegmentButton::setHeights(int standard, int touch)
{
    m_heightStandard = standard;
    m_heightTouch = touch;
    updateGeometry();
}

QSize SegmentButton::sizeHint() const
{
    const Tokens& t = tokens();
    return {textWidth(t.font(14, QFont::DemiBold), text()) + t.px(26), t.px(m_heightStandard, m_heightTouch)};
}

void SegmentButton::paintEvent(QPaintEvent*)
{
    const Tokens& t = tokens();
    const Colours& c = t.colours();
    QPainter painter{this};
    const QColor fill = isChecked() ? c.sel : underMouse() ? c.surface2 : c.surface;
    const bool focused = parentWidget()->hasFocus() && isChecked();
    // The box goes on beyond the sides where another choice stands: only the row's ends are round.
    const int radius = t.px(8);
    const bool rightToLeft = layoutDirection() == Qt::RightToLeft;
    const auto leftmost = rightToLeft ? Place::Last : Place::First;
    const auto rightmost = rightToLeft ? Place::First : Place::Last;
    const auto box =
        rect().adjusted(m_place == leftmost ? 0 : -radius, 0, m_place == rightmost ? 0 : radius, 0);
    paintBox(painter, box, radius, fill, focused ? c.primary : c.input, focused ? t.px(2) : 1);
    if (m_place != leftmost) painter.fillRect(0, 0, 1, height(), focused ? c.primary : c.input);
    paintText(painter, rect(), text(), t.font(14, isChecked() ? QFont::DemiBold : QFont::Normal),
        isEnabled() ? c.text : c.disabledText, Qt::AlignCenter);
}

} // namespace till
