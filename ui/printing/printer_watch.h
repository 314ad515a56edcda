#pragma once

#include "base/event.h"
#include "services/shop.h"

#include <QObject>
#include <QTimer>

namespace till {

class StatusStrip;

/// Keeps the shop's printing going while the window is open, and the strip at its foot true. What the
/// printer's thread has to say is dealt with here, on the window's thread.
class PrinterWatch : public QObject {
    Q_OBJECT

public:
    PrinterWatch(Shop& shop, StatusStrip& strip, QObject* parent);
    ~PrinterWatch() override;

private:
    void show();

    Shop& m_shop;
    StatusStrip& m_strip;
    QTimer m_again;
    Subscription m_changed;
};

} // namespace till
