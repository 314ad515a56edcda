#include "ui/app/window_place.h"

#include "ui/app/places.h"

#include <QFile>
#include <QSaveFile>
#include <QWidget>

namespace till {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize kUsual{1366, 768};
constexpr qint64 kMostBytes = 1000; // what Qt writes has less than 100

} // namespace

void rememberPlace(const QWidget& window)
{
    QSaveFile file{stateFile(u"window"_s)};
    if (!file.open(QIODevice::WriteOnly)) return; // next time it opens in its usual size
    file.write(window.saveGeometry());
    file.commit();
}

void restorePlace(QWidget& window)
{
    QFile file{stateFile(u"window"_s)};
    const bool read = file.open(QIODevice::ReadOnly) && file.size() < kMostBytes;
    if (!read || !window.restoreGeometry(file.readAll())) window.resize(kUsual);
}

} // namespace till
