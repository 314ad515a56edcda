#pragma once

#include "base/error.h"
#include "domain/journal/journal_record.h"
#include "storage/connection.h"

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace till {

/// A broken promise: which one, where, and what is wrong with it.
struct Violation {
    std::string code;
    std::string table;
    std::string row;
    std::string text;
};

/// A promise as a query: each row it gives is a violation (key, explanation).
struct Invariant {
    std::string_view code;  ///< reliability.md 3
    std::string_view table; ///< where it is broken, when it is
    Sql query;
};
std::span<const Invariant> invariants();

/// At most this many violations of one invariant are reported: a broken table need not be printed whole.
inline constexpr int kMostViolations = 20;
std::vector<Violation> violationsOf(Connection& db, const Invariant& invariant);

/// Broken references, and triggers or tables that are not as this program makes them.
std::vector<Violation> brokenReferences(Connection& db);
std::vector<Violation> changedSchema(Connection& db);
std::int64_t rowsChecked(Connection& db);

/// One record of the journal as stored, with the chain it stands in.
struct StoredRecord {
    std::int64_t id = 0;
    std::int64_t chainId = 0;
    Uid chain;
    std::uint64_t seq = 0;
    std::int64_t utcMs = 0;
    int offsetMinutes = 0;
    std::string type;
    Uid actor;
    Uid approver;
    DocumentId document;
    std::string payload;
    JournalHash hash{};
    std::vector<std::uint8_t> signature;
    std::vector<std::uint8_t> key; ///< of the signature; empty = unsigned
};
/// Every record, chain by chain in order. `each` returns false to stop.
void readJournal(Connection& db, const std::function<bool(const StoredRecord&)>& each);

struct StoredChain {
    std::int64_t id = 0;
    Uid shop;
    Uid till;
    std::uint32_t epoch = 0;
    std::vector<std::uint8_t> key;
    std::vector<std::uint8_t> genesis;
};
std::vector<StoredChain> journalChains(Connection& db);
/// The keys of the journal other than `own`. A chain begun without a key is nobody's, unless something is
/// signed with it.
std::vector<Violation> strangeKeys(Connection& db, const PublicKey& own);

} // namespace till
