#include "ui/sound/tones.h"

#include <QtEndian>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

namespace till {

namespace {

constexpr int kRate = 22'050;

struct Note {
    double hertz; ///< 0: a rest
    int ms;
};

/// Told apart with the back to the till: short and high is good, low and long is not, three up is done.
std::vector<Note> notesOf(Sound sound)
{
    switch (sound) {
    case Sound::Added: return {{1'568, 55}};
    case Sound::Unknown: return {{392, 120}, {0, 40}, {330, 180}};
    case Sound::Blocked: return {{196, 110}, {0, 50}, {196, 110}, {0, 50}, {196, 160}};
    case Sound::SaleDone: return {{784, 70}, {1'047, 70}, {1'319, 140}};
    }
    Q_UNREACHABLE();
}

void append(std::vector<qint16>& samples, const Note& note, double loudness)
{
    const int count = kRate * note.ms / 1'000;
    const int ramp = kRate * 6 / 1'000; // without it each note clicks
    for (int i = 0; i < count; ++i) {
        const double edge = std::min({1.0, double(i) / ramp, double(count - i) / ramp});
        const double turn = 2 * std::numbers::pi * note.hertz * i / kRate;
        // A little of the third harmonic carries through the noise of a shop.
        const double wave = note.hertz == 0 ? 0 : 0.85 * std::sin(turn) + 0.15 * std::sin(3 * turn);
        samples.push_back(static_cast<qint16>(std::lround(32'000 * loudness * edge * wave)));
    }
}

template <typename Number>
void put(QByteArray& bytes, Number number)
{
    const auto little = qToLittleEndian(number);
    bytes.append(reinterpret_cast<const char*>(&little), sizeof little);
}

} // namespace

QByteArray toneOf(Sound sound, int volumePercent)
{
    std::vector<qint16> samples;
    const double share = std::clamp(volumePercent, 0, 100) / 100.0;
    for (const auto& note : notesOf(sound)) append(samples, note, share * share); // as ears count
    const auto size = static_cast<quint32>(samples.size() * 2);
    QByteArray wav{"RIFF"};
    put<quint32>(wav, 36 + size);
    wav += "WAVEfmt ";
    put<quint32>(wav, 16);
    put<quint16>(wav, 1); // PCM
    put<quint16>(wav, 1);
    put<quint32>(wav, kRate);
    put<quint32>(wav, kRate * 2);
    put<quint16>(wav, 2);
    put<quint16>(wav, 16);
    wav += "data";
    put<quint32>(wav, size);
    for (const auto sample : samples) put(wav, sample);
    return wav;
}

} // namespace till
