#include "ui/app/command_line.h"
#include "ui/app/places.h"

#include <catch2/catch.hpp>

#include <QDir>

using namespace till;
using namespace Qt::StringLiterals;

TEST_CASE("without words the shop of this person is meant")
{
    const auto line = readCommandLine({u"tillroll"_s});
    REQUIRE(line.options);
    CHECK(line.options->shop == defaultShopFile());
    CHECK(line.options->shop.endsWith(u"/tillroll/shop.db"_s));
    CHECK(line.options->tourFolder.isEmpty());
    CHECK_FALSE(line.options->startupTime);
}

TEST_CASE("a shop named from here is meant from everywhere")
{
    const auto line = readCommandLine({u"tillroll"_s, u"--shop"_s, u"mine.db"_s, u"--startup-time"_s});
    REQUIRE(line.options);
    CHECK(line.options->shop == QDir::currentPath() + u"/mine.db"_s);
    CHECK(line.options->startupTime);
}

TEST_CASE("help names the program and every option, and is no failure")
{
    const auto line = readCommandLine({u"tillroll"_s, u"--help"_s});
    CHECK_FALSE(line.options);
    CHECK(line.exitCode == 0);
    CHECK(line.text.startsWith(u"Usage: tillroll"_s));
    for (const auto* option : {"--shop", "--tour", "--startup-time", "--version"})
        CHECK(line.text.contains(QString::fromLatin1(option)));
}

TEST_CASE("what the command line cannot mean is refused before anything opens")
{
    CHECK(readCommandLine({u"tillroll"_s, u"--shap"_s}).exitCode == 2);
    CHECK(readCommandLine({u"tillroll"_s, u"mine.db"_s}).exitCode == 2);
    CHECK_FALSE(readCommandLine({u"tillroll"_s, u"mine.db"_s}).options);
}
