#include "paper/escpos.h"

#include "paper/barcode_bars.h"
#include "paper/code_page.h"
#include "paper/dots.h"
#include "paper/printable.h"
#include "paper/word_wrap.h"

#include <utf8proc.h>

#include <algorithm>
#include <cassert>
#include <optional>

namespace till {
namespace {

using namespace std::string_literals;

constexpr char kEsc = '\x1B';
constexpr char kFs = '\x1C';
constexpr char kGs = '\x1D';

constexpr int kMostRowsAtOnce = 128; ///< the buffer of a cheap printer
constexpr int kFeedWithoutCutter = 4;
constexpr int kBarHeight = 72; ///< dots: 9 mm
constexpr int kThinnestModule = 2;
constexpr int kWidestModule = 3;
constexpr int kWidestQrModule = 8;
constexpr int kThinnestQrModule = 3;

char byte(int value)
{
    return static_cast<char>(static_cast<unsigned char>(value));
}

std::string twoBytes(std::size_t value)
{
    return {byte(static_cast<int>(value & 0xFF)), byte(static_cast<int>(value >> 8 & 0xFF))};
}

std::u32string charactersOf(std::string_view text)
{
    std::u32string characters;
    const auto* at = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
    auto left = static_cast<utf8proc_ssize_t>(text.size());
    while (left > 0) {
        utf8proc_int32_t character = 0;
        const auto length = utf8proc_iterate(at, left, &character);
        characters.push_back(length > 0 ? static_cast<char32_t>(character) : U'\uFFFD');
        const auto step = std::max<utf8proc_ssize_t>(length, 1);
        at += step;
        left -= step;
    }
    return characters;
}

class Job {
public:
    Job(int columns, const PrinterProfile& profile)
        : m_columns{columns}
        , m_profile{profile}
    {
        for (const auto& table : profile.tables) m_pages.emplace_back(table.encoding);
    }

    void begin(DrawerKick kick)
    {
        m_bytes += {kEsc, '@'};
        m_bytes += {kFs, '.'};     // Chinese printers take pairs of bytes from 0x80 on for one of theirs
        m_bytes += {kEsc, 'R', 0}; // # $ @ [ \ ] are themselves
        m_bytes += drawerKick(kick);
        if (!m_pages.empty()) select(0);
    }

    void end()
    {
        if (m_profile.cuts)
            m_bytes += {kGs, 'V', 66, 0}; // feeds to the cutter first
        else
            m_bytes += {kEsc, 'd', kFeedWithoutCutter};
    }

    void operator()(const PaperLine& line)
    {
        if (!asText(line)) raster(line);
    }
    void operator()(const PaperRule&)
    {
        m_bytes += std::string(static_cast<std::size_t>(m_columns), '-') + '\n';
    }
    void operator()(const PaperBlank&) { m_bytes += '\n'; }
    void operator()(const PaperImage& image) { raster(image); }
    void operator()(const PaperBarcode& barcode)
    {
        const bool isQr = barcode.symbology == Symbology::Qr;
        if (!(isQr ? m_profile.qrCodes : m_profile.barcodes) || !natively(barcode)) {
            auto bars = barcode;
            bars.caption.clear();
            raster(bars);
        }
        for (const auto& line : wrapped(barcode.caption, m_columns, m_columns))
            (*this)(PaperLine{{{0, m_columns, TextAlign::Centre, line}}});
    }

    std::string bytes() { return std::move(m_bytes); }

private:
    void select(std::size_t page)
    {
        if (m_page == page) return;
        m_page = page;
        m_bytes += {kEsc, 't', byte(m_profile.tables[page].number)};
    }

    /// The line in bytes of that table, none when it lacks a character. Marks and wide characters take other
    /// columns than bytes.
    std::optional<std::string> encoded(const PaperLine& line, const CodePage* page) const
    {
        std::string text;
        for (const auto& span : line.spans) {
            const auto characters = charactersOf(span.text);
            if (displayWidth(span.text) != static_cast<int>(characters.size())) return std::nullopt;
            const auto width = static_cast<int>(characters.size());
            const auto free = span.width - width;
            const auto before = span.align == TextAlign::Left    ? 0
                                : span.align == TextAlign::Right ? free
                                                                 : free / 2;
            const auto start = std::max(span.column + before, static_cast<int>(text.size()));
            text.resize(static_cast<std::size_t>(start), ' ');
            for (const auto character : characters) {
                const auto known = page ? page->byteOf(character) : std::nullopt;
                if (!known && (page || character < 0x20 || character > 0x7E)) return std::nullopt;
                text += byte(known ? *known : static_cast<int>(character));
            }
        }
        return text;
    }

