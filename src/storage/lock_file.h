#pragma once

#include "base/result.h"

#include <filesystem>
#include <memory>
#include <string_view>

namespace till {

/// The right to write to a shop: a lock on `<shop>.lock`, a file of its own because closing any descriptor
/// of the shop file itself would drop SQLite's locks. The kernel frees it when the process ends, kill -9
/// included; the file stays and means nothing without the lock.
/// Copies, and further locks of the same process, share one: a background task opens the shop again.
class LockFile {
public:
    /// Errors: ShopInUse (detail = the other process' id), FolderNotWritable, FileNotFound (no such folder),
    /// DiskFull. `program` is written into the file for whoever looks.
    static Result<LockFile> tryLock(const std::filesystem::path& shopFile, std::string_view program);

    static std::filesystem::path pathFor(const std::filesystem::path& shopFile);

private:
    class Held;
    explicit LockFile(std::shared_ptr<const Held> held);
    std::shared_ptr<const Held> m_held;
};

} // namespace till
