#include "paper/virtual_printer.h"

#include "paper/barcode_bars.h"
#include "paper/printable.h"

#include <fmt/format.h>
#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace till {
namespace {

constexpr char kLf = '\n';
constexpr unsigned char kDle = 0x10;
constexpr unsigned char kEsc = 0x1B;
constexpr unsigned char kFs = 0x1C;
constexpr unsigned char kGs = 0x1D;

constexpr int kLineSpacing = 30; ///< dots, after a reset
constexpr int kCharacterHeight = 24;
constexpr int kBarHeight = 162;
constexpr int kQrModule = 3;
constexpr int kLongestStrip = 40'000; ///< five metres: three bytes could ask for eight of them
constexpr int kAfterCut = 40;
constexpr int kMsPerPulseUnit = 2;
constexpr std::size_t kUnknown = 0;

int at(std::string_view bytes, std::size_t index)
{
    return static_cast<unsigned char>(bytes[index]);
}

std::size_t wordAt(std::string_view bytes, std::size_t index)
{
    return static_cast<std::size_t>(at(bytes, index)) + 256U * static_cast<std::size_t>(at(bytes, index + 1));
}

/// Lengths of the commands that always have the same, themselves included.
std::size_t lengthOfEsc(char command)
{
    switch (command) {
    case '@':
    case '2':
    case 'i':
    case 'm':
    case 'L':
    case 'S':
    case '<': return 2;
    case '$':
    case '\\':
    case 'c': return 4;
    case 'p': return 5;
    case 'W': return 10;
    case 'a':
    case 'E':
    case 'G':
    case '-':
    case 't':
    case 'R':
    case 'M':
    case '!':
    case 'd':
    case 'e':
    case 'J':
    case 'K':
    case '3':
    case ' ':
    case '{':
    case 'V':
    case 'r':
    case '=':
    case '%':
    case '?':
    case 'T':
    case 'U':
    case 'u':
    case 'v': return 3;
    default: return kUnknown;
    }
}

std::size_t lengthOfFs(char command)
{
    switch (command) {
    case '.':
    case '&': return 2;
    case '-':
    case '!':
    case 'W':
    case 'C': return 3;
    case 'S':
    case 'p': return 4;
    default: return kUnknown;
    }
}

std::size_t lengthOfGs(char command)
{
    switch (command) {
    case ':': return 2;
    case 'L':
    case 'W':
    case 'P':
    case '$':
    case '\\': return 4;
    case '^': return 5;
    case '!':
    case 'B':
    case 'h':
    case 'w':
    case 'H':
    case 'f':
    case 'a':
    case 'r':
    case 'I':
    case 'T':
    case 'b':
    case '/': return 3;
    default: return kUnknown;
    }
}

/// Of the command that `bytes` begin with; 0: it is not all there to tell, none: there is no such command.
std::optional<std::size_t> lengthOfGroup(std::string_view bytes)
{
    const auto known = [&](std::size_t needed, auto length) {
        return bytes.size() < needed ? std::size_t{0} : static_cast<std::size_t>(length());
    };
    switch (bytes[1]) {
    case 'V': return known(3, [&] { return at(bytes, 2) >= 65 ? 4 : 3; });
    case '(': return known(5, [&] { return 5 + wordAt(bytes, 3); });
    case 'v': return known(8, [&] { return 8 + wordAt(bytes, 4) * wordAt(bytes, 6); });
    case 'k':
        return known(4, [&] {
            if (at(bytes, 2) > 6) return 4 + static_cast<std::size_t>(at(bytes, 3));
            return bytes.find('\0', 3) + 1; // of no zero: 0
        });
    default: break;
    }
    const auto length = lengthOfGs(bytes[1]);
    return length == kUnknown ? std::nullopt : std::optional{length};
}

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

VirtualPrinter::VirtualPrinter(PrinterProfile profile)
    : m_profile{std::move(profile)}
    , m_paper{blankDots(m_profile.dots, 0)}
{
    for (const auto& table : m_profile.tables) m_pages.emplace(table.number, CodePage{table.encoding});
    reset();
}

void VirtualPrinter::take(std::string_view bytes)
{
    m_waiting += bytes;
    std::size_t done = 0;
    while (done < m_waiting.size()) {
        const auto used = command(std::string_view{m_waiting}.substr(done));
        if (used == 0) break; // the rest of it is still on its way
        done += used;
    }
    m_waiting.erase(0, done);
}

std::string VirtualPrinter::takeReply()
{
    return std::exchange(m_reply, {});
}

void VirtualPrinter::finish()
{
    if (!m_waiting.empty()) error("the job ends in the middle of a command");
    m_waiting.clear();
    if (m_line.empty()) return;
    error("the job ends in the middle of a line");
    endLine();
}

/// Carries out the command at the front and says how long it was; 0: not all of it is there.
std::size_t VirtualPrinter::command(std::string_view bytes)
{
    const auto first = static_cast<unsigned char>(bytes.front());
    switch (first) {
    case kDle: return realTime(bytes);
    case kEsc: return bytes.size() < 2 ? 0 : escape(bytes);
    case kFs: return bytes.size() < 2 ? 0 : fileSeparator(bytes);
    case kGs: return bytes.size() < 2 ? 0 : groupSeparator(bytes);
    default: break;
    }
    if (bytes.front() == kLf)
        endLine();
    else if (first < 0x20 && first != '\r')
        error(fmt::format("control character {:02X}", first));
    else if (first < 0x80)
        put(first);
    else if (const auto page = m_pages.find(m_page); page != m_pages.end())
        put(page->second.characterOf(first));
    else
        error(fmt::format("character {:02X} in table {}, which the printer has not", first, m_page));
    return 1;
}

std::size_t VirtualPrinter::realTime(std::string_view bytes)
{
    if (bytes.size() < 3) return 0;
    if (bytes[1] == 0x04) {
        answer(at(bytes, 2));
        return 3;
    }
    if (bytes[1] != 0x14) return 3;
    if (bytes.size() < 5) return 0;
    kick(at(bytes, 3), at(bytes, 4) * 100);
    return 5;
}

// Bits as Epson's command reference lists them; 1 and 4 are always on.
void VirtualPrinter::answer(int about)
{
    const bool stopped = state.paperOut || state.coverOpen;
    int bits = 0x12;
    switch (about) {
    case 1: bits |= (state.drawerOpen ? 0 : 0x04) | (stopped ? 0x08 : 0); break;
    case 2: bits |= (state.coverOpen ? 0x04 : 0) | (state.paperOut ? 0x20 : 0); break;
    case 4: bits |= (state.paperLow ? 0x0C : 0) | (state.paperOut ? 0x60 : 0); break;
    default: break;
    }
    m_reply += static_cast<char>(bits);
}

std::size_t VirtualPrinter::escape(std::string_view bytes)
{
    const char what = bytes[1];
    std::size_t length = lengthOfEsc(what);
    if (what == '*') { // dots of the first printers: their length, no more
        if (bytes.size() < 5) return 0;
        length = 5 + wordAt(bytes, 3) * (at(bytes, 2) >= 32 ? 3U : 1U);
    } else if (what == 'D') { // tab stops, up to a zero
        const auto end = bytes.find('\0', 2);
        if (end == std::string_view::npos) return 0;
        length = end + 1;
    } else if (length == kUnknown) {
        error(fmt::format("unknown command ESC {:02X}", at(bytes, 1)));
        return 2;
    }
    if (bytes.size() < length) return 0;
    obeyEscape(bytes.substr(1, length - 1));
    return length;
}

void VirtualPrinter::obeyEscape(std::string_view command)
{
    const int value = command.size() > 1 ? at(command, 1) : 0;
    switch (command[0]) {
    case '@': reset(); return event("reset");
    case 'a': return align(value % 48);
    case 'E':
    case 'G': m_style.bold = (value & 1) != 0; return;
    case '-': m_style.underlined = value % 48 != 0; return;
    case 't': return selectTable(value);
    case 'd': return feedLines(value * m_lineSpacing);
    case 'J': return feedLines(value);
    case '2': m_lineSpacing = kLineSpacing; return;
    case '3': m_lineSpacing = value; return;
    case 'p': return kick(value, at(command, 2) * kMsPerPulseUnit);
    case 'i':
    case 'm': return cut();
    default: return;
    }
}

void VirtualPrinter::align(int side)
{
    if (!m_line.empty()) error("alignment in the middle of a line");
    m_align = side;
}

void VirtualPrinter::selectTable(int number)
{
    m_page = number;
    if (m_pages.count(number) == 0) error(fmt::format("the printer has no table {}", number));
}

void VirtualPrinter::feedLines(int dots)
{
    if (!m_line.empty()) endLine();
    feed(dots);
}

std::size_t VirtualPrinter::fileSeparator(std::string_view bytes)
{
    if (bytes[1] == '(') {
        if (bytes.size() < 5) return 0;
        const auto length = 5 + wordAt(bytes, 3);
        return bytes.size() < length ? 0 : length;
    }
    const auto length = lengthOfFs(bytes[1]);
    if (length == kUnknown) {
        error(fmt::format("unknown command FS {:02X}", at(bytes, 1)));
        return 2;
    }
    return bytes.size() < length ? 0 : length;
}

std::size_t VirtualPrinter::groupSeparator(std::string_view bytes)
{
    const auto length = lengthOfGroup(bytes);
    if (!length) {
        error(fmt::format("unknown command GS {:02X}", at(bytes, 1)));
        return 2;
    }
    if (*length == 0 || bytes.size() < *length) return 0;
    obeyGroup(bytes.substr(1, *length - 1));
    return *length;
}

void VirtualPrinter::obeyGroup(std::string_view command)
{
    const int value = command.size() > 1 ? at(command, 1) : 0;
    switch (command[0]) {
    case '!':
        m_style.wide = (value >> 4 & 7) + 1;
        m_style.high = (value & 7) + 1;
        return;
    case 'B': m_style.inverted = (value & 1) != 0; return;
    case 'h': m_barHeight = value; return;
    case 'w': m_barWidth = value; return;
    case 'r': m_reply += state.paperLow ? '\x03' : '\0'; return;
    case 'V': return cut();
    case 'k': return burnBarcode(value, command.substr(value <= 6 ? 2 : 3));
    case '(':
        if (value == 'k') symbol(command.substr(4));
        return;
    case 'v': return raster(command.substr(1));
    default: return;
    }
}

void VirtualPrinter::reset()
{
    m_style = {};
    m_align = 0;
    m_page = 0;
    m_lineSpacing = kLineSpacing;
    m_barHeight = kBarHeight;
    m_barWidth = 3;
    m_qrModule = kQrModule;
    m_qrData.clear();
    m_line.clear(); // what was not printed yet is gone
}

void VirtualPrinter::put(char32_t character)
{
    int used = 0;
    for (const auto& cell : m_line) used += cell.style.wide;
    if (used + m_style.wide > m_profile.columns) {
        error(fmt::format("a line is longer than the paper's {} columns", m_profile.columns));
        endLine();
    }
    m_line.push_back({character, m_style});
}

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

void VirtualPrinter::event(const std::string& what)
{
    m_transcript += '[' + what + "]\n";
}

void VirtualPrinter::error(const std::string& what)
{
    m_errors.push_back(what);
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
    const auto width = columns * m_paper.across / m_profile.columns;
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
    case 'C': m_qrModule = data.empty() ? kQrModule : at(data, 0); break;
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

void VirtualPrinter::cut()
{
    if (!m_line.empty()) {
        error("a cut through a line that is not printed yet");
        endLine();
    }
    if (!m_profile.cuts) error("the printer has no cutter");
    feed(kAfterCut);
    ++m_cuts;
    event("cut");
}

void VirtualPrinter::kick(int pin, int milliseconds)
{
    ++m_kicks;
    event(fmt::format("drawer, pin {}, {} ms", pin % 48 == 0 ? 2 : 5, milliseconds));
}

} // namespace till
