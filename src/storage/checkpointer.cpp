#include "storage/checkpointer.h"

#include "storage/sqlite_error.h"

#include <sqlite3.h>

namespace till {

CheckpointResult checkpoint(Connection& db, CheckpointMode mode)
{
    const int sqliteMode =
        mode == CheckpointMode::Passive ? SQLITE_CHECKPOINT_PASSIVE : SQLITE_CHECKPOINT_TRUNCATE;
    int inWal = 0;
    int moved = 0;
    const int rc = sqlite3_wal_checkpoint_v2(db.handle(), nullptr, sqliteMode, &inWal, &moved);
    const bool readerInTheWay = (rc & 0xFF) == SQLITE_BUSY || (rc & 0xFF) == SQLITE_LOCKED;
    if (rc != SQLITE_OK && !readerInTheWay) throwLastError(db.handle(), "checkpoint");
    return {inWal, moved, rc == SQLITE_OK && inWal == moved};
}

Checkpointer::Checkpointer(Connection& writer, CheckpointPace pace)
    : m_writer{writer}
    , m_pace{pace}
{
    OpenOptions own = writer.options();
    own.mode = OpenOptions::Mode::ReadWrite;
    m_thread = std::thread{[this, own = std::move(own)] { work(own); }};
    m_writer.onCommit([this](int inWal) { committed(inWal); });
}

Checkpointer::~Checkpointer()
{
    m_writer.onCommit({});
    {
        const std::scoped_lock guard{m_mutex};
        m_stopping = true;
    }
    m_changed.notify_all();
    m_thread.join();
}

/// Wakes the worker only when there is something new for it: waking it at every commit would cost the commit.
void Checkpointer::committed(int pagesInWal)
{
    if (pagesInWal <= m_pace.pages) return;
    bool wake = false;
    {
        const std::scoped_lock guard{m_mutex};
        ++m_commits;
        const bool hurry = m_hurry || pagesInWal > m_pace.pagesAtOnce;
        wake = !m_wanted || (hurry && !m_hurry);
        m_wanted = true;
        m_hurry = hurry;
    }
    if (wake) m_changed.notify_all();
}

void Checkpointer::waitUntilIdle()
{
    std::unique_lock guard{m_mutex};
    if (m_wanted) m_hurry = true;
    m_changed.notify_all();
    m_changed.wait(guard, [this] { return !m_wanted && !m_busy; });
}

std::int64_t Checkpointer::runs() const
{
    const std::scoped_lock guard{m_mutex};
    return m_runs;
}

std::optional<StorageError> Checkpointer::lastError() const
{
    const std::scoped_lock guard{m_mutex};
    return m_lastError;
}

void Checkpointer::work(const OpenOptions& options)
{
    std::optional<Connection> db;
    std::unique_lock guard{m_mutex};
    for (;;) {
        m_changed.wait(guard, [this] { return m_wanted || m_stopping; });
        waitForQuiet(guard);
        if (m_stopping) break;
        m_wanted = false;
        m_hurry = false;
        m_busy = true;
        guard.unlock();
        runOnce(db, options);
        guard.lock();
        m_busy = false;
        ++m_runs;
        m_changed.notify_all();
    }
    const bool stillWanted = m_wanted;
    guard.unlock();
    if (!db && stillWanted) runOnce(db, options);
    if (!db) return;
    try {
        sqlite3_busy_timeout(db->handle(), 100); // a report that still reads must not hold up closing time
        checkpoint(*db, CheckpointMode::Truncate);
    } catch (const StorageError&) {
        // Nothing is lost: what is in the WAL is found there by the next program that opens the file.
    }
}

void Checkpointer::waitForQuiet(std::unique_lock<std::mutex>& guard)
{
    for (auto seen = m_commits;; seen = m_commits) {
        if (m_changed.wait_for(guard, m_pace.quiet, [this] { return m_hurry || m_stopping; })) return;
        if (m_commits == seen) return;
    }
}

void Checkpointer::runOnce(std::optional<Connection>& db, const OpenOptions& options)
{
    std::optional<StorageError> failed;
    try {
        if (!db) db.emplace(options);
        checkpoint(*db, CheckpointMode::Passive);
    } catch (const StorageError& e) {
        failed = e;
        db.reset();
    } catch (const std::exception& e) {
        failed = StorageError{SQLITE_NOMEM, StorageError::Kind::Other, e.what()};
        db.reset();
    }
    const std::scoped_lock guard{m_mutex};
    m_lastError = std::move(failed);
}

} // namespace till
