#include "storage/shop_file.h"

#include "storage/authorizer.h"
#include "storage/checkpointer.h"
#include "storage/durable_file.h"
#include "storage/migrator.h"
#include "storage/schema.h"
#include "storage/shop_header.h"

#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

namespace till {
namespace {

using Mode = OpenOptions::Mode;

/// Only stat and access: opening the file here and closing it again would drop SQLite's locks on it.
Result<> checkFromOutside(const OpenOptions& options)
{
    const auto detail = options.path.string();
    struct stat info {};
    if (::stat(options.path.c_str(), &info) != 0) {
        return Error{errno == EACCES ? ErrorCode::FileNotReadable : ErrorCode::FileNotFound, detail};
    }
    if (S_ISDIR(info.st_mode)) return Error{ErrorCode::FileIsDirectory, detail};
    if (!S_ISREG(info.st_mode)) return Error{ErrorCode::FileNotAShop, detail};
    if (::access(options.path.c_str(), R_OK) != 0) return Error{ErrorCode::FileNotReadable, detail};
    if (info.st_size == 0) return Error{ErrorCode::FileNotAShop, detail};
    if (options.mode == Mode::ReadOnly) return {};

    if (info.st_nlink > 1) return Error{ErrorCode::FileIsLinked, detail};
    if (::access(options.path.c_str(), W_OK) != 0) return Error{ErrorCode::FileNotWritable, detail};
    const auto folder = folderOf(options.path);
    if (::access(folder.c_str(), W_OK) != 0) return Error{ErrorCode::FolderNotWritable, folder.string()};
    return {};
}

/// Through a symbolic link SQLite would still put the WAL beside the file itself; the lock file has to
/// lie there too, and a copy before a migration.
OpenOptions followed(OpenOptions options)
{
    std::error_code none;
    if (auto real = std::filesystem::canonical(options.path, none); !none) options.path = std::move(real);
    return options;
}

/// A copy of the file put here by hand may be readable by everybody.
void makePrivate(const std::filesystem::path& path)
{
    struct stat info {};
    if (::stat(path.c_str(), &info) == 0 && (info.st_mode & 0077U) != 0) {
        [[maybe_unused]] const int refused = ::chmod(path.c_str(), 0600); // not ours: then it stays so
    }
}

Result<int> versionOf(const OpenOptions& options)
{
    const auto header = readShopHeader(options);
    if (header.applicationId != kApplicationId || header.schemaVersion < 1) {
        return Error{ErrorCode::FileNotAShop, options.path.string()};
    }
    return header.schemaVersion;
}

/// "Corrupt" may be one bad read; the owner is told only when a second look says the same.
template <typename Look>
auto withSecondLook(const OpenOptions& options, const Look& look) -> decltype(look())
{
    for (int attempt = 1;; ++attempt) {
        try {
            return look();
        } catch (const StorageError& e) {
            if ((e.sqliteCode() & 0xFF) == SQLITE_NOTADB)
                return Error{ErrorCode::FileNotAShop, options.path.string()};
            if (e.kind() != StorageError::Kind::Corrupt) throw;
            if (attempt == 2) return Error{ErrorCode::FileDamaged, e.what()};
        }
    }
}

Result<> checkVersion(const OpenOptions& options, int version, int newest)
{
    if (version > newest) return Error{ErrorCode::FileTooNew, std::to_string(version)};
    if (version < newest && options.mode == Mode::ReadOnly)
        return Error{ErrorCode::FileTooOld, std::to_string(version)};
    return {};
}

Result<Connection> openCurrent(const OpenOptions& options, std::span<const EmbeddedFile> migrations)
{
    Connection db{options};
    if (options.mode != Mode::ReadOnly) {
        const int before = schemaVersion(db);
        if (const auto done = migrate(db, migrations); !done) return done.error();
        if (schemaVersion(db) != before) checkpoint(db, CheckpointMode::Truncate);
    }
    denyWhatNobodyMay(db);
    return db;
}

Result<> buildNew(const OpenOptions& part, const std::function<Result<>(Connection&)>& fill,
    std::span<const EmbeddedFile> migrations)
{
    Connection db{part};
    if (auto migrated = migrate(db, migrations); !migrated) return migrated;
    denyWhatNobodyMay(db);
    if (fill) {
        if (auto filled = fill(db); !filled) return filled;
    }
    if (!checkpoint(db, CheckpointMode::Truncate)
             .complete) { // the name alone is moved, not the WAL beside it
        throw StorageError{SQLITE_BUSY, StorageError::Kind::Busy, "the new file is still being read"};
    }
    return {};
}

} // namespace

Result<int> shopFileVersion(const OpenOptions& given)
{
    const auto options = followed(given);
    if (const auto fine = checkFromOutside(options); !fine) return fine.error();
    return withSecondLook(options, [&] { return versionOf(options); });
}

Result<Connection> openShopFile(const OpenOptions& given, std::span<const EmbeddedFile> migrations)
{
    const auto options = followed(given);
    const auto version = shopFileVersion(options);
    if (!version) return version.error();
    if (const auto fine = checkVersion(options, *version, static_cast<int>(migrations.size())); !fine) {
        return fine.error();
    }
    if (options.mode != Mode::ReadOnly) makePrivate(options.path);
    return withSecondLook(options, [&] { return openCurrent(options, migrations); });
}

Result<> createShopFile(const OpenOptions& options, const std::function<Result<>(Connection&)>& fill,
    std::span<const EmbeddedFile> migrations)
{
    std::error_code none;
    if (std::filesystem::symlink_status(options.path, none).type() != std::filesystem::file_type::not_found) {
        return Error{ErrorCode::FileExists, options.path.string()};
    }
    const auto part = withSuffix(options.path, ".part");
    try {
        makePrivateFolders(options.path.parent_path());
        removeDatabase(part);
        auto built = buildNew({part, Mode::Create, options.vfs}, fill, migrations);
        if (built)
            publish(part, options.path);
        else
            removeDatabase(part);
        return built;
    } catch (const StorageError& e) {
        removeDatabase(part);
        if (e.kind() == StorageError::Kind::DiskFull) return Error{ErrorCode::DiskFull, e.what()};
        if (e.kind() != StorageError::Kind::ReadOnly) throw;
        return Error{ErrorCode::FolderNotWritable, folderOf(options.path).string()};
    } catch (...) {
        removeDatabase(part);
        throw;
    }
}

} // namespace till
