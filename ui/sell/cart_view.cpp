#include "ui/sell/cart_view.h"

#include "ui/kit/key_button.h"
#include "ui/kit/surface.h"
#include "ui/kit/theme.h"
#include "ui/sell/cart_delegate.h"
#include "ui/sell/cart_strip.h"

#include <QHBoxLayout>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <ranges>

namespace till {

using namespace Qt::StringLiterals;

CartView::CartView(QWidget* parent)
    : QListView{parent}
    , m_model{new CartModel{this}}
    , m_delegate{new CartDelegate{this}}
    , m_strip{new CartStrip{viewport()}}
    , m_earlier{new KeyButton{u"arrow-up"_s, {}, {}}}
    , m_later{new KeyButton{u"arrow-down"_s, {}, {}}}
{
    m_earlier->setObjectName(u"cartEarlier"_s);
    m_later->setObjectName(u"cartLater"_s);
    for (auto* more : {m_earlier, m_later}) {
        more->setKind(ButtonKind::Quiet);
        more->setTextSize(12, QFont::DemiBold);
        more->setIconSizeAt100(14);
        more->setHeights(24, 44);
        more->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        auto* ground = new Surface{Surface::Fill::Quiet,
            more == m_earlier ? Surface::Edge::Bottom : Surface::Edge::Top, 0, viewport()};
        auto* row = new QHBoxLayout{ground};
        row->setContentsMargins(0, 0, 0, 0);
        row->addWidget(more);
        ground->hide();
    }
    setObjectName(u"cart"_s);
    setAccessibleName(tr("Lines of the sale"));
    setModel(m_model);
    setItemDelegate(m_delegate);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::TabFocus);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setResizeMode(QListView::Adjust);
    m_strip->hide();
    connect(m_earlier, &KeyButton::clicked, this,
        [this] { verticalScrollBar()->triggerAction(QAbstractSlider::SliderPageStepSub); });
    connect(m_later, &KeyButton::clicked, this,
        [this] { verticalScrollBar()->triggerAction(QAbstractSlider::SliderPageStepAdd); });

    connect(m_strip, &CartStrip::oneLess, this, [this] { Q_EMIT oneLess(markedLine()); });
    connect(m_strip, &CartStrip::oneMore, this, [this] { Q_EMIT oneMore(markedLine()); });
    connect(m_strip, &CartStrip::priceRequested, this, [this] { Q_EMIT priceRequested(markedLine()); });
    connect(m_strip, &CartStrip::discountRequested, this, [this] { Q_EMIT discountRequested(markedLine()); });
    connect(m_strip, &CartStrip::removeRequested, this, [this] { Q_EMIT removeRequested(markedLine()); });
    connect(m_model, &QAbstractItemModel::dataChanged, this, [this] { placeStrip(); });
    onTheme(this, [this] {
        scheduleDelayedItemsLayout();
        viewport()->update();
    });
}

void CartView::setRows(const std::vector<CartRow>& rows)
{
    m_model->setRows(rows);
    scheduleDelayedItemsLayout();
}

void CartView::markLine(qint64 lineId)
{
    const int row = m_readOnly ? -1 : m_model->rowOfLine(lineId);
    setCurrentIndex(row < 0 ? QModelIndex{} : m_model->index(row));
    executeDelayedItemsLayout();
    showMarked();
    placeStrip();
}

QModelIndex CartView::lastRowOf(const QModelIndex& line) const
{
    int row = line.row();
    while (!m_delegate->carriesStrip(m_model->index(row)) && row + 1 < m_model->rowCount()) ++row;
    return m_model->index(row);
}

void CartView::showMarked()
{
    const QModelIndex line = currentIndex();
    if (markedLine() == 0) return;
    scrollTo(lastRowOf(line));
    scrollTo(line);
    // Not under the strips that count what is out of sight.
    auto* bar = verticalScrollBar();
    const int strip = m_earlier->minimumHeight();
    const int below = visualRect(lastRowOf(line)).bottom() + 1 + strip - viewport()->height();
    if (below > 0 && bar->maximum() - bar->value() > 0) bar->setValue(bar->value() + below);
    const int above = strip - visualRect(line).top();
    if (above > 0 && bar->value() > 0) bar->setValue(bar->value() - above);
}

void CartView::doItemsLayout()
{
    QListView::doItemsLayout();
    showMarked();
    placeStrip();
}

qint64 CartView::markedLine() const
{
    const QModelIndex current = currentIndex();
    return current.isValid() && m_model->at(current.row()).kind == CartRow::Kind::Line
               ? m_model->at(current.row()).lineId
               : 0;
}

