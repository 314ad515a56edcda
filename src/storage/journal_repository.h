#pragma once

#include "domain/journal/journal_record.h"
#include "storage/connection.h"

#include <optional>

namespace till {

/// A till's chain and where it stands.
struct JournalChain {
    std::int64_t id = 0;
    Uid uid;
    std::uint64_t lastSeq = 0;
    JournalHash head{};
};

/// A record to append; the hash is already made.
struct NewJournalRow {
    std::int64_t chain = 0;
    std::uint64_t seq = 0;
    int type = 0;
    Timestamp utc{};
    int offsetMinutes = 0;
    UserId user;
    UserId approver;
    DocumentId document;
    std::string_view payload;
    JournalHash hash{};
    std::optional<JournalSignature> signature;
    std::int64_t key = 0; ///< journal_key.id; 0 = unsigned
};

class JournalRepository {
public:
    explicit JournalRepository(Connection& db)
        : m_db{db}
    {
    }

    std::optional<JournalChain> chainOf(TillId till);
    JournalChain createChain(
        TillId till, const Uid& shop, std::int64_t key, const PublicKey& publicKey, Timestamp now);
    std::int64_t findOrAddKey(const PublicKey& key, Timestamp now);
    std::optional<PublicKey> chainKey(TillId till);
    bool hasKeys();
    Uid userUid(UserId user);
    std::string typeCode(int type);
    void append(const NewJournalRow& row);

private:
    Connection& m_db;
};

} // namespace till
