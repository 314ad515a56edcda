#include "ui/app/command_line.h"

#include "ui/app/places.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFileInfo>

namespace till {

using namespace Qt::StringLiterals;

CommandLine readCommandLine(const QStringList& arguments)
{
    const auto tr = [](const char* text) { return QCoreApplication::translate("till::CommandLine", text); };
    QCommandLineParser parser;
    parser.setApplicationDescription(tr("The till, the stockroom and the order book of one small shop."));
    const QCommandLineOption shop{u"shop"_s, tr("Open this shop file."), u"FILE"_s};
    const QCommandLineOption tour{u"tour"_s,
        tr("Drive the windows through a shop's day, write pictures into FOLDER, and leave."), u"FOLDER"_s};
    const QCommandLineOption startup{
        u"startup-time"_s, tr("Print the milliseconds from program start to the first scan, and leave.")};
    const QCommandLineOption help{{u"h"_s, u"help"_s}, tr("Print this page and leave.")};
    const QCommandLineOption version{{u"v"_s, u"version"_s}, tr("Print the version and leave.")};
    parser.addOptions({shop, tour, startup, help, version});

    if (!parser.parse(arguments)) return {{}, parser.errorText() + u'\n', 2};
    if (parser.isSet(help)) {
        // Qt names the program by the path it was started from, or, without an application, not at all.
        auto page = parser.helpText();
        page.replace(0, page.indexOf(u'\n'), tr("Usage: tillroll [options]"));
        return {{}, page, 0};
    }
    if (parser.isSet(version)) return {{}, u"tillroll " TILL_VERSION "\n"_s, 0};
    if (!parser.positionalArguments().isEmpty())
        return {{}, tr("Tillroll takes no bare words. A shop file is named with --shop FILE.") + u'\n', 2};

    StartOptions options;
    options.shop = parser.isSet(shop) ? QFileInfo{parser.value(shop)}.absoluteFilePath() : defaultShopFile();
    options.tourFolder = parser.value(tour);
    options.startupTime = parser.isSet(startup);
    return {options};
}

} // namespace till
