#include "devices/stream_line.h"

#include <poll.h>
#include <sys/ioctl.h>

#include <cerrno>

namespace till {
namespace {

using std::chrono::milliseconds;

constexpr std::chrono::seconds kSilence{30};
constexpr int kBetweenLooks = 5; // ms

} // namespace

PrinterLook StreamLine::look()
{
    std::string why;
    auto line = open(why);
    line.heed(givenUp());
    if (!line.isOpen()) return {false, {}, why};
    if (Clock::now() < m_silentUntil) return {true, {}, {}};
    line.discardInput();
    const auto one = ask(line, 1);
    if (!one) {
        // One that used to answer hangs: what it was given now would be lost in it.
        if (m_answers) return {false, {}, systemWords(ETIMEDOUT)};
        m_silentUntil = Clock::now() + kSilence;
        return {true, {}, {}};
    }
    m_answers = true;
    const auto two = ask(line, 2);
    const auto four = ask(line, 4);
    if (!two || !four) return {true, {}, {}};
    return {true, healthOf(*one, *two, *four), {}};
}

SendResult StreamLine::send(std::string_view bytes)
{
    std::string why;
    auto line = open(why);
    line.heed(givenUp());
    if (!line.isOpen()) return {Sent::Nothing, why};
    const auto gone = line.write(bytes, kToMove);
    if (gone < bytes.size()) {
        why = systemWords(errno);
        return {gone == 0 ? Sent::Nothing : Sent::Part, why};
    }
    if (m_answers) {
        line.discardInput(); // what it said of itself meanwhile
        if (ask(line, 1, kToMove)) {
            seeOff(line, why);
            return {Sent::All, {}};
        }
        return {Sent::Part, systemWords(errno)};
    }
    return seeOff(line, why) ? SendResult{Sent::All, {}} : SendResult{Sent::Part, why};
}

bool StreamLine::waitUntilGone(Descriptor& line, std::string& why) const
{
    auto until = Clock::now() + kToMove;
    for (int before = -1;;) {
        int left = 0;
        if (::ioctl(line.get(), TIOCOUTQ, &left) != 0 || left == 0) return true; // it has no queue to look at
        if (left != before) until = Clock::now() + kToMove;
        before = left;
        if (Clock::now() >= until || givenUp()) {
            why = systemWords(ETIMEDOUT);
            return false;
        }
        pollfd nothingButItsEnd{line.get(), 0, 0};
        if (::poll(&nothingButItsEnd, 1, kBetweenLooks) > 0) {
            why = systemWords(ECONNRESET);
            return false;
        }
    }
}

std::optional<unsigned char> StreamLine::ask(Descriptor& line, char about, milliseconds patience)
{
    const char question[] = {'\x10', '\x04', about};
    if (line.write({question, sizeof question}, kToAnswer) < sizeof question) return std::nullopt;
    errno = 0;
    const auto answer = line.read(1, patience);
    if (answer.empty() && errno == 0) errno = ECONNRESET; // it has hung up
    // Bits 1 and 4 are always on, 0 and 7 always off: all else is not this answer.
    if (answer.empty() || (answer[0] & '\x93') != '\x12') return std::nullopt;
    return static_cast<unsigned char>(answer[0]);
}

} // namespace till
