#pragma once

#include "base/embedded_file.h"
#include "base/result.h"
#include "storage/connection.h"

#include <functional>
#include <span>

namespace till {

// The file a shop lives in: looked at from outside before SQLite may open it, then by its header, and only
// then opened for use. A writer holds the LockFile of the path before it calls any of these.

/// Opens an existing shop. For writing it is migrated first (see migrate); for reading it must be current.
/// The connection that comes back refuses what nobody may (see denyWhatNobodyMay).
/// Errors: FileNotFound, FileIsDirectory, FileIsLinked, FileNotReadable, FileNotWritable, FolderNotWritable,
/// FileNotAShop (empty, foreign or no database at all), FileTooNew, FileTooOld, FileDamaged (twice seen).
/// A file that is refused has not changed by a byte.
Result<Connection> openShopFile(
    const OpenOptions& options, std::span<const EmbeddedFile> migrations = embedded::migrations());

/// Makes a shop file: all migrations, then `fill` on the open connection, and only when that has returned
/// without an error does the file get its name. A crash leaves at most `<name>.part`. Missing folders are
/// made with mode 0700, the file with 0600.
/// Errors: FileExists (whatever it is), FolderNotWritable, DiskFull, and those of `fill`.
Result<> createShopFile(const OpenOptions& options, const std::function<Result<>(Connection&)>& fill = {},
    std::span<const EmbeddedFile> migrations = embedded::migrations());

/// The schema version in the header, without locking or changing anything. Errors as openShopFile, but for
/// FileTooNew and FileTooOld.
Result<int> shopFileVersion(const OpenOptions& options);

} // namespace till
