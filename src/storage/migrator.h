#pragma once

#include "base/embedded_file.h"
#include "base/result.h"

#include <span>

namespace till {

class Connection;

/// Brings the file to the newest schema, one transaction per migration, its number and the schema change
/// together. A file that already holds a shop is first copied to `<name>.before-NNNN.db` (NNNN = the first
/// migration that will run), and the copy is checked.
/// Errors: FileTooNew (nothing was touched), FileNotAShop, FileDamaged (the copy did not pass its check).
/// Throws StorageError when a migration fails; the file is then as it was before that migration.
/// While migrations run there is no authorizer and no trigger fires: they alone may correct what is on
/// record.
Result<> migrate(Connection& db, std::span<const EmbeddedFile> migrations = embedded::migrations());

} // namespace till
