#include "devices/serial_scanner.h"

#include "devices/serial_line.h"

#include <poll.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <utility>

namespace till {
namespace {

constexpr std::chrono::milliseconds kGlance{200}; // how long closing the program may wait for us
constexpr char kGroupSeparator = 0x1D;

bool isEnd(char c)
{
    return c == '\r' || c == '\n' || c == '\t';
}

} // namespace

std::vector<std::string> ScanFrames::feed(std::string_view bytes)
{
    std::vector<std::string> codes;
    for (const char c : bytes) {
        if (isEnd(c)) {
            if (auto code = rest(); !code.empty()) codes.push_back(std::move(code));
            continue;
        }
        const bool isControl = static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
        if (isControl && c != kGroupSeparator) continue;
        if (m_code.size() >= kLongest) m_tooLong = true;
        if (!m_tooLong) m_code += c;
    }
    return codes;
}

std::string ScanFrames::rest()
{
    auto code = std::exchange(m_code, {});
    return std::exchange(m_tooLong, false) ? std::string{} : code;
}

SerialScanner::SerialScanner(std::string file, int baud, Heard heard)
    : m_file{std::move(file)}
    , m_baud{baud}
    , m_heard{std::move(heard)}
    , m_thread{[this] { run(); }}
{
}

SerialScanner::~SerialScanner()
{
    m_stop = true;
    m_thread.join();
}

void SerialScanner::run()
{
    while (!m_stop) {
        listen(m_baud);
        if (!waitToLookAgain()) return;
    }
}

bool SerialScanner::waitToLookAgain() const
{
    for (auto waited = std::chrono::milliseconds{0}; waited < kLookAgain && !m_stop; waited += kGlance)
        std::this_thread::sleep_for(kGlance);
    return !m_stop;
}

void SerialScanner::listen(int baud)
{
    std::string why;
    const auto line = openSerial(m_file, baud, why);
    if (!line.isOpen()) {
        if (std::exchange(m_lastWhy, why) != why) m_heard.line(false, why);
        return;
    }
    m_lastWhy.clear();
    m_heard.line(true, {});
    ScanFrames frames;
    std::array<char, 512> bytes{};
    while (!m_stop) {
        pollfd look{line.get(), POLLIN, 0};
        const auto patience = frames.isOpen() ? kRest : kGlance;
        const int ready = ::poll(&look, 1, static_cast<int>(patience.count()));
        if (ready < 0 && errno == EINTR) continue;
        if (ready == 0) {
            if (auto code = frames.rest(); !code.empty()) m_heard.code(code);
            continue;
        }
        const auto count = ready > 0 ? ::read(line.get(), bytes.data(), bytes.size()) : -1;
        if (count < 0 && (errno == EAGAIN || errno == EINTR)) continue;
        if (count <= 0) break; // pulled out
        for (const auto& code : frames.feed({bytes.data(), static_cast<std::size_t>(count)}))
            m_heard.code(code);
    }
    if (m_stop) return;
    m_lastWhy = systemWords(ENODEV);
    m_heard.line(false, m_lastWhy);
}

} // namespace till
