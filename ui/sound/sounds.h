#pragma once

#include "ui/sound/tones.h"

#include <QObject>
#include <QString>

#include <map>
#include <memory>

class QProcess;
class QTemporaryDir;

namespace till {

/// Plays the till's sounds with what the desktop has (pw-play, paplay or aplay). Without any of them, without
/// a loudspeaker or switched off it is silent, and nothing waits for it. One per process.
class Sounds : public QObject {
    Q_OBJECT

public:
    static Sounds& instance();
    ~Sounds() override;

    void set(bool on, int volumePercent); ///< off until this is called
    void play(Sound sound);               ///< when what is on its way to the screen is there
    bool canPlay() const;                 ///< there is a program for it

Q_SIGNALS:
    void played(till::Sound sound); ///< meant to be heard, whether or not there is a loudspeaker

private:
    Sounds();
    void start(Sound sound);
    QString fileOf(Sound sound);

    bool m_on = false;
    int m_volume = 60;
    QString m_player;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::map<Sound, QString> m_files;
    std::map<Sound, QProcess*> m_playing;
};

} // namespace till
