#include "ui/tour/tour.h"

#include "ui/app/places.h"
#include "ui/kit/theme.h"
#include "ui/tour/day_tour.h"

#include <QApplication>
#include <QDir>
#include <QTemporaryDir>

#include <cstdio>

namespace till {

using namespace Qt::StringLiterals;

int runTour(const QString& folder)
{
    const QTemporaryDir home;
    if (!QDir{}.mkpath(folder) || !home.isValid()) {
        std::fprintf(stderr, "tillroll: pictures cannot be written to %s\n", qPrintable(folder));
        return 1;
    }
    qputenv("XDG_STATE_HOME", QFile::encodeName(home.filePath(u"state"_s)));
    Theme::instance().apply({.mode = ThemeMode::Light});
    try {
        DayTour tour{home.path(), folder};
        tour.walk();
        return 0;
    } catch (const TourFailure& failure) {
        std::fprintf(stderr, "tillroll: the tour stopped: %s\n", failure.what());
        return 1;
    }
}

} // namespace till
