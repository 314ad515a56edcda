#include "devices/scale_talk.h"

#include "base/decimal.h"
#include "base/rounding.h"

#include <algorithm>

namespace till {
namespace {

using State = ScaleReading::State;

constexpr char kStx = '\x02';
constexpr char kEtx = '\x03';
constexpr char kEot = '\x04';
constexpr char kEnq = '\x05';
constexpr char kAck = '\x06';
constexpr char kDc1 = '\x11';
constexpr char kSoh = '\x01';

std::string trimmed(std::string_view text)
{
    std::string kept;
    std::ranges::copy_if(text, std::back_inserter(kept), [](char c) { return c != ' '; });
    return kept;
}

/// Kilograms from a number and its unit; none when either is not understood. Pounds by the exact 0.45359237.
std::optional<Quantity> kilograms(std::string_view number, std::string_view unit)
{
    constexpr int kDigits = 9; // of the number, more than any scale has
    const auto scaled = parseScaled(trimmed(number), kDigits - 3);
    if (!scaled) return std::nullopt;
    const auto thousandths = [&](std::int64_t numerator, std::int64_t denominator) {
        return Quantity::fromThousandths(multiplyAndRound(*scaled, numerator, denominator));
    };
    if (unit.empty() || unit == "kg" || unit == "KG") return thousandths(1, 1'000);
    if (unit == "g" || unit == "G") return thousandths(1, 1'000'000);
    if (unit == "lb" || unit == "LB") return thousandths(45'359'237, 100'000'000'000);
    return std::nullopt;
}

std::optional<ScaleReading> resting(std::optional<Quantity> weight)
{
    if (!weight) return std::nullopt;
    if (weight->isZero()) return ScaleReading{State::Empty, {}};
    if (weight->isNegative()) return ScaleReading{State::BelowZero, {}};
    return ScaleReading{State::Stable, *weight};
}

// Mettler Toledo 8217 service manual: STX, weight, "N" after a tare, CR; or STX "?" status CR.
std::optional<ScaleReading> readToledo(std::string_view bytes)
{
    const auto start = bytes.rfind(kStx);
    if (start == std::string_view::npos) return std::nullopt;
    const auto end = bytes.find('\r', start);
    if (end == std::string_view::npos) return std::nullopt;
    auto text = bytes.substr(start + 1, end - start - 1);
    if (!text.empty() && text.front() == '?') {
        if (text.size() < 2) return std::nullopt;
        const auto status = static_cast<unsigned char>(text[1]);
        if (status & 0x02U) return ScaleReading{State::Overloaded, {}};
        if (status & 0x04U) return ScaleReading{State::BelowZero, {}};
        if (status & 0x01U) return ScaleReading{State::Moving, {}};
        return ScaleReading{State::Empty, {}}; // at rest, and no weight to tell: centre of zero
    }
    if (!text.empty() && text.back() == 'N') text.remove_suffix(1);
    return resting(kilograms(text, "kg"));
}

// MT-SICS reference, level 0: "S S     100.00 g", "S D ...", "S +", "S -", "S I".
std::optional<ScaleReading> readSics(std::string_view bytes)
{
    const auto end = bytes.find("\r\n");
    if (end == std::string_view::npos || end < 3) return std::nullopt;
    const auto line = bytes.substr(0, end);
    if (line.substr(0, 2) != "S ") return std::nullopt;
    const auto rest = line.substr(std::min<std::size_t>(line.size(), 4));
    switch (line[2]) {
    case 'D':
    case 'I': return ScaleReading{State::Moving, {}}; // I: busy, it cannot say now
    case '+': return ScaleReading{State::Overloaded, {}};
    case '-': return ScaleReading{State::BelowZero, {}};
    case 'S': break;
    default: return std::nullopt;
    }
    const auto space = rest.rfind(' ');
    if (space == std::string_view::npos) return std::nullopt;
    return resting(kilograms(rest.substr(0, space), rest.substr(space + 1)));
}

std::string replyToCas(std::string_view received)
{
    return received == std::string_view{&kAck, 1} ? std::string{kDc1} : std::string{};
}

// CAS PD-II: SOH STX, "S" or "U", sign, six characters of weight, two of unit, check byte (all of these
// XORed), ETX EOT.
std::optional<ScaleReading> readCas(std::string_view bytes)
{
    constexpr std::size_t kLength = 15;
    const auto start = bytes.find(kSoh);
    if (start == std::string_view::npos || bytes.size() < start + kLength) return std::nullopt;
    const auto frame = bytes.substr(start, kLength);
    if (frame[1] != kStx || frame[13] != kEtx || frame[14] != kEot) return std::nullopt;
    char check = 0;
    for (const char c : frame.substr(2, 10)) check = static_cast<char>(check ^ c);
    if (check != frame[12]) return std::nullopt; // a byte was lost on the way: ask again
    const char status = frame[2];
    const char sign = frame[3];
    if (sign == 'F' || status == 'F') return ScaleReading{State::Overloaded, {}};
    if (status != 'S') return ScaleReading{State::Moving, {}};
    const auto weight = kilograms(frame.substr(4, 6), trimmed(frame.substr(10, 2)));
    if (sign == '-') return ScaleReading{weight && weight->isZero() ? State::Empty : State::BelowZero, {}};
    return resting(weight);
}

// Adam Equipment: "  0.452kg" CR LF; newer ones put "ST,GS,", or "US," while it moves, in front.
std::optional<ScaleReading> readAdam(std::string_view bytes)
{
    const auto end = bytes.find('\r');
    if (end == std::string_view::npos) return std::nullopt;
    auto line = trimmed(bytes.substr(0, end));
    std::erase(line, '\n');
    if (line.starts_with("US")) return ScaleReading{State::Moving, {}};
    if (line.find("OL") != std::string::npos) return ScaleReading{State::Overloaded, {}};
    const auto comma = line.find_last_of(",:");
    auto figure = std::string_view{line}.substr(comma == std::string::npos ? 0 : comma + 1);
    if (figure.starts_with('+')) figure.remove_prefix(1);
    const auto unit = figure.find_first_not_of("-.0123456789");
    if (unit == std::string_view::npos) return std::nullopt;
    return resting(kilograms(figure.substr(0, unit), figure.substr(unit)));
}

} // namespace

const ScaleTalk& scaleTalk(ScaleProtocol protocol)
{
    static const ScaleTalk toledo{SerialFrame::SevenEven, "W", nullptr, readToledo};
    static const ScaleTalk sics{SerialFrame::EightNoneNoRts, "SI\r\n", nullptr, readSics};
    static const ScaleTalk cas{SerialFrame::EightNoneNoRts, std::string{kEnq}, replyToCas, readCas};
    static const ScaleTalk adam{SerialFrame::EightNoneNoRts, "P\r\n", nullptr, readAdam, true, true};
    switch (protocol) {
    case ScaleProtocol::Toledo8217: return toledo;
    case ScaleProtocol::MtSics: return sics;
    case ScaleProtocol::Cas: return cas;
    case ScaleProtocol::Adam: break;
    }
    return adam;
}

} // namespace till
