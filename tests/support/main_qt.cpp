#define CATCH_CONFIG_RUNNER
#include <catch2/catch.hpp>

#include "ui/kit/theme.h"

#include <QApplication>
#include <QLocale>
#include <QStandardPaths>
#include <QStyleFactory>

#include <cstdlib>

// One application for all ui tests: no display, English, UTC, Fusion, our light theme at 100 %, so that a
// size or a text means the same on every machine.
namespace {

QtMessageHandler usual = nullptr;

/// A button whose icon does not exist looks finished to every other test.
void stopOnMissingIcon(QtMsgType type, const QMessageLogContext& context, const QString& message)
{
    usual(type, context, message);
    if (message.startsWith(QStringLiteral("no icon is called"))) std::abort();
}

} // namespace

int main(int argc, char* argv[])
{
    usual = qInstallMessageHandler(stopOnMissingIcon);
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
