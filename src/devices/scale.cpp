#include "devices/scale.h"

#include <thread>
#include <utility>

namespace till {

using namespace std::chrono_literals;
using Steady = std::chrono::steady_clock;
using State = ScaleReading::State;

namespace {
constexpr auto kBetweenLooks = 40ms; // no scale has news more often
}

Scale::Scale(ScaleAddress address)
    : m_address{std::move(address)}
{
}

Result<ScaleReading> Scale::look(std::chrono::milliseconds patience)
{
    const auto& talk = scaleTalk(m_address.protocol);
    std::string why;
    if (!m_line.isOpen()) m_line = openSerial(m_address.file, m_address.baud, why, talk.frame);
    if (!m_line.isOpen()) return Error{ErrorCode::ScaleNotReached, why};
    m_line.discardInput();
    auto reading = ask(patience);
    if (!reading) {
        m_line = {};
        return reading;
    }
    if (!talk.neverSaysMoving || reading->state != State::Stable) {
        m_before.reset();
        return reading;
    }
    const bool same = m_before == reading->weight;
    m_before = reading->weight;
    return same ? *reading : ScaleReading{State::Moving, {}};
}

Result<ScaleReading> Scale::ask(std::chrono::milliseconds patience)
{
    const auto& talk = scaleTalk(m_address.protocol);
    const auto end = Steady::now() + patience;
    if (m_line.write(talk.request, patience) != talk.request.size())
        return Error{ErrorCode::ScaleNotReached, m_address.file};
    std::string received;
    std::string said;
    while (Steady::now() < end) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - Steady::now());
        if (!m_line.waitUntilReadable(left)) break;
        const auto more = m_line.readSome(256);
        if (more.empty()) return Error{ErrorCode::ScaleNotReached, m_address.file}; // unplugged
        received += more;
        if (const auto reading = talk.read(received)) return *reading;
        if (talk.reply == nullptr || !said.empty()) continue;
        said = talk.reply(received);
        if (!said.empty() && m_line.write(said, left) != said.size())
            return Error{ErrorCode::ScaleNotReached, m_address.file};
    }
    if (received.empty() && talk.silentWhenEmpty) return ScaleReading{State::Empty, {}};
    return Error{ErrorCode::ScaleNotReached, m_address.file};
}

Result<Quantity> Scale::weigh(std::chrono::milliseconds patience, const std::function<bool()>& isOver)
{
    const auto end = Steady::now() + patience;
    while (true) {
        if (isOver && isOver()) return Error{ErrorCode::Cancelled};
        const auto reading = look();
        if (!reading) return reading.error();
        switch (reading->state) {
        case State::Stable: return reading->weight;
        case State::Empty: return Error{ErrorCode::ScaleEmpty};
        case State::BelowZero: return Error{ErrorCode::ScaleBelowZero};
        case State::Overloaded: return Error{ErrorCode::ScaleOverloaded};
        case State::Moving: break;
        }
        std::this_thread::sleep_for(kBetweenLooks);
        if (Steady::now() >= end) return Error{ErrorCode::ScaleMoving};
    }
}

} // namespace till
