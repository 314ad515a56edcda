#pragma once

#include "base/uid.h"

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace till {

using JournalHash = std::array<std::uint8_t, 32>;
using JournalSignature = std::array<std::uint8_t, 64>;
using PublicKey = std::array<std::uint8_t, 32>;
using SecretKey = std::array<std::uint8_t, 64>;

/// One record of a till's journal, as hashed.
struct JournalRecord {
    Uid chain;
    std::uint64_t seq = 0; ///< from 1, without a gap
    std::int64_t utcMs = 0;
    std::int16_t utcOffsetMinutes = 0;
    std::string_view type; ///< "SALE"
    Uid actor;
    Uid approver;             ///< null: none
    std::string_view payload; ///< canonical bytes, exactly as stored
};

/// h_n = SHA-256("POSJ1", chain, seq, utc_ms, offset, len+type, actor, approver, len+payload, h_{n-1}):
/// integers big-endian, lengths as 32 bits, so that no field can slide into its neighbour.
JournalHash hashOf(const JournalRecord& record, const JournalHash& previous);

/// h_0 = SHA-256("POSJ1-GENESIS", shop, till, epoch, public key).
JournalHash genesisOf(const Uid& shop, const Uid& till, std::uint32_t epoch, const PublicKey& key);

struct KeyPair {
    PublicKey publicKey{};
    SecretKey secretKey{};
};
KeyPair makeKeyPair(); ///< Ed25519
PublicKey publicKeyOf(const SecretKey& key);
JournalSignature sign(const JournalHash& hash, const SecretKey& key);
bool isSigned(
    const JournalHash& hash, std::span<const std::uint8_t> signature, std::span<const std::uint8_t> key);

/// What fits on a receipt: 50 bits of the head as base32 without look-alikes, "7KQ2-M9XD-41".
std::string shortHead(const JournalHash& hash);
std::string toHex(std::span<const std::uint8_t> bytes);
std::string sha256Hex(std::string_view bytes); ///< 64 digits

} // namespace till
