#pragma once

#include "ui/sell/return_rows.h"

#include <QKeySequence>
#include <QWidget>

namespace till {

class KeyButton;
class PlainLabel;
class ReturnLinesView;

/// A receipt whose goods come back: what it was, its lines, and the way out. It stands where the tiles are;
/// the focus stays in the item field.
class ReturnPage : public QWidget {
    Q_OBJECT

public:
    explicit ReturnPage(const QString& currencySymbol, QWidget* parent = nullptr);

    void setHead(const ReturnHead& head);
    void setKeys(const QKeySequence& show, const QKeySequence& withoutReceipt);
    ReturnLinesView& lines() const { return *m_lines; }

Q_SIGNALS:
    void showRequested(); ///< the receipt itself
    void withoutReceiptRequested();
    void leaveRequested();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* buildHead();
    QWidget* buildList(const QString& currencySymbol);
    QWidget* buildFoot();
    void adapt();
    PlainLabel* m_number;
    PlainLabel* m_sold;
    PlainLabel* m_paid;
    PlainLabel* m_until;
    KeyButton* m_show;
    ReturnLinesView* m_lines;
    QWidget* m_exchangeIcon = nullptr;
    KeyButton* m_withoutReceipt;
    KeyButton* m_leave;
};

} // namespace till
