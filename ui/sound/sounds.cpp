#include "ui/sound/sounds.h"

#include <QCoreApplication>
#include <QFile>
#include <QPointer>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTimer>

namespace till {

using namespace Qt::StringLiterals;

namespace {

QString findPlayer()
{
    for (const auto& name : {u"pw-play"_s, u"paplay"_s, u"aplay"_s})
        if (auto found = QStandardPaths::findExecutable(name); !found.isEmpty()) return found;
    return {};
}

} // namespace

Sounds& Sounds::instance()
{
    static QPointer<Sounds> sounds;
    if (!sounds) {
        sounds = new Sounds;
        sounds->setParent(qApp);
    }
    return *sounds;
}

Sounds::Sounds()
    : m_player{findPlayer()}
{
}

Sounds::~Sounds() = default;

void Sounds::set(bool on, int volumePercent)
{
    if (volumePercent != m_volume) m_files.clear();
    m_on = on;
    m_volume = volumePercent;
}

bool Sounds::canPlay() const
{
    return !m_player.isEmpty();
}

void Sounds::play(Sound sound)
{
    if (!m_on || m_volume == 0) return;
    Q_EMIT played(sound);
    if (canPlay()) QTimer::singleShot(0, this, [this, sound] { start(sound); });
}

void Sounds::start(Sound sound)
{
    auto*& process = m_playing[sound];
    if (process == nullptr) {
        process = new QProcess{this};
        process->setStandardInputFile(QProcess::nullDevice());
        process->setStandardOutputFile(QProcess::nullDevice());
        process->setStandardErrorFile(QProcess::nullDevice());
    }
    // Scans come faster than a slow sound server starts: one that still plays says it for both.
    if (process->state() != QProcess::NotRunning) return;
    const auto file = fileOf(sound);
    if (!file.isEmpty()) process->start(m_player, {file});
}

QString Sounds::fileOf(Sound sound)
{
    auto& name = m_files[sound];
    if (!name.isEmpty()) return name;
    if (!m_folder) m_folder = std::make_unique<QTemporaryDir>();
    QFile file{m_folder->filePath(u"%1-%2.wav"_s.arg(int(sound)).arg(m_volume))};
    const auto wav = toneOf(sound, m_volume);
    if (!file.open(QIODevice::WriteOnly) || file.write(wav) != wav.size()) return {};
    return name = file.fileName();
}

} // namespace till
