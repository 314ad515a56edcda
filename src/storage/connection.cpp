#include "storage/connection.h"

#include "storage/connection_settings.h"
#include "storage/rows.h"
#include "storage/sqlite_error.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <unordered_map>

namespace till {
namespace {

struct LiteralHash {
    std::size_t operator()(std::string_view literal) const
    {
        return std::hash<const void*>{}(literal.data()) ^ (literal.size() << 1);
    }
};

struct SameLiteral {
    bool operator()(std::string_view a, std::string_view b) const
    {
        return a.data() == b.data() && a.size() == b.size();
    }
};

/// SQLite would make it with the umask's mode; -wal and -shm take over what they find here. The
/// descriptor is closed before SQLite has ever opened the file, so no lock can be lost by it.
void createPrivate(const std::filesystem::path& path)
{
    const int fd = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (fd >= 0) {
        ::close(fd);
    } else if (errno != EEXIST) {
        throw StorageError{SQLITE_CANTOPEN, kindOfSystemError(errno), "create " + path.string()};
    }
}

SQLite::Database openDatabase(const OpenOptions& options)
{
    setUpSqlite();
    using Mode = OpenOptions::Mode;
    if (options.mode == Mode::Create || options.mode == Mode::Copy) createPrivate(options.path);
    const int access = options.mode == Mode::ReadOnly    ? SQLITE_OPEN_READONLY
                       : options.mode == Mode::ReadWrite ? SQLITE_OPEN_READWRITE
                                                         : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    const int flags = access | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_URI;
    const auto name = options.mode == Mode::Memory ? std::string{":memory:"} : fileUri(options);
    try {
        return SQLite::Database{name, flags, 0, options.vfs};
    } catch (const SQLite::Exception& e) {
        const int code = e.getExtendedErrorCode();
        throw StorageError{code, kindOf(code, errno, options.path.parent_path().c_str()),
            "open " + options.path.string() + ": " + e.what()};
    }
}

} // namespace

struct Connection::Impl {
    explicit Impl(const OpenOptions& o)
        : options{o}
        , database{openDatabase(o)}
    {
    }
    Impl(const Impl&) = delete;
    Impl& operator=(const Impl&) = delete;
    ~Impl()
    {
        for (const auto& [literal, slot] : slots) sqlite3_finalize(slot.idle);
    }

    OpenOptions options;
    SQLite::Database database;
    std::unordered_map<std::string_view, StatementSlot, LiteralHash, SameLiteral> slots;
    std::function<void(int)> commitListener;
};

Connection::Connection(const OpenOptions& options)
    : m_impl{std::make_unique<Impl>(options)}
{
    applySettings(*this);
    registerRows(handle());
}

Connection::Connection(Connection&&) noexcept = default;
Connection& Connection::operator=(Connection&&) noexcept = default;
Connection::~Connection() = default;

Statement Connection::prepare(Sql sql)
{
    auto& slot = m_impl->slots[sql.text];
    if (slot.idle) return Statement{std::exchange(slot.idle, nullptr), &slot};
    sqlite3_stmt* stmt = nullptr;
    const int rc = sqlite3_prepare_v3(handle(), sql.text.data(), static_cast<int>(sql.text.size()),
        SQLITE_PREPARE_PERSISTENT, &stmt, nullptr);
    if (rc != SQLITE_OK) throwLastError(handle(), "prepare");
    return Statement{stmt, &slot};
}

Statement Connection::prepareOnce(std::string_view sql)
{
    sqlite3_stmt* stmt = nullptr;
    const int rc = sqlite3_prepare_v2(handle(), sql.data(), static_cast<int>(sql.size()), &stmt, nullptr);
    if (rc != SQLITE_OK) throwLastError(handle(), "prepare");
    return Statement{stmt, nullptr};
}

void Connection::execute(std::string_view script)
{
    if (m_impl->database.tryExec(std::string{script}) != SQLITE_OK) throwLastError(handle(), "execute");
}

std::int64_t Connection::lastInsertId() const
{
    return m_impl->database.getLastInsertRowid();
}

std::int64_t Connection::changes() const
{
    return sqlite3_changes64(handle());
}

bool Connection::inTransaction() const
{
    return sqlite3_get_autocommit(handle()) == 0;
}

bool Connection::isReadOnly() const
{
    return sqlite3_db_readonly(handle(), "main") == 1;
}

const OpenOptions& Connection::options() const
{
    return m_impl->options;
}

void Connection::onCommit(std::function<void(int)> listener)
{
    m_impl->commitListener = std::move(listener);
    const auto tell = [](void* impl, sqlite3*, const char*, int pages) {
        static_cast<Impl*>(impl)->commitListener(pages);
        return SQLITE_OK;
    };
    if (m_impl->commitListener)
        sqlite3_wal_hook(handle(), tell, m_impl.get());
    else
        sqlite3_wal_hook(handle(), nullptr, nullptr);
}

sqlite3* Connection::handle() const
{
    return m_impl->database.getHandle();
}

} // namespace till
