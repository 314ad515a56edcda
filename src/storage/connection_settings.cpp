#include "storage/connection_settings.h"

#include "storage/connection.h"
#include "storage/sqlite_error.h"

#include <sqlite3.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <array>
#include <cstdint>
#include <optional>

namespace till {
namespace {

using Mode = OpenOptions::Mode;

/// Page cache per connection, filled only as pages are read: the window's whole memory goal is 80 MiB.
constexpr int kCacheKib = 32 * 1024;
/// A WAL that one big import made long is cut back to this when it starts again.
constexpr int kWalLimitBytes = 16 * 1024 * 1024;
/// The least that SQLite makes of a -shm.
constexpr std::int64_t kIndexBytes = 32 * 1024;

struct Setting {
    std::string_view pragma;
    std::string_view value;
    std::string_view readsAs;
};

constexpr std::array kSettings{
    Setting{"foreign_keys", "ON", "1"},
    Setting{"recursive_triggers", "ON", "1"}, // OR REPLACE then fires the delete triggers
    Setting{"trusted_schema", "OFF", "0"},
    Setting{"cell_size_check", "ON", "1"},
    Setting{"temp_store", "MEMORY", "2"},
    Setting{"mmap_size", "0", "0"}, // an I/O error on a mapped page is a signal, not a result code
    Setting{"synchronous", "FULL", "2"},
};

std::string pragma(Connection& db, std::string_view text)
{
    auto query = db.prepareOnce("PRAGMA " + std::string{text});
    return query.step() ? query.text(0) : std::string{};
}

void require(Connection& db, std::string_view name, std::string_view expected)
{
    const auto kept = pragma(db, name);
    // A build without memory mapping answers mmap_size with no row at all.
    if (kept == expected || (name == "mmap_size" && kept.empty())) return;
    throw StorageError{SQLITE_MISUSE, StorageError::Kind::Other,
        "PRAGMA " + std::string{name} + " is " + kept + ", not " + std::string{expected}};
}

void configure(sqlite3* db, int option, int on)
{
    int kept = -1;
    if (sqlite3_db_config(db, option, on, &kept) != SQLITE_OK || kept != on) throwLastError(db, "configure");
}

void setJournal(Connection& db)
{
    const auto mode = db.options().mode;
    if (mode == Mode::ReadOnly || mode == Mode::Copy) return; // the file keeps the mode it has
    const bool memory = mode == Mode::Memory;
    if (!memory) pragma(db, "journal_mode = WAL");
    require(db, "journal_mode", memory ? "memory" : "wal");
    // A checkpoint inside a sale's commit costs it up to 14 ms; Checkpointer runs them beside it.
    pragma(db, "wal_autocheckpoint = 0");
    require(db, "wal_autocheckpoint", "0");
    pragma(db, "journal_size_limit = " + std::to_string(kWalLimitBytes));
}

bool isUnreserved(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '/' ||
           c == '-' || c == '.' || c == '_' || c == '~';
}

/// Nothing where there is no such file.
std::optional<std::int64_t> sizeOf(const std::string& path)
{
    struct stat info {};
    if (::stat(path.c_str(), &info) != 0) return {};
    return static_cast<std::int64_t>(info.st_size);
}

bool hasRoomForIndex(const std::filesystem::path& folder)
{
    struct statvfs space {};
    if (::statvfs(folder.c_str(), &space) != 0) return true;
    return space.f_bavail * space.f_frsize >= static_cast<std::uint64_t>(kIndexBytes);
}

/// Reading a WAL file needs a -shm beside it, which a read-only medium and a full disk cannot hold. Without a
/// -wal there is nothing to recover, and where we may not write, no process of this user can be writing; nor
/// can one anywhere without a whole -shm of its own.
bool mustReadInPlace(const OpenOptions& options)
{
    if (options.mode != Mode::ReadOnly) return false;
    const auto wal = sizeOf(options.path.string() + "-wal");
    const auto folder =
        options.path.has_parent_path() ? options.path.parent_path() : std::filesystem::path{"."};
    if (!wal && ::access(folder.c_str(), W_OK) != 0) return true;
    const auto index = sizeOf(options.path.string() + "-shm");
    return wal.value_or(0) == 0 && index.value_or(0) < kIndexBytes && !hasRoomForIndex(folder);
}

} // namespace

void applySettings(Connection& db)
{
    sqlite3* const handle = db.handle();
    sqlite3_busy_timeout(handle, 5000);
    configure(handle, SQLITE_DBCONFIG_DEFENSIVE, 1);
    configure(handle, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0);
    configure(handle, SQLITE_DBCONFIG_DQS_DML, 0);
    configure(handle, SQLITE_DBCONFIG_DQS_DDL, 0);
    pragma(db, "cache_size = -" + std::to_string(kCacheKib));
    setJournal(db);
    for (const auto& setting : kSettings) {
        pragma(db, std::string{setting.pragma} + " = " + std::string{setting.value});
        require(db, setting.pragma, setting.readsAs);
    }
}

void setUpSqlite()
{
    [[maybe_unused]] static const int once = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

std::string fileUri(const OpenOptions& options)
{
    constexpr std::string_view kHex = "0123456789ABCDEF";
    std::string uri = "file:";
    for (const char c : std::filesystem::absolute(options.path).string()) {
        const auto byte = static_cast<unsigned char>(c);
        if (isUnreserved(c))
            uri += c;
        else
            uri.append({'%', kHex[byte >> 4], kHex[byte & 0x0F]});
    }
    return mustReadInPlace(options) ? uri + "?immutable=1" : uri;
}

} // namespace till
