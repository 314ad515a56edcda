#include "paper/virtual_printer.h"

#include "paper/escpos_command.h"

#include <fmt/format.h>

#include <utility>

namespace till {
namespace {

constexpr char kLf = '\n';
constexpr unsigned char kDle = 0x10;
constexpr unsigned char kEsc = 0x1B;
constexpr unsigned char kFs = 0x1C;
constexpr unsigned char kGs = 0x1D;

constexpr int kLineSpacing = 30; ///< dots, after a reset
constexpr int kBarHeight = 162;
constexpr int kQrModule = 3;
constexpr int kAfterCut = 40;
constexpr int kMsPerPulseUnit = 2;

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
    if (first == kDle || first == kEsc || first == kFs || first == kGs) return longCommand(bytes);
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

std::size_t VirtualPrinter::longCommand(std::string_view bytes)
{
    const auto length = escPosLength(bytes);
    const auto first = static_cast<unsigned char>(bytes.front());
    const char* lead = first == kEsc ? "ESC" : first == kFs ? "FS" : "GS";
    if (!length) {
        error(fmt::format("unknown command {} {:02X}", lead, byteAt(bytes, 1)));
        return 2;
    }
    if (*length == 0 || bytes.size() < *length) return 0;
    const auto whole = bytes.substr(1, *length - 1);
    const bool isObeyed = first == kDle   ? obeyAtOnce(whole)
                          : first == kEsc ? obeyEscape(whole)
                          : first == kFs  ? obeyFile(whole)
                                          : obeyGroup(whole);
    if (!isObeyed)
        event(fmt::format("not carried out: {} {:02X}, {} bytes", lead, byteAt(bytes, 1), *length));
    return *length;
}

bool VirtualPrinter::obeyAtOnce(std::string_view command)
{
    if (command[0] == 0x04) answer(byteAt(command, 1));
    if (command[0] == 0x14 && command[1] == 1) kick(byteAt(command, 2), byteAt(command, 3) * 100);
    return true;
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

bool VirtualPrinter::obeyEscape(std::string_view command)
{
    const int value = command.size() > 1 ? byteAt(command, 1) : 0;
    switch (command[0]) {
    case '@':
        reset();
        event("reset");
        return true;
    case 'a': align(value % 48); return true;
    case 'E':
    case 'G': m_style.bold = (value & 1) != 0; return true;
    case '-': m_style.underlined = value % 48 != 0; return true;
    case '!': // all of them at once
        m_style.small = (value & 0x01) != 0;
        m_style.bold = (value & 0x08) != 0;
        m_style.high = (value & 0x10) != 0 ? 2 : 1;
        m_style.wide = (value & 0x20) != 0 ? 2 : 1;
        m_style.underlined = (value & 0x80) != 0;
        return true;
    case 'M': m_style.small = value % 48 == 1; return true;
    case '$': moveTo(static_cast<int>(wordAt(command, 1))); return true;
    case 't': selectTable(value); return true;
    case 'd': feedLines(value * m_lineSpacing); return true;
    case 'J': feedLines(value); return true;
    case '2': m_lineSpacing = kLineSpacing; return true;
    case '3': m_lineSpacing = value; return true;
    case 'p': kick(value, byteAt(command, 2) * kMsPerPulseUnit); return true;
    case 'i':
    case 'm': cut(); return true;
    case 'R':
    case 'r': // colour
    case '=': // which device listens
    case 'c': // buttons and sensors
    case 'u':
    case 'v': return true; // nothing of it is seen on paper
    default: return false;
    }
}

bool VirtualPrinter::obeyFile(std::string_view command)
{
    return command[0] == '.' || command[0] == 'C'; // no pairs of bytes; and how such pairs would be coded
}

/// A place on the line, in dots from the left edge.
void VirtualPrinter::moveTo(int dot)
{
    const int place = dot * m_profile.columns * kUnits / m_profile.dots;
    if (place < used()) return error("a position on the line that is printed already");
    while (used() + kUnits <= place && used() + kUnits <= m_profile.columns * kUnits)
        m_line.push_back({U' ', {}});
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

bool VirtualPrinter::obeyGroup(std::string_view command)
{
    const int value = command.size() > 1 ? byteAt(command, 1) : 0;
    switch (command[0]) {
    case '!':
        m_style.wide = (value >> 4 & 7) + 1;
        m_style.high = (value & 7) + 1;
        return true;
    case 'B': m_style.inverted = (value & 1) != 0; return true;
    case 'h': m_barHeight = value; return true;
    case 'w': m_barWidth = value; return true;
    case 'H':
    case 'f': // words under bars: this program writes its own
    case 'a':
    case 'I': return true;
    case 'r': m_reply += state.paperLow ? '\x03' : '\0'; return true;
    case 'V': cut(); return true;
    case 'k': burnBarcode(value, command.substr(value <= 6 ? 2 : 3)); return true;
    case '(':
        if (value == 'k') symbol(command.substr(4));
        return value == 'k';
    case 'v': raster(command.substr(1)); return true;
    default: return false;
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

int VirtualPrinter::used() const
{
    int units = 0;
    for (const auto& cell : m_line) units += unitsOf(cell.style);
    return units;
}

void VirtualPrinter::put(char32_t character)
{
    if (used() + unitsOf(m_style) > m_profile.columns * kUnits) {
        error(fmt::format("a line is longer than the paper's {} columns", m_profile.columns));
        endLine();
    }
    m_line.push_back({character, m_style});
}

void VirtualPrinter::event(const std::string& what)
{
    m_transcript += '[' + what + "]\n";
}

void VirtualPrinter::error(const std::string& what)
{
    m_errors.push_back(what);
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
