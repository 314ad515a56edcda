#pragma once

#include <QString>

#include <filesystem>

namespace till {

/// Where things stand by the XDG base directory rules; the same places for window and command.
QString defaultShopFile(); ///< $XDG_DATA_HOME/tillroll/shop.db
QString stateFile(
    const QString& name); ///< $XDG_STATE_HOME/tillroll/NAME; makes the folder, for its owner only
QString runtimeFolder();  ///< $XDG_RUNTIME_DIR; empty when there is none

/// The practice shop that belongs to a shop: practice.db in the same folder.
QString practiceFileBeside(const QString& shopFile);

std::filesystem::path toPath(const QString& file);

} // namespace till
