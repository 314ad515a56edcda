#include "services/journal_writer.h"

#include "services/signing_key.h"
#include "storage/journal_repository.h"

#include <nlohmann/json.hpp>

#include <map>

namespace till {

struct JournalWriter::Impl {
    Connection& db;
    JournalRepository repository;
    Uid shop;
    std::optional<SecretKey> secret;
    std::optional<PublicKey> publicKey;
    bool created = false;
    std::map<int, std::string> typeCodes;
    std::map<std::int64_t, Uid> userUids;

    const std::string& typeCode(JournalType type)
    {
        auto& code = typeCodes[static_cast<int>(type)];
        if (code.empty()) code = repository.typeCode(static_cast<int>(type));
        return code;
    }

    Uid userUid(UserId user)
    {
        if (!user) return {};
        auto& uid = userUids[user.value];
        if (uid.isNull()) uid = repository.userUid(user);
        return uid;
    }

    JournalChain chain(TillId till, Timestamp now)
    {
        if (auto known = repository.chainOf(till)) return *known;
        const auto key = publicKey.value_or(PublicKey{});
        return repository.createChain(till, shop, repository.findOrAddKey(key, now), key, now);
    }
};

JournalWriter::JournalWriter(
    Connection& db, const Uid& shop, const std::filesystem::path& keyFolder, Access access)
    : m_impl{std::make_unique<Impl>(Impl{db, JournalRepository{db}, shop, {}, {}, false, {}, {}})}
{
    const auto folder = keyFolder.empty() ? defaultKeyFolder() : keyFolder;
    m_impl->secret = loadSigningKey(folder, shop);
    // Only a shop that never had a key gets one: a lost key must be seen, not silently replaced.
    if (!m_impl->secret && access == Access::Write && !m_impl->repository.hasKeys()) {
        const auto pair = makeKeyPair();
        if (saveSigningKey(folder, shop, pair.secretKey)) {
            m_impl->secret = pair.secretKey;
            m_impl->created = true;
        }
    }
    if (m_impl->secret) m_impl->publicKey = publicKeyOf(*m_impl->secret);
}

JournalWriter::~JournalWriter() = default;

void JournalWriter::append(
    JournalType type, const Actor& actor, const Moment& at, nlohmann::json payload, DocumentId document)
{
    payload["v"] = 1;
    const auto bytes = payload.dump();
    const auto chain = m_impl->chain(actor.till, at.utc);

    NewJournalRow row;
    row.chain = chain.id;
    row.seq = chain.lastSeq + 1;
    row.type = static_cast<int>(type);
    row.utc = at.utc;
    row.offsetMinutes = at.offsetMinutes;
    row.user = actor.user;
    row.approver = actor.approver;
    row.document = document;
    row.payload = bytes;
    row.hash = hashOf(
        {chain.uid, row.seq, at.utc.time_since_epoch().count(), static_cast<std::int16_t>(at.offsetMinutes),
            m_impl->typeCode(type), m_impl->userUid(actor.user), m_impl->userUid(actor.approver), bytes},
        chain.head);
    if (m_impl->secret) {
        row.signature = sign(row.hash, *m_impl->secret);
        row.key = m_impl->repository.findOrAddKey(*m_impl->publicKey, at.utc);
    }
    m_impl->repository.append(row);
}

bool JournalWriter::signs() const
{
    return m_impl->secret.has_value();
}

bool JournalWriter::createdKey() const
{
    return m_impl->created;
}

std::string JournalWriter::foot(TillId till) const
{
    const auto chain = m_impl->repository.chainOf(till);
    if (!chain || chain->lastSeq == 0) return {};
    return "J" + std::to_string(chain->lastSeq) + " · " + shortHead(chain->head);
}

std::optional<JournalHash> JournalWriter::head(TillId till) const
{
    const auto chain = m_impl->repository.chainOf(till);
    if (!chain) return std::nullopt;
    return chain->head;
}

} // namespace till
