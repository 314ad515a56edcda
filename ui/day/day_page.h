#pragma once

#include "base/event.h"
#include "services/report_service.h"
#include "services/shop.h"
#include "ui/kit/format.h"

#include <QWidget>

class QStackedWidget;

namespace till {

class BackupTask;
class ChipRow;
class ClosedPage;
class ClosePage;
class FigureList;
class KeyButton;
class NoteBar;
class PageHead;
class PlainLabel;
class SalesBars;

/// The till's day: open or closed, its figures so far, counting and closing the drawer, a backup.
class DayPage : public QWidget {
    Q_OBJECT

public:
    DayPage(Shop& shop, const Formats& formats, QWidget* parent = nullptr);
    ~DayPage() override;

    void refresh(); ///< reads the figures again; it does so by itself when it is shown
    void takeFocus();
    void startClosing(); ///< to the count, when the till is open

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    QWidget* makeOverview();
    QWidget* makeFigures();
    QWidget* makeSales();
    void showShift();
    void showFigures();
    void showSales();
    void showOverview();
    void openOrClose();
    void openTill(Money openingFloat);
    void chooseBackup();
    void startBackup(const QString& target);
    void backupDone(const Result<>& result);

    Shop& m_shop;
    Formats m_formats;
    QStackedWidget* m_stack;
    PageHead* m_head;
    NoteBar* m_note;
    KeyButton* m_main; ///< opens or closes the till
    KeyButton* m_backup;
    PlainLabel* m_noFigures;
    FigureList* m_figures;
    ChipRow* m_period;
    ChipRow* m_by;
    SalesBars* m_bars;
    PlainLabel* m_sum;
    ClosePage* m_close;
    ClosedPage* m_closed;
    BackupTask* m_task = nullptr;
    Subscription m_shiftChanged;
};

} // namespace till
