#pragma once

#include "base/clock.h"
#include "domain/journal/journal_record.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace till {

class Connection;

/// What SQLite says of the open file.
struct FileFacts {
    int schemaVersion = 0;
    std::string journalMode;
    int synchronous = 0; ///< 2 = FULL; of this connection, as of every one of ours
    bool foreignKeys = false;
    std::int64_t pageSize = 0; ///< bytes
    std::int64_t pages = 0;
    std::int64_t freePages = 0;
    std::string sqliteVersion;
};
FileFacts fileFacts(Connection& db);

/// Where a till's chain of records stands.
struct JournalHead {
    std::string till;
    int epoch = 0;
    std::int64_t seq = 0;
    JournalHash hash{};
};
std::vector<JournalHead> journalHeads(Connection& db);

/// The hash of a record in any of a till's chains, the newest first; empty when there is no such record.
std::vector<JournalHash> journalHashes(Connection& db, const std::string& till, std::int64_t seq);

/// When the newest record of a type was written, and what it says.
struct JournalNote {
    Timestamp at{};
    std::string payload;
};
std::optional<JournalNote> newestNote(Connection& db, const std::string& type);

} // namespace till
