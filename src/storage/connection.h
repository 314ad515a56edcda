#pragma once

#include "storage/statement.h"
#include "storage/storage_error.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

struct sqlite3;

namespace till {

struct OpenOptions {
    enum class Mode {
        ReadWrite, ///< an existing file
        ReadOnly,  ///< an existing file, beside a writer or without one, on a read-only medium too
        Create,    ///< made with mode 0600 if it is not there
        Copy,      ///< as Create, but without WAL: one file, for a copy that is being made
        Memory,    ///< for tests; the path is ignored
    };
    std::filesystem::path path{};
    Mode mode = Mode::ReadWrite;
    std::string vfs{}; ///< empty: the platform's own; tests name theirs
};

/// One connection to one file, used by one thread. WAL with synchronous FULL, foreign keys, recursive
/// triggers and the defensive settings are set and read back before the constructor returns.
/// No other code in this process may open or close that file, its -wal or -shm: closing any descriptor
/// of a file drops SQLite's POSIX locks on it.
class Connection {
public:
    explicit Connection(const OpenOptions& options); ///< throws StorageError
    Connection(Connection&&) noexcept;
    Connection& operator=(Connection&&) noexcept;
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;
    ~Connection();

    /// From the cache when this literal was prepared before. Using it while it is in use prepares another.
    Statement prepare(Sql sql);
    /// Not cached: for text that is put together, never from anything a person typed.
    Statement prepareOnce(std::string_view sql);
    /// prepare and bindAll.
    template <typename... Args>
    Statement query(Sql sql, const Args&... args)
    {
        auto statement = prepare(sql);
        statement.bindAll(args...);
        return statement;
    }
    /// prepare, bindAll and run.
    template <typename... Args>
    void run(Sql sql, const Args&... args)
    {
        query(sql, args...).run();
    }
    /// A whole script, triggers included. For migrations and pragmas.
    void execute(std::string_view script);

    std::int64_t lastInsertId() const;
    template <typename AnyId>
    AnyId insertedId() const
    {
        return AnyId{lastInsertId()};
    }
    std::int64_t changes() const; ///< rows the last statement inserted, updated or deleted
    bool inTransaction() const;
    bool isReadOnly() const;
    const OpenOptions& options() const; ///< to open a second connection to the same file

    /// Calls `listener` after each commit of this connection with the number of pages in the WAL; it must
    /// not throw and not use this connection. An empty function ends it.
    void onCommit(std::function<void(int pagesInWal)> listener);

    sqlite3* handle() const; ///< for storage and its tests

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace till
