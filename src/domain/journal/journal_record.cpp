#include "domain/journal/journal_record.h"

#include <sodium.h>

namespace till {
namespace {

class Sha256 {
public:
    Sha256() { crypto_hash_sha256_init(&m_state); }
    Sha256& add(std::string_view text)
    {
        crypto_hash_sha256_update(&m_state, reinterpret_cast<const unsigned char*>(text.data()), text.size());
        return *this;
    }
    template <std::size_t N>
    Sha256& add(const std::array<std::uint8_t, N>& bytes)
    {
        crypto_hash_sha256_update(&m_state, bytes.data(), bytes.size());
        return *this;
    }
    Sha256& addBigEndian(std::uint64_t value, int bytes)
    {
        std::array<std::uint8_t, 8> data{};
        for (int i = 0; i < bytes; ++i) {
            data[static_cast<std::size_t>(i)] = static_cast<std::uint8_t>(value >> (8 * (bytes - 1 - i)));
        }
        crypto_hash_sha256_update(&m_state, data.data(), static_cast<unsigned long long>(bytes));
        return *this;
    }
    Sha256& addWithLength(std::string_view text) { return addBigEndian(text.size(), 4).add(text); }
    JournalHash finish()
    {
        JournalHash hash;
        crypto_hash_sha256_final(&m_state, hash.data());
        return hash;
    }

private:
    crypto_hash_sha256_state m_state{};
};

} // namespace

JournalHash hashOf(const JournalRecord& record, const JournalHash& previous)
{
    return Sha256{}
        .add("POSJ1")
        .add(record.chain.bytes)
        .addBigEndian(record.seq, 8)
        .addBigEndian(static_cast<std::uint64_t>(record.utcMs), 8)
        .addBigEndian(static_cast<std::uint16_t>(record.utcOffsetMinutes), 2)
        .addWithLength(record.type)
        .add(record.actor.bytes)
        .add(record.approver.bytes)
        .addWithLength(record.payload)
        .add(previous)
        .finish();
}

JournalHash genesisOf(const Uid& shop, const Uid& till, std::uint32_t epoch, const PublicKey& key)
{
    return Sha256{}
        .add("POSJ1-GENESIS")
        .add(shop.bytes)
        .add(till.bytes)
        .addBigEndian(epoch, 4)
        .add(key)
        .finish();
}

KeyPair makeKeyPair()
{
    KeyPair pair;
    crypto_sign_keypair(pair.publicKey.data(), pair.secretKey.data());
    return pair;
}

PublicKey publicKeyOf(const SecretKey& key)
{
    PublicKey publicKey;
    crypto_sign_ed25519_sk_to_pk(publicKey.data(), key.data());
    return publicKey;
}

JournalSignature sign(const JournalHash& hash, const SecretKey& key)
{
    JournalSignature signature;
    crypto_sign_detached(signature.data(), nullptr, hash.data(), hash.size(), key.data());
    return signature;
}

bool isSigned(
    const JournalHash& hash, std::span<const std::uint8_t> signature, std::span<const std::uint8_t> key)
{
    return signature.size() == crypto_sign_BYTES && key.size() == crypto_sign_PUBLICKEYBYTES &&
           crypto_sign_verify_detached(signature.data(), hash.data(), hash.size(), key.data()) == 0;
}

std::string shortHead(const JournalHash& hash)
{
    constexpr std::string_view kLetters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i < 7; ++i) bits = bits << 8 | hash[i];
    bits >>= 6; // 56 - 50
    std::string text;
    for (int letter = 9; letter >= 0; --letter) {
        text += kLetters[bits >> (5 * letter) & 31];
        if (letter == 6 || letter == 2) text += '-';
    }
    return text;
}

std::string toHex(std::span<const std::uint8_t> bytes)
{
    constexpr std::string_view kHex = "0123456789abcdef";
    std::string text;
    for (const auto byte : bytes) {
        text += kHex[byte >> 4];
        text += kHex[byte & 15];
    }
    return text;
}

std::string sha256Hex(std::string_view bytes)
{
    return toHex(Sha256{}.add(bytes).finish());
}

} // namespace till
