#include "ui/scan/not_added.h"

#include "ui/sound/sounds.h"

#include <QCoreApplication>
#include <QTextDocument>
#include <QToolTip>
#include <QWidget>

namespace till {

void sayNotAdded(const QString& code, QWidget* where)
{
    Sounds::instance().play(Sound::Blocked);
    if (where == nullptr) return;
    const auto words = QCoreApplication::translate(
        "till::NotAdded", "%1 was scanned and not added. Finish what is open here, then scan it again.")
                           .arg(code.left(60));
    // A tool tip reads what looks like HTML as HTML: a code may look like anything.
    QToolTip::showText(
        where->mapToGlobal(QPoint{0, where->height()}), Qt::convertFromPlainText(words), where, {}, 5000);
}

} // namespace till
