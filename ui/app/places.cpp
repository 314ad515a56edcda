#include "ui/app/places.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace till {

using namespace Qt::StringLiterals;

namespace {

// A relative folder counts as none, says the standard.
QString folderFrom(const char* variable, const QString& underHome)
{
    const QString given = qEnvironmentVariable(variable);
    return QDir::isAbsolutePath(given) ? given : QDir::homePath() + u'/' + underHome;
}

} // namespace

QString defaultShopFile()
{
    return folderFrom("XDG_DATA_HOME", u".local/share"_s) + u"/tillroll/shop.db"_s;
}

QString stateFile(const QString& name)
{
    const QString folder = folderFrom("XDG_STATE_HOME", u".local/state"_s) + u"/tillroll"_s;
    QDir{}.mkpath(folder); // where that fails, opening the file does too, and the window goes on without
    return folder + u'/' + name;
}

QString runtimeFolder()
{
    const QString given = qEnvironmentVariable("XDG_RUNTIME_DIR");
    return QDir::isAbsolutePath(given) ? given : QString{};
}

QString practiceFileBeside(const QString& shopFile)
{
    return QFileInfo{shopFile}.absolutePath() + u"/practice.db"_s;
}

std::filesystem::path toPath(const QString& file)
{
    return std::filesystem::path{QFile::encodeName(file).toStdString()};
}

} // namespace till
