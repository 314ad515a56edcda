#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace till {

/// UUIDv7 (RFC 9562): names anything that can leave the till. Never used for order or numbering.
struct Uid {
    std::array<std::uint8_t, 16> bytes{};

    /// A new one from the given time; the other 74 bits are random.
    static Uid make(std::int64_t utcMs);
    /// From "018f3c1e-...-...": 36 characters with hyphens or 32 without, either case.
    static std::optional<Uid> fromText(std::string_view text);
    std::string toText() const; ///< lower case with hyphens

    bool isNull() const { return *this == Uid{}; }
    friend constexpr auto operator<=>(const Uid&, const Uid&) = default;
};

} // namespace till
