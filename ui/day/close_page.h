#pragma once

#include "services/shift_service.h"
#include "services/shop.h"
#include "ui/kit/format.h"

#include <QWidget>

class QLineEdit;
class QStackedWidget;

namespace till {

class ChipRow;
class CountGrid;
class KeyButton;
class NoteBar;
class PageHead;
class PlainLabel;

/// Counting the drawer, by its notes and coins or as one sum. What should be in it is not even read before
/// the count is committed.
class ClosePage : public QWidget {
    Q_OBJECT

public:
    ClosePage(Shop& shop, const Formats& formats, QWidget* parent = nullptr);

    void start(const QString& sentence); ///< empty, with a sentence beside the title
    void takeFocus();
    void refuseScan(const QString& code); ///< says that the count comes first

Q_SIGNALS:
    void left();
    void closed(const till::ClosedShift& shift);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* makeCount();
    QWidget* makeAfter();
    QWidget* makeFooter();
    void showWay();
    void showTotal();
    Result<Money> counted() const;
    void commit();
    void refuse(const Error& error);

    Shop& m_shop;
    Formats m_formats;
    PageHead* m_head;
    NoteBar* m_note;
    ChipRow* m_way;
    QStackedWidget* m_ways;
    CountGrid* m_grid;
    QLineEdit* m_sum;
    QLineEdit* m_leave;
    QLineEdit* m_remark;
    PlainLabel* m_totalHead;
    PlainLabel* m_total;
};

} // namespace till
