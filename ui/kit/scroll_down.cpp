#include "ui/kit/scroll_down.h"

#include <QScrollArea>

namespace till {

QScrollArea* scrollDown(QWidget* content, const QString& objectName, const QString& accessibleName)
{
    content->setObjectName(QStringLiteral("scrolled"));
    auto* scroll = new QScrollArea;
    scroll->setObjectName(objectName);
    scroll->setAccessibleName(accessibleName);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(content);
    return scroll;
}

} // namespace till
