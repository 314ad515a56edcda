#include "exchange/text_source.h"

namespace till {
namespace {

constexpr std::size_t kRawBytes = 64 * 1024;
constexpr std::size_t kMaxCharacterBytes = 4;

std::size_t writeUtf8(char32_t c, char* out)
{
    const auto byte = [](char32_t value) { return static_cast<char>(static_cast<unsigned char>(value)); };
    const auto trailing = [&byte, c](unsigned shift) { return byte(0x80U | ((c >> shift) & 0x3FU)); };
    if (c < 0x80) {
        out[0] = byte(c);
        return 1;
    }
    if (c < 0x800) {
        out[0] = byte(0xC0U | (c >> 6U));
        out[1] = trailing(0);
        return 2;
    }
    if (c < 0x10000) {
        out[0] = byte(0xE0U | (c >> 12U));
        out[1] = trailing(6);
        out[2] = trailing(0);
        return 3;
    }
    out[0] = byte(0xF0U | (c >> 18U));
    out[1] = trailing(12);
    out[2] = trailing(6);
    out[3] = trailing(0);
    return 4;
}

} // namespace

TextSource::TextSource(std::unique_ptr<FileBytes> bytes, FoundEncoding found)
    : m_bytes{std::move(bytes)}
    , m_found{found}
{
}

Result<TextSource> TextSource::openFile(const std::filesystem::path& path)
{
    auto bytes = FileBytes::openFile(path);
    if (!bytes) return bytes.error();
    return examine(std::move(*bytes));
}

Result<TextSource> TextSource::fromMemory(std::string bytes)
{
    return examine(FileBytes::fromMemory(std::move(bytes)));
}

Result<TextSource> TextSource::examine(std::unique_ptr<FileBytes> bytes)
{
    const auto found = findEncoding(*bytes);
    if (!found) return found.error();
    TextSource source{std::move(bytes), *found};
    if (auto moved = source.rewind(); !moved) return moved.error();
    return source;
}

Result<> TextSource::rewind()
{
    m_raw.clear();
    m_rawAt = 0;
    return m_bytes->seek(m_found.markLength);
}

Result<std::size_t> TextSource::read(std::span<char> into)
{
    if (m_found.encoding == TextEncoding::Utf8) return m_bytes->read(into);
    for (;;) {
        if (const auto written = convert(into); written > 0) return written;
        const auto more = refill();
        if (!more) return more.error();
        if (!*more) return std::size_t{0};
    }
}

/// Keeps the bytes of a character that is not whole yet in front of what it reads.
Result<bool> TextSource::refill()
{
    m_raw.erase(0, m_rawAt);
    m_rawAt = 0;
    const auto held = m_raw.size();
    m_raw.resize(kRawBytes);
    const auto count = m_bytes->read({m_raw.data() + held, m_raw.size() - held});
    m_raw.resize(held + (count ? *count : 0));
    if (!count) return count.error();
    return *count > 0;
}

std::size_t TextSource::convert(std::span<char> into)
{
    std::size_t written = 0;
    while (written + kMaxCharacterBytes <= into.size()) {
        const auto before = m_rawAt;
        const auto c = nextCharacter();
        if (m_rawAt == before) break;
        written += writeUtf8(c, into.data() + written);
    }
    return written;
}

/// Moves on by one character, or not at all when there is no whole one.
char32_t TextSource::nextCharacter()
{
    const auto left = m_raw.size() - m_rawAt;
    const auto byte = [this](std::size_t i) { return static_cast<unsigned char>(m_raw[m_rawAt + i]); };
    if (m_found.encoding == TextEncoding::Windows1252) {
        if (left < 1) return 0;
        const auto c = windows1252Character(byte(0));
        ++m_rawAt;
        return c;
    }
    const std::size_t high = m_found.encoding == TextEncoding::Utf16LittleEndian ? 1 : 0;
    const auto unit = [&](std::size_t i) {
        return static_cast<char32_t>(byte(i + high) << 8U | byte(i + 1 - high));
    };
    if (left < 2) return 0;
    const auto first = unit(0);
    if ((first & 0xFC00U) != 0xD800U) {
        m_rawAt += 2;
        return first;
    }
    if (left < 4) return 0;
    const auto second = unit(2);
    m_rawAt += 4;
    return 0x10000U + ((first & 0x3FFU) << 10U) + (second & 0x3FFU);
}

} // namespace till
