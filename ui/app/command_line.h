#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace till {

/// What the program was started with.
struct StartOptions {
    QString shop;             ///< absolute
    QString tourFolder;       ///< empty: no tour
    bool startupTime = false; ///< say how long it took until the first scan could come, and leave
};

struct CommandLine {
    std::optional<StartOptions> options; ///< none: say `text` and leave with `exitCode`
    QString text{};
    int exitCode = 0;
};

/// Needs no application and no display.
CommandLine readCommandLine(const QStringList& arguments);

} // namespace till
