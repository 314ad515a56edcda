#define CATCH_CONFIG_RUNNER
#include <catch2/catch.hpp>

#include "ui/kit/theme.h"

#include <QApplication>
#include <QLocale>
#include <QStandardPaths>
#include <QStyleFactory>

// One application for all ui tests: no display, English, UTC, Fusion, our light theme at 100 %, so that a
// size or a text means the same on every machine.
int main(int argc, char* argv[])
{
    // The build itself runs this program to list its tests, and there is no display then.
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("TZ", "UTC");
    QLocale::setDefault(QLocale{QLocale::English, QLocale::UnitedStates});
    QStandardPaths::setTestModeEnabled(true);
    QApplication app{argc, argv};
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    till::Theme::instance().apply({.mode = till::ThemeMode::Light});
    return Catch::Session{}.run(argc, argv);
}
