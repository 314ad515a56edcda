#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>

namespace till {

/// What the bytes from 0x80 on mean in one of a printer's character tables; below, all of them are ASCII.
class CodePage {
public:
    /// `encoding` as iconv names it: "CP858", "ISO-8859-15". Throws std::invalid_argument for one it does not
    /// know.
    explicit CodePage(const std::string& encoding);

    /// The byte that prints `character`; none for what the table lacks, and for control characters. Marks
    /// that only typography tells apart count as the plain one: quotes, dashes of an em or less, spaces.
    std::optional<std::uint8_t> byteOf(char32_t character) const;
    char32_t characterOf(std::uint8_t byte) const; ///< U+FFFD for a byte that means nothing

private:
    std::array<char32_t, 128> m_upper{};
};

} // namespace till
