#include "storage/backup.h"

#include "storage/durable_file.h"
#include "storage/sqlite_error.h"

#include <sqlite3.h>

#include <chrono>
#include <memory>
#include <thread>

namespace till {
namespace {

using Mode = OpenOptions::Mode;
using Stage = BackupProgress::Stage;

/// Measured while selling from a 10-million-line file: without small steps, a sync after each and a pause,
/// the disk's queue fills and a sale waits 124 to 386 ms; with them the worst took 3.6 ms.
constexpr int kPagesPerStep = 256;
constexpr std::chrono::milliseconds kPause{1};

void syncNow(Connection& copy)
{
    sqlite3_file* file = nullptr;
    sqlite3_file_control(copy.handle(), "main", SQLITE_FCNTL_FILE_POINTER, &file);
    if (!file || !file->pMethods) return; // nothing has been written yet
    const int rc = file->pMethods->xSync(file, SQLITE_SYNC_NORMAL | SQLITE_SYNC_DATAONLY);
    if (rc != SQLITE_OK) throw StorageError{rc, kindOf(rc, copy.handle()), "sync of the backup"};
}

/// The copy is worthless until its check has passed, so it needs no journal; and with a small cache its
/// pages go to the disk step by step instead of all at the end.
void writeThrough(Connection& copy)
{
    copy.execute("PRAGMA synchronous = OFF; PRAGMA cache_size = 64; PRAGMA cache_spill = 64");
    sqlite3_db_config(copy.handle(), SQLITE_DBCONFIG_DEFENSIVE, 0, nullptr);
    copy.execute("PRAGMA journal_mode = OFF; PRAGMA locking_mode = EXCLUSIVE");
}

struct FinishBackup {
    void operator()(sqlite3_backup* backup) const { sqlite3_backup_finish(backup); }
};

bool copyPages(Connection& from, Connection& to, const BackupOptions& options)
{
    // An open read pins what is copied: commits meanwhile do not start it over.
    auto pin = from.prepareOnce("SELECT 1 FROM sqlite_schema LIMIT 1");
    from.execute("BEGIN");
    pin.step();
    const std::unique_ptr<sqlite3_backup, FinishBackup> backup{
        sqlite3_backup_init(to.handle(), "main", from.handle(), "main")};
    if (!backup) throwLastError(to.handle(), "backup");
    for (;;) {
        const int rc = sqlite3_backup_step(backup.get(), kPagesPerStep);
        if (rc == SQLITE_DONE) return true;
        const bool wait = rc == SQLITE_BUSY || rc == SQLITE_LOCKED;
        if (rc != SQLITE_OK && !wait) {
            throw StorageError{rc, kindOf(rc, to.handle()), "backup"};
        }
        const std::int64_t total = sqlite3_backup_pagecount(backup.get());
        const std::int64_t left = sqlite3_backup_remaining(backup.get());
        if (options.goOn && !options.goOn({Stage::Copying, total - left, total})) return false;
        syncNow(to);
        std::this_thread::sleep_for(kPause);
    }
}

bool makeCopy(const OpenOptions& shop, const std::filesystem::path& part, const BackupOptions& options)
{
    makePrivateFile(part);
    Connection from{{shop.path, Mode::ReadOnly, shop.vfs}};
    Connection to{{part, Mode::Copy, shop.vfs}};
    writeThrough(to);
    if (!copyPages(from, to, options)) return false;
    // The shop's header says WAL; a file to carry about must be readable from a write-protected stick.
    to.execute("PRAGMA journal_mode = DELETE");
    return true;
}

Result<> check(const std::filesystem::path& part, const std::string& vfs, const BackupOptions& options)
{
    Connection copy{{part, Mode::ReadOnly, vfs}};
    const auto goOn = [&] { return !options.goOn || options.goOn({Stage::Checking, 0, 0}); };
    const auto findings = checkIntegrity(copy, options.depth, goOn);
    if (!findings) return findings.error();
    if (!findings->empty()) return Error{ErrorCode::FileDamaged, findings->front()};
    return {};
}

Result<> copyAndCheck(
    const OpenOptions& shop, const std::filesystem::path& part, const BackupOptions& options)
{
    if (!makeCopy(shop, part, options)) return Error{ErrorCode::Cancelled};
    return check(part, shop.vfs, options);
}

} // namespace

Result<> backUp(const OpenOptions& shop, const std::filesystem::path& target, const BackupOptions& options)
{
    const auto folder = folderOf(target);
    if (!std::filesystem::exists(shop.path)) return Error{ErrorCode::FileNotFound, shop.path.string()};
    if (!std::filesystem::is_directory(folder)) return Error{ErrorCode::FileNotFound, folder.string()};
    if (std::filesystem::exists(std::filesystem::symlink_status(target))) {
        return Error{ErrorCode::FileExists, target.string()};
    }
    const auto part = withSuffix(target, ".part");
    try {
        auto copied = copyAndCheck(shop, part, options);
        if (copied)
            publish(part, target);
        else
            removeDatabase(part);
        return copied;
    } catch (const StorageError& e) {
        removeDatabase(part);
        if (e.kind() == StorageError::Kind::DiskFull) return Error{ErrorCode::DiskFull, e.what()};
        if (e.kind() != StorageError::Kind::ReadOnly) throw;
        return Error{ErrorCode::FolderNotWritable, folder.string()};
    } catch (...) {
        removeDatabase(part);
        throw;
    }
}

} // namespace till
