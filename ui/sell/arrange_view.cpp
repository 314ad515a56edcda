#include "ui/sell/arrange_view.h"

#include "ui/kit/icons.h"
#include "ui/kit/paint.h"
#include "ui/kit/theme.h"
#include "ui/sell/tile_model.h"

#include <QApplication>
#include <QDropEvent>
#include <QMimeData>
#include <QPainter>
#include <QUrl>

namespace till {

namespace {

/// The one file that is dragged; empty when it is anything else.
QString fileOf(const QDropEvent& event)
{
    const auto urls = event.mimeData()->urls();
    return urls.size() == 1 && urls.front().isLocalFile() ? urls.front().toLocalFile() : QString{};
}

} // namespace

ArrangeView::ArrangeView(TileModel& model, QWidget* parent)
    : TileView{model, parent}
{
    setObjectName(QStringLiteral("arrangeTiles"));
    setAccessibleName(tr("Places of the page"));
    setFocusPolicy(Qt::StrongFocus);
    setAcceptDrops(true);
    viewport()->setAcceptDrops(true);
}

void ArrangeView::setMark(int place)
{
    m_mark = place;
    scrollTo(model()->index(place, 0));
    viewport()->update();
}

void ArrangeView::setLifted(std::optional<int> place)
{
    m_lifted = place;
    viewport()->update();
}

void ArrangeView::setTarget(std::optional<int> place)
{
    if (m_target == place) return;
    m_target = place;
    viewport()->update();
}

QRect ArrangeView::boxOf(int place) const
{
    return visualRect(model()->index(place, 0));
}

std::optional<int> ArrangeView::placeAt(const QPoint& global) const
{
    const auto index = indexAt(viewport()->mapFromGlobal(global));
    return index.isValid() ? std::optional{index.row()} : std::nullopt;
}

QPixmap ArrangeView::tilePicture(int place) const
{
    const QRect box = boxOf(place);
    QPixmap picture{box.size() * devicePixelRatioF()};
    picture.setDevicePixelRatio(devicePixelRatioF());
    picture.fill(Qt::transparent);
    QPainter painter{&picture};
    painter.setLayoutDirection(layoutDirection());
    QStyleOptionViewItem option;
    option.initFrom(this);
    option.rect = QRect{{}, box.size()};
    option.state = QStyle::State_Enabled;
    itemDelegate()->paint(&painter, option, model()->index(place, 0));
    return picture;
}

void ArrangeView::paintEvent(QPaintEvent* event)
{
    TileView::paintEvent(event);
    const Tokens& t = tokens();
    const Colours& c = t.colours();
    QPainter painter{viewport()};
    painter.setRenderHint(QPainter::Antialiasing);
    const int end = std::min(firstRow() + columns() * rowsPerPage(), tiles().rowCount());
    for (int place = firstRow(); place < end; ++place) {
        const QRect box = boxOf(place);
        if (m_lifted == place) {
            QColor veil = c.bg;
            veil.setAlphaF(0.7F);
            painter.fillRect(box, veil);
        }
        if (tiles().at(place).productId == 0 || m_lifted == place) {
            painter.setPen(QPen{c.input, 1, Qt::DashLine});
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(QRectF{box}.adjusted(0.5, 0.5, -0.5, -0.5), t.px(8), t.px(8));
        }
        if (tiles().at(place).productId == 0) {
            QRect plus{0, 0, t.px(20), t.px(20)};
            plus.moveCenter(box.center());
            paintIcon(painter, plus, QStringLiteral("plus"), c.text2);
        }
        if (place == m_target)
            paintBox(painter, box, t.px(8), {}, c.pay, t.px(3));
        else if (place == m_mark)
            paintBox(painter, box, t.px(8), {}, c.primary, t.px(hasFocus() ? 3 : 2));
    }
}

void ArrangeView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton) return;
    m_pressed = placeAt(event->globalPosition().toPoint());
    m_pressedAt = event->position().toPoint();
    m_dragging = false;
}

void ArrangeView::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_pressed || !event->buttons().testFlag(Qt::LeftButton)) return;
    const auto way = (event->position().toPoint() - m_pressedAt).manhattanLength();
    if (!m_dragging && way >= QApplication::startDragDistance() && tiles().at(*m_pressed).productId != 0) {
        m_dragging = true;
        Q_EMIT dragStarted(*m_pressed);
    }
    if (m_dragging) Q_EMIT dragged(event->globalPosition().toPoint());
}

void ArrangeView::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton) return;
    const auto pressed = std::exchange(m_pressed, std::nullopt);
    const auto global = event->globalPosition().toPoint();
    if (std::exchange(m_dragging, false)) return Q_EMIT dragEnded(global);
    if (pressed && placeAt(global) == pressed) Q_EMIT tapped(*pressed);
}

void ArrangeView::dragEnterEvent(QDragEnterEvent* event)
{
    if (!fileOf(*event).isEmpty()) event->acceptProposedAction();
}

void ArrangeView::dragMoveEvent(QDragMoveEvent* event)
{
    const auto place = placeAt(viewport()->mapToGlobal(event->position().toPoint()));
    const bool onTile = place && tiles().at(*place).productId != 0;
    setTarget(onTile ? place : std::nullopt);
    event->setAccepted(onTile);
}

void ArrangeView::dropEvent(QDropEvent* event)
{
    const auto place = placeAt(viewport()->mapToGlobal(event->position().toPoint()));
    setTarget(std::nullopt);
    const auto file = fileOf(*event);
    if (!place || file.isEmpty()) return;
    event->acceptProposedAction();
    Q_EMIT fileDropped(*place, file);
}

} // namespace till
