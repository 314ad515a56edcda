#pragma once

#include "base/event.h"
#include "services/shop.h"
#include "ui/kit/format.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace till {

class StatusStrip;
class TaskState;

/// Keeps the strip at the foot true: whose till, open or not, backup, journal, the check of the file, the
/// clock.
class ShopStatus : public QObject {
    Q_OBJECT

public:
    ShopStatus(Shop& shop, const Formats& formats, StatusStrip& strip, QObject* parent = nullptr);
    ~ShopStatus() override;

    /// Looks at the last backup and checks every promise of the file, on a thread and a connection of its
    /// own.
    void checkInBackground();

private:
    void showShift();
    void showCards();
    void showClock();
    void showBackup(std::optional<Timestamp> last);
    void readBackup();
    void verify();

    Shop& m_shop;
    Formats m_formats;
    Formats m_clockFormats; ///< names of days as the desktop has them, beside the words of the window
    StatusStrip& m_strip;
    QTimer m_clock;
    QTimer m_progress;
    std::shared_ptr<TaskState> m_check;
    Subscription m_shiftChanged;
    Subscription m_cardsChanged;
};

} // namespace till
