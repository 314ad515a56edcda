#include "ui/kit/plain_hint.h"

#include <QTextDocument>
#include <QToolTip>
#include <QWidget>

namespace till {

void showPlainHint(QWidget& below, const QString& words, int forMs)
{
    QToolTip::showText(
        below.mapToGlobal(QPoint{0, below.height()}), Qt::convertFromPlainText(words), &below, {}, forMs);
}

} // namespace till
