#include "ui/kit/surface.h"

#include "ui/kit/paint.h"
#include "ui/kit/theme.h"

#include <QPainter>

namespace till {

namespace {

QColor colourOf(Surface::Fill fill)
{
    const Colours& c = tokens().colours();
    switch (fill) {
    case Surface::Fill::None: return {};
    case Surface::Fill::Page: return c.bg;
    case Surface::Fill::Card: return c.surface;
    case Surface::Fill::Quiet: return c.surface2;
    case Surface::Fill::Ok: return c.noteOk;
    case Surface::Fill::Warn: return c.noteWarn;
    case Surface::Fill::Bad: return c.noteBad;
    case Surface::Fill::Selected: return c.sel;
    }
    Q_UNREACHABLE();
}

QRect edgeOf(Surface::Edge edge, const QRect& r)
{
    switch (edge) {
    case Surface::Edge::None:
    case Surface::Edge::All: return {};
    case Surface::Edge::Top: return {r.x(), r.y(), r.width(), 1};
    case Surface::Edge::Bottom: return {r.x(), r.bottom(), r.width(), 1};
    case Surface::Edge::Start: return {r.x(), r.y(), 1, r.height()};
    case Surface::Edge::End: return {r.right(), r.y(), 1, r.height()};
    }
    Q_UNREACHABLE();
}

} // namespace

Surface::Surface(Fill fill, Edge edge, int radius, QWidget* parent)
    : QWidget{parent}
    , m_fill{fill}
    , m_edge{edge}
    , m_radius{radius}
{
    onTheme(this, [this] { update(); });
}

void Surface::setFill(Fill fill)
{
    m_fill = fill;
    update();
}

void Surface::paintEvent(QPaintEvent*)
{
    QPainter painter{this};
    painter.setLayoutDirection(layoutDirection());
    const QColor hair = tokens().colours().hair;
    paintBox(painter, rect(), tokens().px(m_radius), colourOf(m_fill), m_edge == Edge::All ? hair : QColor{});
    const QRect line = edgeOf(m_edge, rect());
    if (line.isValid()) painter.fillRect(mirrored(painter, line, rect()), hair);
}

Hairline::Hairline(QWidget* parent)
    : QWidget{parent}
{
    setFixedHeight(1);
    onTheme(this, [this] { update(); });
}

void Hairline::paintEvent(QPaintEvent*)
{
    QPainter{this}.fillRect(rect(), tokens().colours().hair);
}

} // namespace till
