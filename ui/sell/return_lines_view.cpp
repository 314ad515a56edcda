#include "ui/sell/return_lines_view.h"

#include "ui/kit/key_button.h"
#include "ui/kit/paint.h"
#include "ui/kit/segments.h"
#include "ui/kit/theme.h"
#include "ui/sell/return_lines_delegate.h"
#include "ui/sell/return_lines_model.h"

#include <QMouseEvent>
#include <QPainter>
#include <QStyle>

#include <cstdlib>

namespace till {

using namespace Qt::StringLiterals;

namespace {

QString idOf(ReturnCondition condition)
{
    const auto text = toText(condition);
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace

ReturnLinesView::ReturnLinesView(QWidget* parent)
    : QListView{parent}
    , m_model{new ReturnLinesModel{this}}
    , m_delegate{new ReturnLinesDelegate{this}}
{
    setObjectName(u"returnLines"_s);
    setAccessibleName(tr("Lines of the receipt"));
    setModel(m_model);
    setItemDelegate(m_delegate);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setSelectionMode(QAbstractItemView::NoSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setResizeMode(QListView::Adjust);
    onTheme(this, [this] {
        adaptColumns();
        scheduleDelayedItemsLayout();
        viewport()->update();
    });
}

void ReturnLinesView::setRows(std::vector<ReturnRow> rows)
{
    m_model->setRows(std::move(rows));
    followRows();
    markRow(-1);
    for (int row = 0; row < m_model->rowCount(); ++row)
        if (m_model->canComeBack(row)) return markRow(row);
}

void ReturnLinesView::updateRows(std::vector<ReturnRow> rows)
{
    m_model->updateRows(std::move(rows));
    followRows();
    if (m_marked.isValid()) scrollTo(m_marked);
}

void ReturnLinesView::followRows()
{
    std::erase_if(m_controls, [this](const auto& each) {
        const int row = m_model->rowOf(each.first);
        if (row >= 0 && m_model->at(row).isTicked) return false;
        const Controls& gone = each.second;
        for (auto* widget : std::initializer_list<QWidget*>{gone.less, gone.more, gone.condition}) {
            widget->hide();
            widget->deleteLater(); // it may be what was touched
        }
        return true;
    });
    for (const auto& row : m_model->rows()) {
        if (!row.isTicked) continue;
        auto known = m_controls.find(row.line);
        if (known == m_controls.end()) known = m_controls.emplace(row.line, makeControls(row.line)).first;
        const Controls& controls = known->second;
        controls.less->setAccessibleName(tr("Take back less of %1").arg(row.name));
        controls.more->setAccessibleName(tr("Take back more of %1").arg(row.name));
        controls.more->setEnabled(row.hasMore);
        controls.condition->setAccessibleName(tr("Condition of %1").arg(row.name));
        controls.condition->setCurrent(idOf(row.condition));
    }
    adaptColumns();
    scheduleDelayedItemsLayout();
    viewport()->update();
    executeDelayedItemsLayout();
}

ReturnLinesView::Controls ReturnLinesView::makeControls(int line)
{
    std::vector<Segments::Choice> choices;
    for (const auto condition : kReturnConditions)
        choices.push_back({idOf(condition), conditionName(condition)});
    auto* less = new KeyButton{u"minus"_s, {}, {}, viewport()};
    auto* more = new KeyButton{u"plus"_s, {}, {}, viewport()};
    auto* condition = new Segments{{}, choices, viewport()};
    less->setObjectName(u"returnLess%1"_s.arg(line));
    more->setObjectName(u"returnMore%1"_s.arg(line));
    condition->setObjectName(u"returnCondition%1"_s.arg(line));
    condition->setHeights(36, 48);
    for (auto* button : {less, more}) button->setHeights(36, 56);
    connect(less, &KeyButton::clicked, this, [this, line] { Q_EMIT stepped(line, -1); });
    connect(more, &KeyButton::clicked, this, [this, line] { Q_EMIT stepped(line, 1); });
    connect(condition, &Segments::chosen, this, [this, line](const QString& id) {
        markLine(line);
        if (const auto chosen = returnConditionFrom(id.toStdString())) Q_EMIT conditionChosen(line, *chosen);
    });
    for (auto* widget : std::initializer_list<QWidget*>{less, more, condition}) widget->show();
    return {less, more, condition};
}

void ReturnLinesView::adaptColumns()
{
    m_columns = ReturnColumns::of(viewport()->width(), m_model->rows());
    m_delegate->setColumns(m_columns);
    Q_EMIT columnsChanged();
    placeControls();
}

void ReturnLinesView::placeControls()
{
    for (const auto& [line, controls] : m_controls) {
        const int row = m_model->rowOf(line);
        if (row < 0) continue;
        const QRect box = visualRect(m_model->index(row));
        const QRect upper{box.x(), box.y(), box.width(), ReturnLinesDelegate::lineHeight(m_model->at(row))};
        const auto at = [&](const QRect& part) { return QStyle::visualRect(layoutDirection(), upper, part); };
        controls.less->setGeometry(at(m_columns.lessIn(upper)));
        controls.more->setGeometry(at(m_columns.moreIn(upper)));
        const QSize size = controls.condition->sizeHint();
        const int begin = ReturnLinesDelegate::stripBegin(m_columns);
        controls.condition->setGeometry(at({{box.x() + begin, upper.bottom() + 1}, size}));
        m_delegate->setStripEnd(begin + size.width());
    }
}

void ReturnLinesView::markRow(int row)
{
    m_marked = row < 0 ? QModelIndex{} : m_model->index(row);
    m_delegate->setMarked(row);
    if (m_marked.isValid()) scrollTo(m_marked);
    viewport()->update();
}

void ReturnLinesView::markLine(int line)
{
    const int row = m_model->rowOf(line);
    if (row >= 0 && m_model->canComeBack(row)) markRow(row);
}

int ReturnLinesView::markedLine() const
{
    return m_marked.isValid() ? m_model->at(m_marked.row()).line : 0;
}

void ReturnLinesView::moveMark(int rows)
{
    if (!m_marked.isValid()) return;
    const int by = rows < 0 ? -1 : 1;
    int to = m_marked.row();
    int left = std::abs(rows);
    for (int row = to + by; left > 0 && row >= 0 && row < m_model->rowCount(); row += by) {
        if (!m_model->canComeBack(row)) continue;
        to = row;
        --left;
    }
    markRow(to);
}

void ReturnLinesView::doItemsLayout()
{
    QListView::doItemsLayout();
    placeControls();
}

void ReturnLinesView::updateGeometries()
{
    QListView::updateGeometries();
    adaptColumns();
}

void ReturnLinesView::scrollContentsBy(int dx, int dy)
{
    QListView::scrollContentsBy(dx, dy);
    placeControls();
}

void ReturnLinesView::paintEvent(QPaintEvent*)
{
    QPainter painter{viewport()};
    painter.fillRect(viewport()->rect(), tokens().colours().surface);
    QStyleOptionViewItem option;
    option.initFrom(this);
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex index = m_model->index(row);
        option.rect = visualRect(index);
        if (option.rect.bottom() < 0) continue;
        if (option.rect.top() > viewport()->height()) break;
        m_delegate->paint(&painter, option, index);
    }
}

void ReturnLinesView::mousePressEvent(QMouseEvent* event)
{
    m_pressed = indexAt(event->position().toPoint());
}

void ReturnLinesView::mouseReleaseEvent(QMouseEvent* event)
{
    const QPoint at = event->position().toPoint();
    const QModelIndex touched = indexAt(at);
    if (!touched.isValid() || touched != m_pressed || !m_model->canComeBack(touched.row())) return;
    const ReturnRow row = m_model->at(touched.row());
    markRow(touched.row());
    // A finger beside the buttons meant them, not the row.
    const QRect box = visualRect(touched);
    const QRect line{box.x(), box.y(), box.width(), ReturnLinesDelegate::lineHeight(row)};
    const QRect buttons = QStyle::visualRect(layoutDirection(), line, m_columns.takeBack.in(line));
    const bool meansButtons = row.isTicked && (!line.contains(at) || buttons.contains(at));
    if (!meansButtons) Q_EMIT toggled(row.line);
}

} // namespace till
