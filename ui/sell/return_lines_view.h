#pragma once

#include "ui/sell/return_columns.h"

#include <QListView>
#include <QPersistentModelIndex>

#include <map>

namespace till {

class KeyButton;
class ReturnLinesDelegate;
class ReturnLinesModel;
class Segments;

/// The lines of a receipt whose goods come back. One that can come back is marked: the keys mean it. A touch
/// on a row takes it back, or not after all; goods that come back carry real buttons for how many and in what
/// condition. The focus stays in the item field.
class ReturnLinesView : public QListView {
    Q_OBJECT

public:
    explicit ReturnLinesView(QWidget* parent = nullptr);

    ReturnLinesModel& lines() const { return *m_model; }
    void setRows(std::vector<ReturnRow> rows); ///< of another receipt; the first that can come back is marked
    void updateRows(std::vector<ReturnRow> rows); ///< of the same one; the mark stays
    void moveMark(int rows);                      ///< lines that stay sold are passed over
    void markLine(int line);
    int markedLine() const; ///< 0: none
    const ReturnColumns& columns() const { return m_columns; }

Q_SIGNALS:
    void columnsChanged();
    void toggled(int line);
    void stepped(int line, int by); ///< -1 one less, 1 one more
    void conditionChosen(int line, till::ReturnCondition condition);

protected:
    void doItemsLayout() override;
    void updateGeometries() override;
    void scrollContentsBy(int dx, int dy) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override { mousePressEvent(event); }

private:
    struct Controls {
        KeyButton* less;
        KeyButton* more;
        Segments* condition;
    };
    Controls makeControls(int line);
    void followRows(); ///< buttons for what is ticked, none for the others
    void adaptColumns();
    void placeControls();
    void markRow(int row);
    ReturnLinesModel* m_model;
    ReturnLinesDelegate* m_delegate;
    ReturnColumns m_columns;
    std::map<int, Controls> m_controls; ///< by line of the receipt
    QPersistentModelIndex m_marked;
    QPersistentModelIndex m_pressed;
};

} // namespace till
