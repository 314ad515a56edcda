#include "devices/pole_display.h"

#include "base/text.h"
#include "devices/serial_line.h"
#include "devices/serial_place.h"

#include <algorithm>
#include <array>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

namespace till {

using namespace std::chrono_literals;

namespace {

constexpr std::array<std::pair<PoleProtocol, std::string_view>, 2> kNames{
    {{PoleProtocol::Cd5220, "cd5220"}, {PoleProtocol::Epson, "epson"}}};
constexpr int kUsualBaud = 9'600;
constexpr auto kToTake = 1'000ms;

/// One character of UTF-8 from the front of `text`, as a pole shows it.
std::string plainLetter(std::string_view letter)
{
    if (letter.size() == 1) {
        const char c = letter.front();
        return c >= ' ' && c <= '~' ? std::string{c} : "?";
    }
    if (letter == "\u20ac") return "EUR";
    if (letter == "\u2212" || letter == "\u2013") return "-";
    if (letter == "\u00a0" || letter == "\u202f") return " ";
    auto folded = foldForSearch(letter);
    const bool plain =
        !folded.empty() && std::ranges::all_of(folded, [](char c) { return c > ' ' && c <= '~'; });
    return plain ? folded : "?";
}

std::string plain(std::string_view text)
{
    std::string shown;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t length = 1;
        while (at + length < text.size() && (static_cast<unsigned char>(text[at + length]) & 0xC0U) == 0x80U)
            ++length;
        shown += plainLetter(text.substr(at, length));
        at += length;
    }
    return shown;
}

std::string fullLine(std::string_view text)
{
    auto line = plain(text).substr(0, kPoleColumns);
    line.resize(kPoleColumns, ' ');
    return line;
}

} // namespace

Result<PoleAddress> PoleAddress::read(std::string_view text)
{
    const Error invalid{ErrorCode::SettingInvalid, std::string{text}};
    const auto colon = text.find(':');
    const auto named =
        std::ranges::find_if(kNames, [&](const auto& one) { return one.second == text.substr(0, colon); });
    if (colon == std::string_view::npos || named == kNames.end()) return invalid;
    const auto place = readSerialPlace(text.substr(colon + 1), kUsualBaud);
    if (!place) return invalid;
    return PoleAddress{named->first, place->file, place->baud};
}

std::string PoleAddress::toText() const
{
    const auto named = std::ranges::find_if(kNames, [&](const auto& one) { return one.first == protocol; });
    return std::string{named->second} + ':' + file + ':' + std::to_string(baud);
}

std::string poleLine(std::string_view words, std::string_view amount)
{
    const auto sum = plain(amount);
    auto line = plain(words);
    const auto room = sum.size() + 1 >= kPoleColumns ? 0 : kPoleColumns - sum.size() - 1;
    line.resize(std::min(line.size(), room));
    if (line.size() + sum.size() < kPoleColumns) line.append(kPoleColumns - line.size() - sum.size(), ' ');
    return line + sum;
}

// CD5220 command set: ESC Q A / B, up to 20 characters, CR. Epson DM-D: CLR, then US $ column row.
std::string poleBytes(PoleProtocol protocol, std::string_view upper, std::string_view lower)
{
    using namespace std::string_literals;
    if (protocol == PoleProtocol::Cd5220)
        return "\x1bQA"s + fullLine(upper) + "\r\x1bQB"s + fullLine(lower) + "\r";
    return "\x0c"s + "\x1f$\x01\x01"s + fullLine(upper) + "\x1f$\x01\x02"s + fullLine(lower);
}

struct PoleDisplay::Worker {
    explicit Worker(PoleAddress where)
        : address{std::move(where)}
        , thread{[this] { run(); }}
    {
    }
    ~Worker()
    {
        {
            const std::lock_guard lock{guard};
            isOver = true;
        }
        wake.notify_all();
        thread.join();
    }

    void run()
    {
        Descriptor line;
        std::unique_lock lock{guard};
        while (true) {
            wake.wait(lock, [this] { return next || isOver; });
            if (isOver) return;
            const auto bytes = *std::exchange(next, std::nullopt);
            isWriting = true;
            lock.unlock();
            auto why = write(line, bytes);
            lock.lock();
            trouble = std::move(why);
            isWriting = false;
            settled.notify_all();
        }
    }

    /// What went wrong; empty: nothing.
    std::string write(Descriptor& line, const std::string& bytes) const
    {
        std::string why;
        if (!line.isOpen()) line = openSerial(address.file, address.baud, why, SerialFrame::EightNoneNoRts);
        if (!line.isOpen()) return why;
        if (line.write(bytes, kToTake) == bytes.size()) return {};
        line = {};
        return address.file;
    }

    PoleAddress address;
    std::mutex guard;
    std::condition_variable wake;
    std::condition_variable settled;
    std::optional<std::string> next; ///< only the newest text matters
    std::string trouble;
    bool isWriting = false;
    bool isOver = false;
    std::thread thread; // last: it uses all the others
};

PoleDisplay::PoleDisplay(PoleAddress address)
    : m_worker{std::make_unique<Worker>(std::move(address))}
{
}

PoleDisplay::~PoleDisplay() = default;

void PoleDisplay::show(std::string_view upper, std::string_view lower)
{
    {
        const std::lock_guard lock{m_worker->guard};
        m_worker->next = poleBytes(m_worker->address.protocol, upper, lower);
    }
    m_worker->wake.notify_all();
}

Result<> PoleDisplay::settle()
{
    std::unique_lock lock{m_worker->guard};
    m_worker->settled.wait(lock, [this] { return !m_worker->next && !m_worker->isWriting; });
    if (!m_worker->trouble.empty()) return Error{ErrorCode::DisplayNotReached, m_worker->trouble};
    return {};
}

} // namespace till