void CartView::moveMark(int lines)
{
    std::vector<qint64> ids;
    for (int row = 0; row < m_model->rowCount(); ++row)
        if (m_model->at(row).kind == CartRow::Kind::Line) ids.push_back(m_model->at(row).lineId);
    if (ids.empty()) return;
    const auto found = std::find(ids.begin(), ids.end(), markedLine());
    const auto last = static_cast<int>(ids.size()) - 1;
    // Without a mark the first step up or down goes to the newest line.
    const int to =
        found == ids.end() ? last : std::clamp(static_cast<int>(found - ids.begin()) + lines, 0, last);
    markLine(ids[static_cast<std::size_t>(to)]);
}

void CartView::setKeys(const SellKeys& keys)
{
    m_strip->setKeys(keys);
}

void CartView::setNarrow(bool narrow)
{
    m_strip->setNarrow(narrow);
}

void CartView::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    if (readOnly) markLine(0);
}

void CartView::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QListView::currentChanged(current, previous);
    m_delegate->setOpen(markedLine() != 0 ? current : QModelIndex{});
    scheduleDelayedItemsLayout();
    if (const qint64 line = markedLine(); line != 0) Q_EMIT marked(line);
}

void CartView::placeStrip()
{
    const QModelIndex current = currentIndex();
    const bool shown = markedLine() != 0 && !m_readOnly;
    m_strip->setVisible(shown);
    if (shown) {
        const CartRow& row = m_model->at(current.row());
        m_strip->setLine(row.quantity, row.name);
        const QRect box = visualRect(lastRowOf(current));
        const int height = CartDelegate::stripHeight();
        m_strip->setGeometry(box.x(), box.y() + box.height() - height, box.width(), height);
    }
    placeMore();
}

int CartView::firstRowFrom(int y) const
{
    const auto rows = std::views::iota(0, m_model->rowCount());
    const auto first = std::ranges::partition_point(
        rows, [&](int row) { return visualRect(m_model->index(row)).top() < y; });
    return first == rows.end() ? m_model->rowCount() : *first;
}

void CartView::placeMore()
{
    const int height = m_earlier->minimumHeight();
    const auto* bar = verticalScrollBar();
    const int top = bar->value() > 0 ? height : 0;
    const int bottom = viewport()->height() - (bar->value() < bar->maximum() ? height : 0);
    const auto linesIn = [this](int first, int end) {
        int lines = 0;
        for (int row = first; row < end; ++row) lines += m_model->at(row).kind == CartRow::Kind::Line ? 1 : 0;
        return lines;
    };
    // A line counts as out of sight when its middle is.
    const int half = CartDelegate::lineHeight() / 2;
    const int above = linesIn(0, firstRowFrom(top - half));
    const int below = linesIn(firstRowFrom(bottom - half + 1), m_model->rowCount());
    const auto place = [&](KeyButton& more, int lines, const QString& words, int y) {
        more.setText(words);
        auto* ground = more.parentWidget();
        ground->setVisible(lines > 0);
        ground->setGeometry(0, y, viewport()->width(), height);
        ground->raise();
    };
    place(*m_earlier, above, tr("%n earlier line(s)", nullptr, above), 0);
    place(*m_later, below, tr("%n later line(s)", nullptr, below), bottom);
}

void CartView::updateGeometries()
{
    QListView::updateGeometries();
    placeStrip();
}

void CartView::scrollContentsBy(int dx, int dy)
{
    QListView::scrollContentsBy(dx, dy);
    placeStrip();
}

void CartView::paintEvent(QPaintEvent*)
{
    QPainter painter{viewport()};
    painter.setLayoutDirection(layoutDirection());
    painter.fillRect(viewport()->rect(), tokens().colours().surface);
    QStyleOptionViewItem option;
    option.initFrom(this);
    for (int row = std::max(0, firstRowFrom(0) - 1); row < m_model->rowCount(); ++row) {
        const QModelIndex index = m_model->index(row);
        option.rect = visualRect(index);
        if (option.rect.top() > viewport()->height()) break;
        m_delegate->paint(&painter, option, index);
    }
}

void CartView::mousePressEvent(QMouseEvent* event)
{
    const QModelIndex touched = indexAt(event->position().toPoint());
    const qint64 line = touched.isValid() ? m_model->at(touched.row()).lineId : 0;
    if (line > 0 && !m_readOnly) markLine(line);
}

} // namespace till
