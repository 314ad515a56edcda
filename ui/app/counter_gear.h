#pragma once

#include "base/event.h"
#include "services/shop.h"

#include <QObject>

class QWidget;

namespace till {

class KeepAwake;
class LineScanner;

/// What stands around the till, as the shop has set it: the scanner, the keys, the sounds, the screen.
/// Follows the settings and whether the till is open, for as long as the window is there.
class CounterGear : public QObject {
    Q_OBJECT

public:
    CounterGear(Shop& shop, QWidget& window);
    ~CounterGear() override;

    LineScanner& lineScanner() const { return *m_lineScanner; }

private:
    void follow();
    void followShift();
    Shop& m_shop;
    QWidget& m_window;
    LineScanner* m_lineScanner;
    KeepAwake* m_awake;
    bool m_fullScreen = false;
    Subscription m_settingsChanged;
    Subscription m_shiftChanged;
};

} // namespace till
