#include "ui/sell/cart_view.h"

#include "ui/kit/key_button.h"
#include "ui/kit/theme.h"
#include "ui/sell/cart_delegate.h"
#include "ui/sell/cart_strip.h"

#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

namespace till {

using namespace Qt::StringLiterals;

CartView::CartView(QWidget* parent)
    : QListView{parent}
    , m_model{new CartModel{this}}
    , m_delegate{new CartDelegate{this}}
    , m_strip{new CartStrip{viewport()}}
    , m_earlier{new KeyButton{u"arrow-up"_s, {}, {}, viewport()}}
{
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
    setResizeMode(QListView::Adjust);
    m_strip->hide();
    m_earlier->setObjectName(u"cartEarlier"_s);
    m_earlier->setTextSize(12, QFont::DemiBold);
    m_earlier->setIconSizeAt100(14);
    m_earlier->setHeights(24, 32);
    m_earlier->hide();
    connect(m_earlier, &KeyButton::clicked, this, [this] { scrollToTop(); });

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
    if (row >= 0) scrollTo(m_model->index(row));
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
    m_delegate->setOpen(current);
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
        const QRect box = visualRect(current);
        const int line = CartDelegate::lineHeight();
        m_strip->setGeometry(box.x(), box.y() + line, box.width(), CartDelegate::stripHeight());
    }
    int above = 0;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QRect box = visualRect(m_model->index(row));
        if (box.top() >= 0) break;
        if (m_model->at(row).kind == CartRow::Kind::Line) ++above;
    }
    m_earlier->setVisible(above > 0);
    m_earlier->setText(tr("%n earlier line(s)", nullptr, above));
    m_earlier->setGeometry(0, 0, viewport()->width(), m_earlier->minimumHeight());
    m_earlier->raise();
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
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex index = m_model->index(row);
        option.rect = visualRect(index);
        if (option.rect.bottom() < 0) continue;
        if (option.rect.top() > viewport()->height()) break;
        m_delegate->paint(&painter, option, index);
    }
}

void CartView::mousePressEvent(QMouseEvent* event)
{
    const QModelIndex touched = indexAt(event->position().toPoint());
    if (touched.isValid() && !m_readOnly) markLine(m_model->at(touched.row()).lineId);
}

} // namespace till
