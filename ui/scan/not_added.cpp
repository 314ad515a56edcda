#include "ui/scan/not_added.h"

#include "ui/kit/plain_hint.h"
#include "ui/sound/sounds.h"

#include <QCoreApplication>
#include <QTextDocument>
#include <QWidget>

namespace till {

void sayNotAdded(const QString& code, QWidget* where)
{
    Sounds::instance().play(Sound::Blocked);
    if (where == nullptr) return;
    const auto words = QCoreApplication::translate(
        "till::NotAdded", "%1 was scanned and not added. Finish what is open here, then scan it again.")
                           .arg(code.left(60));
    showPlainHint(*where, words, 5'000);
}

} // namespace till
