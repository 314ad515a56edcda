#include "ui/app/autostart.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QStandardPaths>

namespace till {

using namespace Qt::StringLiterals;

namespace {

/// A word of an Exec line, by the rules of desktop entries: quoted, then escaped once more as a value.
QString execWord(const QString& word)
{
    QString quoted;
    for (const QChar c : word) {
        if (c == u'"' || c == u'`' || c == u'$' || c == u'\\') quoted += u'\\';
        quoted += c;
        if (c == u'%') quoted += u'%';
    }
    return u'"' + quoted.replace(u'\\', u"\\\\"_s) + u'"';
}

} // namespace

Autostart::Autostart(QString shopFile)
    : m_shopFile{std::move(shopFile)}
{
}

QString Autostart::file() const
{
    return QStandardPaths::writableLocation(QStandardPaths::ConfigLocation) +
           u"/autostart/org.tillroll.tillroll.desktop"_s;
}

bool Autostart::isOn() const
{
    return QFile::exists(file());
}

bool Autostart::set(bool on) const
{
    if (!on) return !isOn() || QFile::remove(file());
    if (m_shopFile.contains(u'\n')) return false;
    QDir{}.mkpath(QFileInfo{file()}.path());
    QSaveFile entry{file()};
    if (!entry.open(QIODevice::WriteOnly)) return false;
    auto exec = execWord(QCoreApplication::applicationFilePath());
    if (!m_shopFile.isEmpty()) exec += u" --shop "_s + execWord(m_shopFile);
    const auto text = u"[Desktop Entry]\nType=Application\nName=Tillroll\nExec="_s + exec +
                      u"\nIcon=org.tillroll.tillroll\nTerminal=false\n"_s;
    return entry.write(text.toUtf8()) > 0 && entry.commit();
}

} // namespace till
