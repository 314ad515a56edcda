#pragma once

#include <QByteArray>

namespace till {

/// What the till says without words.
enum class Sound { Added, Unknown, Blocked, SaleDone };

/// The sound as a WAV file of 22,050 samples a second, one channel, 16 bits: made here, of sines that begin
/// and end softly. `volumePercent` 0 to 100.
QByteArray toneOf(Sound sound, int volumePercent);

} // namespace till
