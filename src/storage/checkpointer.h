#pragma once

#include "storage/connection.h"

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <optional>
#include <thread>

namespace till {

enum class CheckpointMode {
    Passive,  ///< what can be moved without waiting for anybody
    Truncate, ///< all of it, waiting for readers up to the busy timeout; the WAL is then empty
};

struct CheckpointResult {
    int pagesInWal{};
    int pagesMoved{};
    bool complete{}; ///< the next commit starts the WAL from its beginning
};

/// Moves committed pages from the WAL into the file. Throws StorageError; a reader in the way is no error.
CheckpointResult checkpoint(Connection& db, CheckpointMode mode);

/// When the WAL is moved into the file: once it holds more than `pages` and nobody has committed for `quiet`,
/// whatever happens once it holds more than `pagesAtOnce`. A commit's own fdatasync waits behind those of a
/// checkpoint on the same disk: between two customers nobody notices.
struct CheckpointPace {
    int pages = 64;
    int pagesAtOnce = 2048; ///< 8 MiB of WAL: what a start after a power cut still reads in no time
    std::chrono::milliseconds quiet{300};
};

/// Checkpoints on a thread of its own, so that no sale's commit pays for one: with SQLite's automatic
/// checkpoint the slowest sale in a hundred took 13.8 ms on a 10-million-line file, like this 1.5 ms.
/// The WAL keeps its length and is written over from its beginning, which costs a commit two thirds of what
/// one that makes the file longer does. Listens to the commits of `writer`, and must be gone before it is.
class Checkpointer {
public:
    explicit Checkpointer(Connection& writer, CheckpointPace pace = {});
    /// Ends the thread and cuts the WAL back, if no reader is in the way.
    ~Checkpointer();
    Checkpointer(const Checkpointer&) = delete;
    Checkpointer& operator=(const Checkpointer&) = delete;

    /// Waits until everything committed so far has been looked at, which happens now, quiet or not.
    void waitUntilIdle();
    std::int64_t runs() const;
    /// What the last run failed with, if it did. The sale is safe in the WAL all the same; the next commit
    /// tries again.
    std::optional<StorageError> lastError() const;

private:
    void committed(int pagesInWal);
    void waitForQuiet(std::unique_lock<std::mutex>& guard);
    void work(const OpenOptions& options);
    void runOnce(std::optional<Connection>& db, const OpenOptions& options);

    Connection& m_writer;
    const CheckpointPace m_pace;
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_wanted = false;
    bool m_hurry = false; ///< not to wait until it is quiet
    std::int64_t m_commits = 0;
    bool m_busy = false;
    bool m_stopping = false;
    std::int64_t m_runs = 0;
    std::optional<StorageError> m_lastError;
    std::thread m_thread;
};

} // namespace till
