#include "storage/journal_repository.h"

#include <algorithm>

namespace till {
namespace {

template <std::size_t N>
std::array<std::uint8_t, N> fixed(std::span<const std::uint8_t> bytes)
{
    if (bytes.size() != N)
        throw StorageError{0, StorageError::Kind::Corrupt, "journal bytes of the wrong length"};
    std::array<std::uint8_t, N> array;
    std::copy(bytes.begin(), bytes.end(), array.begin());
    return array;
}

} // namespace

std::optional<JournalChain> JournalRepository::chainOf(TillId till)
{
    auto query = m_db.query(R"(
        SELECT c.id, c.uid, coalesce(j.seq, 0), coalesce(j.hash, c.genesis)
          FROM till t
          JOIN journal_chain c ON c.till_id = t.id AND c.epoch = t.epoch
          LEFT JOIN journal j ON j.journal_chain_id = c.id
         WHERE t.id = ?1
         ORDER BY j.seq DESC
         LIMIT 1)",
        till);
    if (!query.step()) return std::nullopt;
    return JournalChain{query.integer(0), query.uid(1), static_cast<std::uint64_t>(query.integer(2)),
        fixed<32>(query.blobView(3))};
}

JournalChain JournalRepository::createChain(
    TillId till, const Uid& shop, std::int64_t key, const PublicKey& publicKey, Timestamp now)
{
    auto query = m_db.query("SELECT uid, epoch FROM till WHERE id = ?1", till);
    query.step();
    const auto epoch = static_cast<std::uint32_t>(query.integer(1));
    JournalChain chain{
        0, Uid::make(now.time_since_epoch().count()), 0, genesisOf(shop, query.uid(0), epoch, publicKey)};
    m_db.run(R"(
        INSERT INTO journal_chain (uid, till_id, epoch, journal_key_id, genesis) VALUES (?1, ?2, ?3, ?4, ?5))",
        chain.uid, till, epoch, key, std::span<const std::uint8_t>{chain.head});
    chain.id = m_db.lastInsertId();
    return chain;
}

std::int64_t JournalRepository::findOrAddKey(const PublicKey& key, Timestamp now)
{
    auto query =
        m_db.query("SELECT id FROM journal_key WHERE public_key = ?1", std::span<const std::uint8_t>{key});
    if (query.step()) return query.integer(0);
    m_db.run("INSERT INTO journal_key (public_key, created_at) VALUES (?1, ?2)",
        std::span<const std::uint8_t>{key}, now);
    return m_db.lastInsertId();
}

std::optional<PublicKey> JournalRepository::chainKey(TillId till)
{
    auto query = m_db.query(R"(
        SELECT k.public_key
          FROM till t
          JOIN journal_chain c ON c.till_id = t.id AND c.epoch = t.epoch
          JOIN journal_key k ON k.id = c.journal_key_id
         WHERE t.id = ?1)",
        till);
    if (!query.step()) return std::nullopt;
    return fixed<32>(query.blobView(0));
}

bool JournalRepository::hasKeys()
{
    return m_db.prepare("SELECT 1 FROM journal_key LIMIT 1").step();
}

Uid JournalRepository::userUid(UserId user)
{
    if (!user) return {};
    auto query = m_db.query("SELECT uid FROM user WHERE id = ?1", user);
    return query.step() ? query.uid(0) : Uid{};
}

std::string JournalRepository::typeCode(int type)
{
    auto query = m_db.query("SELECT code FROM journal_type WHERE id = ?1", type);
    return query.step() ? query.text(0) : std::string{};
}

void JournalRepository::append(const NewJournalRow& row)
{
    auto insert = m_db.prepare(R"(
        INSERT INTO journal (journal_chain_id, seq, type_id, utc_ms, utc_offset_minutes, user_id, approver_id,
                             document_id, payload, hash, signature, journal_key_id)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12))");
    const std::span payload{reinterpret_cast<const std::uint8_t*>(row.payload.data()), row.payload.size()};
    insert.bindAll(row.chain, static_cast<std::int64_t>(row.seq), row.type, row.utc, row.offsetMinutes,
        row.user, row.approver, row.document, payload, std::span<const std::uint8_t>{row.hash});
    if (row.signature) {
        insert.bind(11, std::span<const std::uint8_t>{*row.signature}).bind(12, row.key);
    } else {
        insert.bind(11, nullptr).bind(12, nullptr);
    }
    insert.run();
}

} // namespace till
