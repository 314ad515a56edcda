#include "ui/app/start.h"

#include "ui/app/application.h"
#include "ui/app/command_line.h"
#include "ui/app/log_file.h"
#include "ui/app/program.h"
#include "ui/app/startup_time.h"
#include "ui/kit/theme.h"
#include "ui/tour/tour.h"

#include <QTranslator>

#include <csignal>
#include <cstdio>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>

namespace till {

using namespace Qt::StringLiterals;

namespace {

/// What is written is the shop's business alone: no file for others, and no memory image with a key in it.
void keepToOurselves()
{
    ::umask(077);
    const rlimit none{0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
    ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
    std::signal(SIGXFSZ, SIG_IGN); // a limit on file size is an error like a full disk
    std::signal(SIGPIPE, SIG_IGN);
}

QStringList words(int argc, char** argv)
{
    QStringList arguments;
    for (int i = 0; i < argc; ++i) arguments << QString::fromLocal8Bit(argv[i]);
    return arguments;
}

int runProgram(const StartOptions& options)
{
    Program program{{.shopFile = options.shop, .checkInBackground = !options.startupTime}};
    QObject::connect(&program, &Program::leaving, qApp, &QCoreApplication::quit, Qt::QueuedConnection);
    if (options.startupTime)
        QObject::connect(&program, &Program::readyToScan, qApp, [] { sayStartupTimeAndLeave(); });
    program.begin();
    if (options.startupTime && !program.shop()) {
        std::fputs("tillroll: there is no shop here that could be opened.\n", stderr);
        return 1;
    }
    return QCoreApplication::exec();
}

} // namespace

int startTillroll(int argc, char** argv)
{
    keepToOurselves();
    const auto line = readCommandLine(words(argc, argv));
    if (!line.options) {
        std::fputs(line.text.toLocal8Bit().constData(), line.exitCode == 0 ? stdout : stderr);
        return line.exitCode;
    }
    // Nothing here is drawn by OpenGL; to look for it costs a third of the start.
    if (qEnvironmentVariableIsEmpty("QT_XCB_GL_INTEGRATION")) qputenv("QT_XCB_GL_INTEGRATION", "none");
    Application application{argc, argv};
    // A desktop that names no language (LANG=C) has no way to write a date either.
    if (QLocale{}.language() == QLocale::C)
        QLocale::setDefault(QLocale{QLocale::English, QLocale::UnitedKingdom});
    QApplication::setApplicationName(u"tillroll"_s);
    QApplication::setApplicationDisplayName(u"Tillroll"_s);
    QApplication::setApplicationVersion(u"" TILL_VERSION ""_s);
    QApplication::setDesktopFileName(u"org.tillroll.tillroll"_s);
    QTranslator translator;
    if (translator.load(u":/i18n/tillroll_en.qm"_s)) QApplication::installTranslator(&translator);
    if (!line.options->tourFolder.isEmpty()) return runTour(line.options->tourFolder);
    openLog();
    Theme::instance().apply({});
    return runProgram(*line.options);
}

} // namespace till
