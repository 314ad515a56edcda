#pragma once

#include "ui/sound/sounds.h"

#include <QList>
#include <QObject>

namespace till::test {

/// What a cashier hears while this stands.
class HeardSounds {
public:
    HeardSounds()
    {
        Sounds::instance().set(true, 60);
        QObject::connect(
            &Sounds::instance(), &Sounds::played, &m_ear, [this](Sound sound) { m_heard << sound; });
    }
    ~HeardSounds() { Sounds::instance().set(false, 60); }
    HeardSounds(const HeardSounds&) = delete;
    HeardSounds& operator=(const HeardSounds&) = delete;

    int count(Sound sound) const { return static_cast<int>(m_heard.count(sound)); }
    void clear() { m_heard.clear(); }

private:
    QObject m_ear;
    QList<Sound> m_heard;
};

} // namespace till::test
