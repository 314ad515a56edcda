#pragma once

#include "base/clock.h"
#include "services/cart_service.h"
#include "ui/kit/format.h"

#include <QWidget>

#include <vector>

class QVBoxLayout;

namespace till {

class KeyButton;

/// The sales that wait: one touch, or a figure and Enter, takes one up again.
class HeldPage : public QWidget {
    Q_OBJECT

public:
    HeldPage(const std::vector<HeldCart>& waiting, const Formats& formats, const ShopCalendar& calendar,
        QWidget* parent = nullptr);
    void takeFocus();

Q_SIGNALS:
    void taken(qint64 cartId);
    void left();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    std::vector<HeldCart> m_waiting;
    std::vector<KeyButton*> m_buttons;
};

} // namespace till