    bool asText(const PaperLine& line)
    {
        std::optional<std::string> text;
        for (std::size_t i = 0; i < m_pages.size() && !text; ++i) {
            // Most lines fit the table that is on already.
            const auto page = i == 0 ? m_page.value_or(0) : i <= m_page.value_or(0) ? i - 1 : i;
            text = encoded(line, &m_pages[page]);
            if (text) select(page);
        }
        if (m_pages.empty()) text = encoded(line, nullptr);
        if (!text) return false;
        const bool isBold = line.style != TextStyle::Normal;
        const bool isLarge = line.style == TextStyle::Large;
        if (isBold) m_bytes += {kEsc, 'E', 1};
        if (isLarge) m_bytes += {kGs, '!', 0x01}; // twice as high: its columns are counted already
        m_bytes += *text + '\n';
        if (isLarge) m_bytes += {kGs, '!', 0x00};
        if (isBold) m_bytes += {kEsc, 'E', 0};
        return true;
    }

    bool natively(const PaperBarcode& barcode)
    {
        const auto bars = encodeBarcode(barcode.symbology, barcode.data);
        if (!bars) return false;
        const auto widest = m_profile.dots / (bars->width + 2 * bars->quietZone);
        if (barcode.symbology == Symbology::Qr) return qr(barcode.data, widest);
        const bool isText = std::all_of(
            barcode.data.begin(), barcode.data.end(), [](char c) { return c >= 0x20 && c < 0x7F; });
        if (!isText || barcode.data.size() > 120 || widest < kThinnestModule) return false;
        m_bytes += {kEsc, 'a', 1};
        m_bytes += {kGs, 'h', kBarHeight};
        m_bytes += {kGs, 'w', byte(std::min(widest, kWidestModule))};
        m_bytes += {kGs, 'H', 0};
        const auto data = barcode.symbology == Symbology::Ean13 ? barcode.data.substr(0, 12)
                                                                : "{B" + withDoubledBraces(barcode.data);
        m_bytes += {kGs, 'k', byte(barcode.symbology == Symbology::Ean13 ? 67 : 73),
            byte(static_cast<int>(data.size()))};
        m_bytes += data;
        m_bytes += {kEsc, 'a', 0};
        return true;
    }

    static std::string withDoubledBraces(const std::string& data)
    {
        std::string doubled;
        for (const char c : data) {
            doubled += c;
            if (c == '{') doubled += c;
        }
        return doubled;
    }

    bool qr(const std::string& data, int widest)
    {
        const auto module = std::min(widest, kWidestQrModule);
        if (module < kThinnestQrModule) return false;
        const auto symbol = [this](const std::string& command) {
            m_bytes += {kGs, '(', 'k'};
            m_bytes += twoBytes(command.size()) + command;
        };
        m_bytes += {kEsc, 'a', 1};
        symbol({'1', 'A', '2', 0}); // model 2
        symbol({'1', 'C', byte(module)});
        symbol({'1', 'E', '1'}); // 15 % may be lost
        symbol("1P0" + data);
        symbol("1Q0");
        m_bytes += {kEsc, 'a', 0};
        return true;
    }

    void raster(const LaidOutBlock& block)
    {
        const auto dots = toDots(block, m_columns, m_profile.dots);
        const auto perRow = static_cast<std::size_t>(dots.bytesPerRow());
        for (int row = 0; row < dots.rows(); row += kMostRowsAtOnce) {
            const auto rows = static_cast<std::size_t>(std::min(kMostRowsAtOnce, dots.rows() - row));
            m_bytes += {kGs, 'v', '0', 0};
            m_bytes += twoBytes(perRow) + twoBytes(rows);
            const auto from = dots.bytes.begin() + static_cast<std::ptrdiff_t>(perRow) * row;
            m_bytes.append(from, from + static_cast<std::ptrdiff_t>(perRow * rows));
        }
    }

    int m_columns;
    const PrinterProfile& m_profile;
    std::vector<CodePage> m_pages;
    std::optional<std::size_t> m_page;
    std::string m_bytes;
};

} // namespace

std::string toEscPos(const PaperLayout& layout, const PrinterProfile& profile, DrawerKick kick, AtEnd end)
{
    assert(layout.columns == profile.columns);
    Job job{layout.columns, profile};
    job.begin(kick);
    for (const auto& block : layout.blocks) std::visit(job, block);
    if (end == AtEnd::Cut) job.end();
    return job.bytes();
}

std::string drawerKick(DrawerKick kick)
{
    if (kick == DrawerKick::None) return {};
    constexpr int kOn = 25;   // times 2 ms
    constexpr int kOff = 250; // before it may open again
    return {kEsc, 'p', byte(kick == DrawerKick::Pin2 ? 0 : 1), byte(kOn), byte(kOff)};
}

} // namespace till
