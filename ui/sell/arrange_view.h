#pragma once

#include "ui/sell/tile_view.h"

#include <QKeyEvent>

#include <optional>

namespace till {

/// The tiles of a page while a person arranges them: free places are seen and can be touched, a tile can be
/// dragged. It moves nothing itself; keys are left to the page around it.
class ArrangeView : public TileView {
    Q_OBJECT

public:
    explicit ArrangeView(TileModel& model, QWidget* parent = nullptr);

    void setMark(int place); ///< what keys act on; brings its screen to sight
    int mark() const { return m_mark; }
    void setLifted(std::optional<int> place); ///< drawn as if it had left
    void setTarget(std::optional<int> place); ///< where it would land
    std::optional<int> placeAt(const QPoint& global) const;
    QPixmap tilePicture(int place) const; ///< of the tile, to follow the finger

Q_SIGNALS:
    void tapped(int place);
    void dragStarted(int place);
    void dragged(const QPoint& global);
    void dragEnded(const QPoint& global);
    void fileDropped(int place, const QString& file);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override { event->ignore(); }
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override { mousePressEvent(event); }
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragMoveEvent(QDragMoveEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    QRect boxOf(int place) const;
    int m_mark = 0;
    std::optional<int> m_lifted;
    std::optional<int> m_target;
    std::optional<int> m_pressed;
    QPoint m_pressedAt;
    bool m_dragging = false;
};

} // namespace till
