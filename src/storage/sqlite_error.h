#pragma once

#include "storage/storage_error.h"

#include <string_view>

struct sqlite3;

namespace till {

// For the .cpp files of storage only.

/// The reason behind an extended result code. An I/O error is looked at twice: a quota or a file size
/// limit reports EDQUOT or EFBIG, and some file systems only EIO although they are full.
StorageError::Kind kindOf(int extendedCode, int systemErrno, const char* fileOfDb);

/// The same for a connection, which also knows what its files failed with last.
StorageError::Kind kindOf(int extendedCode, sqlite3* db);

StorageError::Kind kindOfSystemError(int systemErrno);

/// Throws what `db` last complained about; `doing` names the attempt, never a value.
[[noreturn]] void throwLastError(sqlite3* db, std::string_view doing);

} // namespace till
