#pragma once

#include "base/error.h"

#include <stdexcept>
#include <string>

namespace till {

/// The disk or the database could not do what correct code asked of it. The message is for the log.
class StorageError : public std::runtime_error {
public:
    enum class Kind {
        DiskFull,   ///< no space, over quota, or over the file size limit
        IoError,    ///< a read, write or sync failed for another reason
        Busy,       ///< another connection held its lock beyond the busy timeout
        Corrupt,    ///< said once; look again before telling anybody
        ReadOnly,   ///< the file or its folder cannot be written
        Constraint, ///< a CHECK, a UNIQUE, a foreign key or a trigger of the schema said no
        Denied,     ///< the authorizer refused the statement: append-only table, schema change
        Other,
    };

    StorageError(int sqliteCode, Kind kind, const std::string& what)
        : std::runtime_error{what}
        , m_sqliteCode{sqliteCode}
        , m_kind{kind}
    {
    }
    int sqliteCode() const { return m_sqliteCode; } ///< SQLite's extended result code
    Kind kind() const { return m_kind; }

private:
    int m_sqliteCode;
    Kind m_kind;
};

/// COMMIT failed for a reason that leaves open whether it happened. Never retry blindly: look the
/// document up by its uid, on a new connection.
class CommitUnknown : public StorageError {
public:
    using StorageError::StorageError;
};

/// What the edge of the program says about it: DiskFull, FileNotWritable or StorageFailed.
Error toError(const StorageError& error);

} // namespace till
