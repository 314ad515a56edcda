#include "ui/sell/tile_view.h"

#include "ui/kit/theme.h"
#include "ui/sell/tile_delegate.h"
#include "ui/sell/tile_model.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace till {

namespace {
constexpr int kGap = 8;
}

TileView::TileView(TileModel& model, QWidget* parent)
    : QAbstractItemView{parent}
    , m_tiles{model}
{
    setObjectName(QStringLiteral("tiles"));
    setAccessibleName(tr("Products"));
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSelectionMode(QAbstractItemView::NoSelection);
    setFocusPolicy(Qt::TabFocus);
    setItemDelegate(new TileDelegate{this});
    setModel(&model);
    viewport()->setAutoFillBackground(false);
    viewport()->setAttribute(Qt::WA_Hover);
    viewport()->setMouseTracking(true);
    onTheme(this, [this] { arrange(); });
    connect(&model, &QAbstractItemModel::modelReset, this, [this] {
        m_page = 0;
        arrange();
    });
}

void TileView::arrange()
{
    m_columns = columnsFor(viewport()->width());
    m_rows = rowsFor(viewport()->height());
    setPage(m_page);
    Q_EMIT pagesChanged();
}

int TileView::columnsFor(int width) const
{
    const int gap = tokens().px(kGap);
    return std::clamp((width + gap) / (tokens().px(140) + gap), 2, 8);
}

int TileView::rowsFor(int height) const
{
    const int gap = tokens().px(kGap);
    return std::max(1, (height + gap) / (tokens().px(90, 112) + gap));
}

int TileView::pageCount() const
{
    const int perPage = m_columns * m_rows;
    return std::max(1, (m_tiles.rowCount() + perPage - 1) / perPage);
}

void TileView::setPage(int page)
{
    const int clamped = std::clamp(page, 0, pageCount() - 1);
    const bool changed = clamped != m_page;
    m_page = clamped;
    viewport()->update();
    if (changed) Q_EMIT pagesChanged();
}

QRect TileView::cell(int place) const
{
    const int gap = tokens().px(kGap);
    const int column = place % m_columns;
    const int row = place / m_columns;
    // Edges are divided, not widths, so that the last column ends exactly at the edge.
    const auto edge = [gap](int whole, int parts, int n) { return n * (whole + gap) / parts; };
    const int left = edge(viewport()->width(), m_columns, column);
    const int right = edge(viewport()->width(), m_columns, column + 1) - gap;
    const int top = edge(viewport()->height(), m_rows, row);
    const int bottom = edge(viewport()->height(), m_rows, row + 1) - gap;
    return QStyle::visualRect(layoutDirection(), viewport()->rect(), {left, top, right - left, bottom - top});
}

QRect TileView::visualRect(const QModelIndex& index) const
{
    const int place = index.row() - firstRow();
    return !index.isValid() || place < 0 || place >= m_columns * m_rows ? QRect{} : cell(place);
}

QModelIndex TileView::indexAt(const QPoint& point) const
{
    const int end = std::min(firstRow() + m_columns * m_rows, m_tiles.rowCount());
    for (int row = firstRow(); row < end; ++row)
        if (cell(row - firstRow()).contains(point)) return m_tiles.index(row);
    return {};
}

void TileView::scrollTo(const QModelIndex& index, ScrollHint)
{
    if (index.isValid()) setPage(index.row() / (m_columns * m_rows));
}

bool TileView::isIndexHidden(const QModelIndex& index) const
{
    return visualRect(index).isNull();
}

QRegion TileView::visualRegionForSelection(const QItemSelection& selection) const
{
    QRegion region;
    const auto indexes = selection.indexes();
    for (const auto& index : indexes) region += visualRect(index);
    return region;
}

QModelIndex TileView::moveCursor(CursorAction action, Qt::KeyboardModifiers)
{
    const int perPage = m_columns * m_rows;
    const int forward = layoutDirection() == Qt::RightToLeft ? -1 : 1;
    int row = currentIndex().isValid() ? currentIndex().row() : firstRow();
    int step = 1;
    switch (currentIndex().isValid() ? action : MoveNext) {
    case MoveLeft: row += step = -forward; break;
    case MoveRight: row += step = forward; break;
    case MoveUp: row += step = -m_columns; break;
    case MoveDown: row += step = m_columns; break;
    case MovePageUp: row += step = -perPage; break;
    case MovePageDown: row += step = perPage; break;
    case MoveHome: row = 0; break;
    case MoveEnd: row = m_tiles.rowCount() - 1, step = -1; break;
    case MoveNext:
    case MovePrevious: break;
    }
    // Over free places, to the next tile that way.
    for (; row >= 0 && row < m_tiles.rowCount(); row += step)
        if (m_tiles.at(row).productId != 0) return m_tiles.index(row);
    return currentIndex();
}

void TileView::choose(const QModelIndex& index)
{
    if (index.isValid() && index.flags().testFlag(Qt::ItemIsEnabled))
        Q_EMIT chosen(m_tiles.at(index.row()).productId);
}

void TileView::paintEvent(QPaintEvent*)
{
    QPainter painter{viewport()};
    painter.setLayoutDirection(layoutDirection());
    QStyleOptionViewItem option;
    option.initFrom(this);
    const int end = std::min(firstRow() + m_columns * m_rows, m_tiles.rowCount());
    for (int row = firstRow(); row < end; ++row) {
        const QModelIndex index = m_tiles.index(row);
        if (m_tiles.at(row).productId == 0) continue;
        option.rect = visualRect(index);
        option.state = QStyle::State_Enabled;
        option.state.setFlag(QStyle::State_Sunken, m_pressed == index);
        option.state.setFlag(QStyle::State_MouseOver, m_hovered == index);
        option.state.setFlag(QStyle::State_HasFocus, hasFocus() && currentIndex() == index);
        itemDelegate()->paint(&painter, option, index);
    }
}

void TileView::resizeEvent(QResizeEvent* event)
{
    QAbstractItemView::resizeEvent(event);
    arrange();
}

void TileView::keyPressEvent(QKeyEvent* event)
{
    const int key = event->key();
    if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Space)
        choose(currentIndex());
    else
        QAbstractItemView::keyPressEvent(event);
}

void TileView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton) return;
    m_pressed = indexAt(event->position().toPoint());
    viewport()->update();
}

void TileView::mouseReleaseEvent(QMouseEvent* event)
{
    const QModelIndex released = indexAt(event->position().toPoint());
    const bool same = m_pressed.isValid() && released == m_pressed;
    m_pressed = QPersistentModelIndex{};
    viewport()->update();
    if (same) choose(released);
}

void TileView::mouseMoveEvent(QMouseEvent* event)
{
    const QModelIndex under = indexAt(event->position().toPoint());
    if (m_hovered == under) return;
    m_hovered = under;
    viewport()->update();
}

void TileView::wheelEvent(QWheelEvent* event)
{
    if (event->angleDelta().y() != 0) setPage(m_page + (event->angleDelta().y() < 0 ? 1 : -1));
    event->accept();
}

bool TileView::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::Leave) {
        m_hovered = QPersistentModelIndex{};
        viewport()->update();
    }
    return QAbstractItemView::viewportEvent(event);
}

} // namespace till
