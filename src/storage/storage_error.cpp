#include "storage/storage_error.h"

#include "storage/sqlite_error.h"

#include <sqlite3.h>
#include <sys/statvfs.h>

#include <cerrno>

namespace till {
namespace {

constexpr unsigned long kFullBelowBytes = 1024UL * 1024UL;

bool deviceIsFull(const char* file)
{
    struct statvfs space {};
    if (!file || !*file || ::statvfs(file, &space) != 0) return false;
    return space.f_bavail * space.f_frsize < kFullBelowBytes;
}

bool saysFull(int systemErrno)
{
    return systemErrno == ENOSPC || systemErrno == EDQUOT || systemErrno == EFBIG;
}

/// errno of the last failure on the file, or on the WAL beside it. sqlite3_system_errno() is errno as the
/// clean-up after the failure left it.
int lastErrnoOf(sqlite3* db, int whichFile)
{
    sqlite3_file* file = nullptr;
    sqlite3_file_control(db, "main", whichFile, &file);
    int number = 0;
    if (file && file->pMethods) file->pMethods->xFileControl(file, SQLITE_FCNTL_LAST_ERRNO, &number);
    return number;
}

} // namespace

StorageError::Kind kindOf(int extendedCode, int systemErrno, const char* fileOfDb)
{
    using Kind = StorageError::Kind;
    // Only growing the index of the log gives this one, and that fails for want of room.
    if (extendedCode == SQLITE_IOERR_SHMSIZE) return Kind::DiskFull;
    switch (extendedCode & 0xFF) {
    case SQLITE_FULL: return Kind::DiskFull;
    case SQLITE_IOERR:
        return saysFull(systemErrno) || deviceIsFull(fileOfDb) ? Kind::DiskFull : Kind::IoError;
    case SQLITE_CANTOPEN: return kindOfSystemError(systemErrno);
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return Kind::Busy;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB: return Kind::Corrupt;
    case SQLITE_READONLY:
    case SQLITE_PERM: return Kind::ReadOnly;
    case SQLITE_CONSTRAINT: return Kind::Constraint;
    case SQLITE_AUTH: return Kind::Denied;
    default: return Kind::Other;
    }
}

StorageError::Kind kindOf(int extendedCode, sqlite3* db)
{
    const bool writing = extendedCode == SQLITE_IOERR_WRITE;
    if (writing && (saysFull(lastErrnoOf(db, SQLITE_FCNTL_FILE_POINTER)) ||
                       saysFull(lastErrnoOf(db, SQLITE_FCNTL_JOURNAL_POINTER)))) {
        return StorageError::Kind::DiskFull;
    }
    return kindOf(extendedCode, sqlite3_system_errno(db), sqlite3_db_filename(db, "main"));
}

StorageError::Kind kindOfSystemError(int systemErrno)
{
    if (saysFull(systemErrno)) return StorageError::Kind::DiskFull;
    const bool readOnly = systemErrno == EACCES || systemErrno == EROFS || systemErrno == EPERM;
    return readOnly ? StorageError::Kind::ReadOnly : StorageError::Kind::IoError;
}

void throwLastError(sqlite3* db, std::string_view doing)
{
    const int code = sqlite3_extended_errcode(db);
    throw StorageError{code, kindOf(code, db), std::string{doing} + ": " + sqlite3_errmsg(db)};
}

Error toError(const StorageError& error)
{
    switch (error.kind()) {
    case StorageError::Kind::DiskFull: return Error{ErrorCode::DiskFull, error.what()};
    case StorageError::Kind::ReadOnly: return Error{ErrorCode::FileNotWritable, error.what()};
    case StorageError::Kind::IoError:
    case StorageError::Kind::Busy:
    case StorageError::Kind::Corrupt:
    case StorageError::Kind::Constraint:
    case StorageError::Kind::Denied:
    case StorageError::Kind::Other: break;
    }
    return Error{ErrorCode::StorageFailed, error.what()};
}

} // namespace till
