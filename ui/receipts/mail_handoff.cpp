#include "ui/receipts/mail_handoff.h"

#include <QCoreApplication>
#include <QDir>
#include <QPointer>
#include <QProcess>
#include <QSaveFile>
#include <QStandardPaths>
#include <QTimer>

#include <memory>
#include <utility>

namespace till {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLongEnoughMs = 15'000; ///< a mail program that still runs has taken the receipt

QString& mailProgram()
{
    static QString program = u"xdg-email"_s;
    return program;
}

bool write(const QString& path, const std::string& bytes)
{
    QSaveFile file{path};
    const auto size = static_cast<qint64>(bytes.size());
    return file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) &&
           file.write(bytes.data(), size) == size && file.commit();
}

} // namespace

QString setMailProgram(const QString& program)
{
    return std::exchange(mailProgram(), program);
}

void handToMail(QObject* owner, const QString& number, const std::string& pdf, const QString& subject,
    std::function<void(Result<QString>)> done)
{
    const QDir folder{QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)};
    const auto path = folder.filePath(number + u".pdf"_s);
    if (!folder.mkpath(u"."_s) || !write(path, pdf))
        return done(Error{ErrorCode::FileNotWritable, path.toStdString()});

    // Of the program, not of the page: a mail program must not be ended because somebody went on.
    auto* process = new QProcess{QCoreApplication::instance()};
    const auto tell = [owner = QPointer<QObject>{owner}, path,
                          done = std::make_shared<std::function<void(Result<QString>)>>(std::move(done))](
                          bool taken) {
        const auto once = std::exchange(*done, {});
        if (!once || !owner) return;
        once(taken ? Result<QString>{path} : Error{ErrorCode::MailNotReached, path.toStdString()});
    };
    QObject::connect(
        process, &QProcess::finished, process, [process, tell](int code, QProcess::ExitStatus how) {
            tell(how == QProcess::NormalExit && code == 0);
            process->deleteLater();
        });
    QObject::connect(
        process, &QProcess::errorOccurred, process, [process, tell](QProcess::ProcessError error) {
            if (error != QProcess::FailedToStart) return;
            tell(false);
            process->deleteLater();
        });
    QTimer::singleShot(kLongEnoughMs, process, [tell] { tell(true); });
    process->start(mailProgram(), {u"--subject"_s, subject, u"--attach"_s, path});
}

} // namespace till
