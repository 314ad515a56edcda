#pragma once

#include "base/result.h"
#include "base/uid.h"
#include "domain/journal/journal_record.h"

#include <filesystem>
#include <optional>

namespace till {

/// Where the secret keys live: $XDG_CONFIG_HOME/tillroll/keys. Never the data directory, never in a backup.
std::filesystem::path defaultKeyFolder();

/// The secret key of a shop on this machine; none when there is none or it cannot be read.
std::optional<SecretKey> loadSigningKey(const std::filesystem::path& folder, const Uid& shop);
/// Writes it with mode 0600 in a folder of mode 0700; on disk when it returns. FolderNotWritable, DiskFull.
Result<> saveSigningKey(const std::filesystem::path& folder, const Uid& shop, const SecretKey& key);

} // namespace till
