#pragma once

#include "base/result.h"
#include "storage/connection.h"
#include "storage/integrity.h"

#include <cstdint>
#include <filesystem>
#include <functional>

namespace till {

struct BackupProgress {
    enum class Stage { Copying, Checking };
    Stage stage = Stage::Copying;
    std::int64_t pagesDone{};
    std::int64_t pagesTotal{};
};

struct BackupOptions {
    IntegrityDepth depth = IntegrityDepth::Full;
    /// Called every 256 pages and while checking; false cancels.
    std::function<bool(const BackupProgress&)> goOn{};
};

/// Copies a shop as it stands now into a new file of mode 0600, while another connection, also of another
/// process, goes on selling. The copy is one file without WAL; it is checked, and gets its name only when
/// it is sound and on disk. On any error or cancel nothing is left.
/// Errors: FileExists, FileNotFound (the shop, or the target's folder), FolderNotWritable, DiskFull,
/// FileDamaged (detail = what the check found first), Cancelled. Throws StorageError otherwise.
Result<> backUp(
    const OpenOptions& shop, const std::filesystem::path& target, const BackupOptions& options = {});

} // namespace till
