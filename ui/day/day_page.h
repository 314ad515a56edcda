#pragma once

#include "base/event.h"
#include "services/shop.h"
#include "ui/kit/format.h"

#include <QWidget>

class QStackedWidget;

namespace till {

class ClosedPage;
class ClosePage;
class KeyButton;
class NoteBar;
class PageHead;
class SalesCard;
class ShopBackup;
class XCard;

/// The till's day: open or closed, its figures so far, counting and closing the drawer, a backup.
class DayPage : public QWidget {
    Q_OBJECT

public:
    DayPage(Shop& shop, const Formats& formats, QWidget* parent = nullptr);
    ~DayPage() override;

    void refresh(); ///< reads the figures again; it does so by itself when it is shown
    void takeFocus();
    void startClosing(); ///< to the count, when the till is open
    /// True while the drawer is counted: then it only says why it does not take the scan. Else it has no use
    /// for one.
    bool takeScan(const QString& code);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    QWidget* makeOverview();
    void showShift();
    void showOverview();
    void openOrClose();
    void openTill(Money openingFloat);

    Shop& m_shop;
    Formats m_formats;
    QStackedWidget* m_stack;
    PageHead* m_head;
    NoteBar* m_note;
    KeyButton* m_main; ///< opens or closes the till
    ShopBackup* m_backup = nullptr;
    XCard* m_figures;
    SalesCard* m_sales;
    ClosePage* m_close;
    ClosedPage* m_closed;
    Subscription m_shiftChanged;
};

} // namespace till
