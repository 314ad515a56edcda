#include "ui/sell/tile_ghost.h"

#include <QPainter>

namespace till {

void TileGhost::paintEvent(QPaintEvent*)
{
    QPainter painter{this};
    painter.setOpacity(0.85);
    painter.drawPixmap(0, 0, m_picture);
}

} // namespace till
