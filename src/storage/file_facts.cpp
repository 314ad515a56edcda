#include "storage/file_facts.h"

#include "storage/connection.h"
#include "storage/schema.h"

#include <sqlite3.h>

#include <algorithm>

namespace till {
namespace {

std::int64_t number(Connection& db, std::string_view pragma)
{
    auto query = db.prepareOnce(pragma);
    return query.step() ? query.integer(0) : 0;
}

JournalHash hashAt(Statement& row, int column)
{
    const auto bytes = row.blobView(column);
    JournalHash hash{};
    if (bytes.size() != hash.size()) {
        throw StorageError{SQLITE_CORRUPT, StorageError::Kind::Corrupt, "journal hash of the wrong length"};
    }
    std::copy(bytes.begin(), bytes.end(), hash.begin());
    return hash;
}

} // namespace

FileFacts fileFacts(Connection& db)
{
    FileFacts facts;
    facts.schemaVersion = schemaVersion(db);
    auto mode = db.prepareOnce("PRAGMA journal_mode");
    if (mode.step()) facts.journalMode = mode.text(0);
    facts.synchronous = static_cast<int>(number(db, "PRAGMA synchronous"));
    facts.foreignKeys = number(db, "PRAGMA foreign_keys") == 1;
    facts.pageSize = number(db, "PRAGMA page_size");
    facts.pages = number(db, "PRAGMA page_count");
    facts.freePages = number(db, "PRAGMA freelist_count");
    facts.sqliteVersion = sqlite3_libversion();
    return facts;
}

std::vector<JournalHead> journalHeads(Connection& db)
{
    std::vector<JournalHead> heads;
    auto query = db.query(R"(
        SELECT t.code, c.epoch, j.seq, j.hash
          FROM journal_chain c
          JOIN till t ON t.id = c.till_id
          JOIN journal j ON j.journal_chain_id = c.id
               AND j.seq = (SELECT max(seq) FROM journal WHERE journal_chain_id = c.id)
         ORDER BY c.id)");
    while (query.step()) {
        heads.push_back(
            {query.text(0), static_cast<int>(query.integer(1)), query.integer(2), hashAt(query, 3)});
    }
    return heads;
}

std::vector<JournalHash> journalHashes(Connection& db, const std::string& till, std::int64_t seq)
{
    std::vector<JournalHash> hashes;
    auto query = db.query(R"(
        SELECT j.hash
          FROM journal j
          JOIN journal_chain c ON c.id = j.journal_chain_id
          JOIN till t ON t.id = c.till_id
         WHERE t.code = ?1 AND j.seq = ?2
         ORDER BY c.epoch DESC)",
        till, seq);
    while (query.step()) hashes.push_back(hashAt(query, 0));
    return hashes;
}

std::optional<JournalNote> newestNote(Connection& db, const std::string& type)
{
    auto query = db.query(R"(
        SELECT j.utc_ms, j.payload
          FROM journal j
         WHERE j.type_id = (SELECT id FROM journal_type WHERE code = ?1)
         ORDER BY j.id DESC
         LIMIT 1)",
        type);
    if (!query.step()) return std::nullopt;
    const auto payload = query.blobView(1);
    return JournalNote{query.timestamp(0), {payload.begin(), payload.end()}};
}

} // namespace till
