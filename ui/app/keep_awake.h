#pragma once

#include <QObject>

namespace till {

/// Asks the desktop not to darken or lock the screen while the till is open (org.freedesktop.ScreenSaver).
/// Where there is no such desktop nothing happens, and nothing waits.
class KeepAwake : public QObject {
    Q_OBJECT

public:
    explicit KeepAwake(QObject* parent = nullptr);
    ~KeepAwake() override; ///< the desktop may sleep again

    void set(bool awake);
    bool isWanted() const { return m_wanted; }

private:
    void ask();
    void release();
    bool m_wanted = false;
    quint32 m_cookie = 0;
};

} // namespace till
