#include "base/uid.h"

#include <sodium.h>

namespace till {
namespace {

int hexValue(char c)
{
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

} // namespace

Uid Uid::make(std::int64_t utcMs)
{
    Uid uid;
    randombytes_buf(uid.bytes.data(), uid.bytes.size());
    for (std::size_t i = 0; i < 6; ++i) {
        uid.bytes[i] = static_cast<std::uint8_t>(static_cast<std::uint64_t>(utcMs) >> (40 - 8 * i));
    }
    uid.bytes[6] = static_cast<std::uint8_t>(0x70 | (uid.bytes[6] & 0x0F));
    uid.bytes[8] = static_cast<std::uint8_t>(0x80 | (uid.bytes[8] & 0x3F));
    return uid;
}

std::optional<Uid> Uid::fromText(std::string_view text)
{
    const bool hyphens = text.size() == 36;
    if (!hyphens && text.size() != 32) return std::nullopt;
    Uid uid;
    std::size_t nibble = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (hyphens && (i == 8 || i == 13 || i == 18 || i == 23)) {
            if (text[i] != '-') return std::nullopt;
            continue;
        }
        const int value = hexValue(text[i]);
        if (value < 0) return std::nullopt;
        auto& byte = uid.bytes[nibble / 2];
        byte = static_cast<std::uint8_t>((byte << 4) | value);
        ++nibble;
    }
    return uid;
}

std::string Uid::toText() const
{
    constexpr std::string_view kHex = "0123456789abcdef";
    std::string text;
    text.reserve(36);
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10) text += '-';
        text += kHex[bytes[i] >> 4];
        text += kHex[bytes[i] & 0x0F];
    }
    return text;
}

} // namespace till
