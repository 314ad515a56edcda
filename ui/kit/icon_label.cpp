#include "ui/kit/icon_label.h"

#include "ui/kit/icons.h"
#include "ui/kit/theme.h"

#include <QPainter>

namespace till {

IconLabel::IconLabel(const QString& iconName, int size, Ink ink, QWidget* parent)
    : QWidget{parent}
    , m_iconName{iconName}
    , m_ink{ink}
{
    onTheme(this, [this, size] {
        setFixedSize(tokens().px(size), tokens().px(size));
        update();
    });
}

void IconLabel::setIconName(const QString& iconName)
{
    m_iconName = iconName;
    update();
}

void IconLabel::paintEvent(QPaintEvent*)
{
    QPainter painter{this};
    painter.setLayoutDirection(layoutDirection());
    paintIcon(painter, rect(), m_iconName, inkColour(m_ink));
}

} // namespace till
