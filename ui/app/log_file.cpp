#include "ui/app/log_file.h"

#include "ui/app/places.h"

#include <QByteArray>
#include <QFile>

#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/spdlog.h>

namespace till {

using namespace Qt::StringLiterals;

namespace {

void logQt(QtMsgType type, const QMessageLogContext&, const QString& text)
{
    const auto line = text.toStdString();
    switch (type) {
    case QtDebugMsg: spdlog::debug("{}", line); break;
    case QtInfoMsg: spdlog::info("{}", line); break;
    case QtWarningMsg: spdlog::warn("{}", line); break;
    case QtCriticalMsg: spdlog::error("{}", line); break;
    case QtFatalMsg:
        spdlog::critical("{}", line);
        spdlog::shutdown();
        break;
    }
}

} // namespace

void openLog()
{
    constexpr std::size_t kMostBytes = 1'000'000;
    try {
        const auto file = QFile::encodeName(stateFile(u"tillroll.log"_s)).toStdString();
        auto log = spdlog::rotating_logger_mt("tillroll", file, kMostBytes, 1);
        log->flush_on(spdlog::level::warn);
        spdlog::set_default_logger(std::move(log));
        qInstallMessageHandler(logQt);
    } catch (const spdlog::spdlog_ex&) {
        // A folder that cannot be written is no reason not to sell: the messages stay on standard error.
    }
}

} // namespace till
