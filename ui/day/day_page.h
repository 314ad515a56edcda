#pragma once

#include "services/shop.h"
#include "ui/kit/format.h"

#include <QWidget>

namespace till {

/// The till's day: open or closed, its figures so far, counting and closing the drawer, a backup.
class DayPage : public QWidget {
    Q_OBJECT

public:
    DayPage(Shop& shop, const Formats& formats, QWidget* parent = nullptr);

    void refresh(); ///< reads the figures again: call it when the page is shown
    void takeFocus();
};

} // namespace till
