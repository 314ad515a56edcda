#pragma once

#include <QTableView>

#include <vector>

namespace till {

/// The table of the back office: rows of one height, one marked row, no grid, columns that share the width
/// there is. Enter and a double click say activated(). Give it its model before its columns.
class ListTable : public QTableView {
    Q_OBJECT

public:
    explicit ListTable(QWidget* parent = nullptr);

    struct Column {
        int width = 0;     ///< at 100 %; 0: takes what is left
        int hideBelow = 0; ///< hidden while the table is narrower than this, at 100 %
    };
    void setColumns(std::vector<Column> columns);
    void setRowHeights(int standard, int touch);
    void markRow(int row);   ///< scrolls there; beyond the ends it stays at the end
    void moveMark(int rows); ///< up when negative
    int markedRow() const;   ///< -1 for none

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void adaptColumns();
    std::vector<Column> m_columns;
    int m_rowStandard = 36;
    int m_rowTouch = 52;
};

} // namespace till
