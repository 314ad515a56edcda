#include "paper/barcode_bars.h"
#include "paper/escpos_command.h"
#include "paper/printable.h"
#include "paper/virtual_printer.h"

#include <fmt/format.h>
#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <optional>

// What a VirtualPrinter puts on its strip: lines, bars, dots.

namespace till {
namespace {

constexpr int kCharacterHeight = 24;
constexpr int kQrModule = 3;
constexpr int kLongestStrip = 40'000; ///< five metres: three bytes could ask for eight of them

std::string utf8(char32_t character)
{
    std::array<utf8proc_uint8_t, 4> bytes{};
    const auto length = utf8proc_encode_char(static_cast<utf8proc_int32_t>(character), bytes.data());
    return {reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(length)};
}

std::optional<Symbology> symbologyOf(int type)
{
    switch (type) {
    case 2:
    case 67: return Symbology::Ean13;
    case 73: return Symbology::Code128;
    default: return std::nullopt;
    }
}

Dots drawn(const BarcodeBars& bars, int module, int rowHeight)
{
    auto dots = blankDots(bars.width * module, bars.rows() * rowHeight);
    for (int row = 0; row < dots.rows(); ++row) {
        for (int column = 0; column < dots.across; ++column) {
            if (bars.at(row / rowHeight, column / module)) dots.blacken(row, column);
        }
    }
    return dots;
}

} // namespace

void VirtualPrinter::endLine()
{
    std::string plain;
    std::string marked;
    Style style;
    const auto mark = [&](bool before, bool now, const char* name) {
        if (before != now) marked += fmt::format("[{}{}]", now ? "" : "/", name);
    };
    const auto change = [&](const Style& to) {
        mark(style.bold, to.bold, "bold");
        mark(style.underlined, to.underlined, "underlined");
        mark(style.inverted, to.inverted, "inverted");
        mark(style.high > 1, to.high > 1, "high");
        mark(style.wide > 1, to.wide > 1, "wide");
        mark(style.small, to.small, "small");
        style = to;
    };
    for (const auto& cell : m_line) {
        if (!(cell.style == style)) change(cell.style);
        plain += utf8(cell.character);
        marked += utf8(cell.character);
    }
    change({}); // marks off what is still on
    m_lines.push_back(plain);
    m_transcript += marked + '\n';
    burnText();
    m_line.clear();
}

void VirtualPrinter::feed(int dots)
{
    const int free = kLongestStrip - m_paper.rows();
    if (dots > free && !m_isOver) error("the strip is longer than five metres");
    m_isOver = m_isOver || dots > free;
    const auto rows = static_cast<std::size_t>(std::min(dots, free));
    m_paper.bytes.resize(m_paper.bytes.size() + static_cast<std::size_t>(m_paper.bytesPerRow()) * rows);
}

void VirtualPrinter::burn(const Dots& dots, int left)
{
    const int top = m_paper.rows();
    feed(dots.rows());
    for (int row = 0; row < m_paper.rows() - top; ++row) {
        for (int column = 0; column < dots.across; ++column) {
            if (dots.at(row, column) && left + column < m_paper.across)
                m_paper.blacken(top + row, left + column);
        }
    }
}

int VirtualPrinter::leftOf(int width) const
{
    const int free = std::max(0, m_paper.across - width);
    return m_align == 1 ? free / 2 : m_align == 2 ? free : 0;
}

void VirtualPrinter::burnText()
{
    int high = 1;
    std::string text;
    bool bold = false;
    int columns = 0;
    for (const auto& cell : m_line) {
        high = std::max(high, cell.style.high);
        columns += cell.style.wide;
        bold = bold || cell.style.bold;
        text += utf8(cell.character);
        text.append(static_cast<std::size_t>(cell.style.wide - 1), ' ');
    }
    if (columns == 0) return feed(m_lineSpacing);
    const PaperLine line{{{0, columns, TextAlign::Left, text}}, bold ? TextStyle::Bold : TextStyle::Normal};
    const auto width = used() * m_paper.across / (m_profile.columns * kUnits);
    const auto once = toDots(line, columns, width);
    auto dots = blankDots(width, once.rows() * high);
    for (int row = 0; row < dots.rows(); ++row) {
        for (int column = 0; column < width; ++column) {
            if (once.at(row / high, column)) dots.blacken(row, column);
        }
    }
    burn(dots, leftOf(width));
    feed(std::max(0, m_lineSpacing - kCharacterHeight));
}

void VirtualPrinter::burnBarcode(int type, std::string_view data)
{
    event(fmt::format("barcode {} {}", type, printable(data)));
    const auto symbology = symbologyOf(type);
    if (!symbology) return error(fmt::format("barcode type {} is not drawn here", type));
    std::string text{data};
    if (!text.empty() && text.back() == '\0') text.pop_back(); // the older form ends in one
    if (*symbology == Symbology::Code128) {
        if (text.rfind("{B", 0) != 0) return error("Code 128 must begin with its set, {B");
        text.erase(0, 2);
        for (auto brace = text.find("{{"); brace != std::string::npos; brace = text.find("{{", brace + 1))
            text.erase(brace, 1);
    } else if (text.size() == 12) {
        int sum = 0;
        for (std::size_t i = 0; i < text.size(); ++i) sum += (text[i] - '0') * (i % 2 == 0 ? 1 : 3);
        text += static_cast<char>('0' + (10 - sum % 10) % 10);
    }
    const auto bars = encodeBarcode(*symbology, text);
    if (!bars) return error("the barcode's data do not fit its kind");
    const auto dots = drawn(*bars, m_barWidth, m_barHeight);
    if (dots.across + 2 * bars->quietZone * m_barWidth > m_paper.across)
        return error("a barcode is wider than the paper");
    burn(dots, leftOf(dots.across));
}

void VirtualPrinter::symbol(std::string_view command)
{
    if (command.size() < 2 || command[0] != '1') return error("only QR codes are drawn here");
    const auto data = command.substr(2);
    switch (command[1]) {
    case 'C': m_qrModule = data.empty() ? kQrModule : byteAt(data, 0); break;
    case 'P': m_qrData = data.empty() ? std::string{} : std::string{data.substr(1)}; break;
    case 'Q': {
        event("qr " + printable(m_qrData));
        const auto bars = encodeBarcode(Symbology::Qr, m_qrData);
        if (!bars) return error("the data are too long for a QR code");
        const auto dots = drawn(*bars, m_qrModule, m_qrModule);
        if (dots.across > m_paper.across) return error("a QR code is wider than the paper");
        burn(dots, leftOf(dots.across));
        break;
    }
    default: break;
    }
}

void VirtualPrinter::raster(std::string_view command)
{
    Dots dots{static_cast<int>(wordAt(command, 2) * 8), {}};
    const auto data = command.substr(6);
    dots.bytes.assign(data.begin(), data.end());
    event(fmt::format("dots {} x {}", dots.across, dots.rows()));
    if (dots.across > m_paper.across) error("dots beyond the paper's edge");
    if (!m_line.empty()) error("dots in the middle of a line");
    burn(dots, leftOf(dots.across));
}

} // namespace till
