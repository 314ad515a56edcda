#include "ui/kit/combo_field.h"

#include "ui/kit/icons.h"
#include "ui/kit/paint.h"
#include "ui/kit/theme.h"

#include <QPainter>
#include <QWheelEvent>

namespace till {

ComboField::ComboField(QWidget* parent)
    : QComboBox{parent}
{
    setFocusPolicy(Qt::StrongFocus);
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(6);
}

QSize ComboField::minimumSizeHint() const
{
    return {tokens().px(80), QComboBox::minimumSizeHint().height()};
}

void ComboField::paintEvent(QPaintEvent*)
{
    const Tokens& t = tokens();
    const Colours& c = t.colours();
    QPainter painter{this};
    painter.setLayoutDirection(layoutDirection());
    const bool focused = hasFocus();
    paintBox(painter, rect(), t.px(8), isEnabled() ? c.surface : c.surface2,
        !isEnabled() ? c.hair
        : focused    ? c.primary
                     : c.input,
        focused ? t.px(2) : 1);
    const int size = t.px(16);
    const QRect chevron{width() - t.px(10) - size, (height() - size) / 2, size, size};
    paintIcon(painter, mirrored(painter, chevron, rect()), QStringLiteral("chevron-down"),
        isEnabled() ? c.text2 : c.disabledText);
    if (isEditable()) return; // its line edit shows the words
    const QRect words{t.px(11), 0, chevron.x() - t.px(16), height()};
    const bool chosen = currentIndex() >= 0;
    paintText(painter, mirrored(painter, words, rect()), chosen ? currentText() : placeholderText(),
        t.font(14),
        !isEnabled() ? c.disabledText
        : chosen     ? c.text
                     : c.text2);
}

void ComboField::wheelEvent(QWheelEvent* event)
{
    if (hasFocus())
        QComboBox::wheelEvent(event);
    else
        event->ignore();
}

} // namespace till
