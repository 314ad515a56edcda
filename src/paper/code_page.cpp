#include "paper/code_page.h"

#include <iconv.h>

#include <algorithm>
#include <memory>
#include <stdexcept>

namespace till {
namespace {

constexpr char32_t kMeansNothing = 0xFFFD;

class Converter {
public:
    explicit Converter(const std::string& encoding)
        : m_iconv{iconv_open("UTF-32LE", encoding.c_str())}
    {
        // NOLINTNEXTLINE(performance-no-int-to-ptr): how iconv says no
        if (m_iconv == reinterpret_cast<iconv_t>(-1))
            throw std::invalid_argument{"no such character table: " + encoding};
    }
    Converter(const Converter&) = delete;
    Converter& operator=(const Converter&) = delete;
    ~Converter() { iconv_close(m_iconv); }

    char32_t characterOf(std::uint8_t byte)
    {
        iconv(m_iconv, nullptr, nullptr, nullptr, nullptr);
        auto in = static_cast<char>(byte);
        std::array<unsigned char, 8> out{};
        auto* from = &in;
        auto* to = reinterpret_cast<char*>(out.data());
        std::size_t left = 1;
        std::size_t room = out.size();
        const bool failed = iconv(m_iconv, &from, &left, &to, &room) == static_cast<std::size_t>(-1);
        if (failed || room != out.size() - 4) return kMeansNothing;
        return static_cast<char32_t>(out[0] | out[1] << 8U | out[2] << 16U);
    }

private:
    iconv_t m_iconv;
};

char32_t plain(char32_t character)
{
    switch (character) {
    case U'\u2018':
    case U'\u2019':
    case U'\u201A': return U'\'';
    case U'\u201C':
    case U'\u201D':
    case U'\u201E': return U'"';
    case U'\u2010':
    case U'\u2011':
    case U'\u2012':
    case U'\u2013':
    case U'\u2014':
    case U'\u2212': return U'-';
    case U'\u00A0':
    case U'\u2007':
    case U'\u202F': return U' ';
    default: return character;
    }
}

} // namespace

CodePage::CodePage(const std::string& encoding)
{
    Converter converter{encoding};
    for (std::size_t i = 0; i < m_upper.size(); ++i)
        m_upper[i] = converter.characterOf(static_cast<std::uint8_t>(0x80 + i));
}

std::optional<std::uint8_t> CodePage::byteOf(char32_t character) const
{
    const auto wanted = plain(character);
    if (wanted < 0x20 || wanted == 0x7F || wanted == kMeansNothing) return std::nullopt;
    if (wanted < 0x80) return static_cast<std::uint8_t>(wanted);
    if (wanted < 0xA0) return std::nullopt; // a table may keep control characters there
    const auto found = std::find(m_upper.begin(), m_upper.end(), wanted);
    if (found == m_upper.end()) return std::nullopt;
    return static_cast<std::uint8_t>(0x80 + (found - m_upper.begin()));
}

char32_t CodePage::characterOf(std::uint8_t byte) const
{
    return byte < 0x80 ? static_cast<char32_t>(byte) : m_upper[byte - 0x80U];
}

} // namespace till
