#include "ui/kit/list_table.h"

#include "ui/kit/cell_delegate.h"
#include "ui/kit/paint.h"
#include "ui/kit/theme.h"

#include <QHeaderView>
#include <QPainter>

namespace till {

namespace {

// Head cells that stand exactly over the figures below them.
class ListHeader : public QHeaderView {
public:
    explicit ListHeader(QWidget* parent)
        : QHeaderView{Qt::Horizontal, parent}
    {
    }

protected:
    void paintSection(QPainter* painter, const QRect& rect, int section) const override
    {
        const Tokens& t = tokens();
        const bool last = section == count() - 1;
        const QRect words = rect.adjusted(t.px(section == 0 ? 16 : 8), 0, -t.px(last ? 16 : 8), 0);
        const auto aligned = model()->headerData(section, Qt::Horizontal, Qt::TextAlignmentRole);
        painter->save();
        painter->setLayoutDirection(layoutDirection());
        painter->fillRect(QRect{rect.x(), rect.bottom(), rect.width(), 1}, t.colours().hair);
        paintText(*painter, mirrored(*painter, words, rect),
            model()->headerData(section, Qt::Horizontal).toString(), t.font(12, QFont::DemiBold),
            t.colours().text2,
            aligned.isValid() ? aligned.value<Qt::Alignment>()
                              : Qt::Alignment{Qt::AlignLeading | Qt::AlignVCenter});
        painter->restore();
    }
};

} // namespace

ListTable::ListTable(QWidget* parent)
    : QTableView{parent}
{
    setHorizontalHeader(new ListHeader{this});
    setItemDelegate(new CellDelegate{this});
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTabKeyNavigation(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerItem);
    setWordWrap(false);
    verticalHeader()->hide();
    horizontalHeader()->setSectionsClickable(false);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setMinimumSectionSize(24);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    onTheme(this, [this] {
        const Tokens& t = tokens();
        verticalHeader()->setDefaultSectionSize(t.px(m_rowStandard, m_rowTouch));
        horizontalHeader()->setFixedHeight(t.px(32, 36));
        adaptColumns();
    });
}

void ListTable::setColumns(std::vector<Column> columns)
{
    m_columns = std::move(columns);
    adaptColumns();
}

void ListTable::setRowHeights(int standard, int touch)
{
    m_rowStandard = standard;
    m_rowTouch = touch;
    verticalHeader()->setDefaultSectionSize(tokens().px(standard, touch));
}

int ListTable::markedRow() const
{
    return currentIndex().isValid() ? currentIndex().row() : -1;
}

void ListTable::markRow(int row)
{
    if (model() == nullptr || model()->rowCount() == 0) return;
    selectRow(std::clamp(row, 0, model()->rowCount() - 1));
}

void ListTable::moveMark(int rows)
{
    const int at = markedRow();
    markRow(at < 0 ? 0 : at + rows);
}

void ListTable::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    adaptColumns();
}

void ListTable::adaptColumns()
{
    if (model() == nullptr) return;
    const Tokens& t = tokens();
    const int whole = viewport()->width();
    int left = whole;
    int flexible = -1;
    for (int i = 0; i < static_cast<int>(m_columns.size()) && i < horizontalHeader()->count(); ++i) {
        const Column& column = m_columns[static_cast<std::size_t>(i)];
        setColumnHidden(i, whole < t.px(column.hideBelow));
        if (isColumnHidden(i)) continue;
        if (column.width == 0) {
            flexible = i;
            continue;
        }
        setColumnWidth(i, t.px(column.width));
        left -= t.px(column.width);
    }
    if (flexible >= 0) setColumnWidth(flexible, std::max(t.px(72), left));
}

} // namespace till
