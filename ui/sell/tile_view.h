#pragma once

#include <QAbstractItemView>

namespace till {

class TileModel;

/// The tiles of one page, in columns that fill the width: 5 x 5 at 1366 x 768, 3 x 5 at 1024. Whole pages
/// instead of a scroll bar, so that a tile is always in the same place for the hand.
class TileView : public QAbstractItemView {
    Q_OBJECT

public:
    explicit TileView(TileModel& model, QWidget* parent = nullptr);

    int columns() const { return m_columns; }
    int rowsPerPage() const { return m_rows; }
    int columnsFor(int width) const;
    int rowsFor(int height) const; ///< how many rows of tiles such a height takes
    int page() const { return m_page; }
    int pageCount() const;
    void setPage(int page);
    int firstRow() const { return m_page * m_columns * m_rows; }

    QRect visualRect(const QModelIndex& index) const override;
    void scrollTo(const QModelIndex& index, ScrollHint hint = EnsureVisible) override;
    QModelIndex indexAt(const QPoint& point) const override;

Q_SIGNALS:
    void chosen(qint64 productId);
    void pagesChanged();

protected:
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    int horizontalOffset() const override { return 0; }
    int verticalOffset() const override { return 0; }
    bool isIndexHidden(const QModelIndex& index) const override;
    void setSelection(const QRect&, QItemSelectionModel::SelectionFlags) override {}
    QRegion visualRegionForSelection(const QItemSelection& selection) const override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override { mousePressEvent(event); }
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    TileModel& tiles() const { return m_tiles; }

private:
    void arrange();
    void choose(const QModelIndex& index);
    QRect cell(int place) const;
    TileModel& m_tiles;
    QPersistentModelIndex m_pressed;
    QPersistentModelIndex m_hovered;
    int m_columns = 5;
    int m_rows = 5;
    int m_page = 0;
};

} // namespace till
