#pragma once

#include "base/result.h"

#include <QString>

#include <functional>
#include <string>

class QObject;

namespace till {

/// Lays a PDF into the documents folder and hands it to the mail program of this desktop, which asks for the
/// address and sends it. `done` gets where the PDF lies, or FileNotWritable, or MailNotReached (detail =
/// where the PDF lies) when no mail program took it. Returns at once; nobody is told when `owner` is gone.
void handToMail(QObject* owner, const QString& number, const std::string& pdf, const QString& subject,
    std::function<void(Result<QString>)> done);

/// The program that is called, "xdg-email"; tests put their own in. Returns the one before.
QString setMailProgram(const QString& program);

} // namespace till
