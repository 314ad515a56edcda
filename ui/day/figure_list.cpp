#include "ui/day/figure_list.h"

#include "ui/kit/paint.h"
#include "ui/kit/theme.h"

#include <QPainter>
#include <QStringList>

namespace till {

namespace {

int heightOf(FigureList::Kind kind)
{
    const Tokens& t = tokens();
    switch (kind) {
    case FigureList::Kind::Row:
    case FigureList::Kind::Danger: return t.px(24);
    case FigureList::Kind::Head: return t.px(36);
    case FigureList::Kind::Total: return t.px(32);
    }
    Q_UNREACHABLE();
}

} // namespace

FigureList::FigureList(QWidget* parent)
    : QWidget{parent}
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    onTheme(this, [this] {
        updateGeometry();
        update();
    });
}

void FigureList::setRows(std::vector<Row> rows)
{
    m_rows = std::move(rows);
    setAccessibleDescription(text());
    updateGeometry();
    update();
}

QString FigureList::text() const
{
    QStringList lines;
    for (const auto& row : m_rows) lines << (row.words + u' ' + row.figure).trimmed();
    return lines.join(u'\n');
}

QSize FigureList::sizeHint() const
{
    int height = 0;
    for (const auto& row : m_rows) height += heightOf(row.kind);
    return {tokens().px(240), height};
}

void FigureList::paintEvent(QPaintEvent*)
{
    const Tokens& t = tokens();
    const Colours& c = t.colours();
    QPainter painter{this};
    painter.setLayoutDirection(layoutDirection());
    int y = 0;
    for (const auto& row : m_rows) {
        const QRect box{0, y, width(), heightOf(row.kind)};
        y += box.height();
        const bool head = row.kind == Kind::Head;
        const bool strong = row.kind == Kind::Total || row.kind == Kind::Danger;
        const QFont font =
            head ? t.font(12, QFont::DemiBold) : t.font(14, strong ? QFont::Bold : QFont::Normal);
        if (row.kind == Kind::Total) painter.fillRect(QRect{0, box.y() + t.px(3), width(), 1}, c.input);
        const QRect line = head ? box.adjusted(0, t.px(10), 0, 0) : box;
        // A figure is never shortened; the words in front of it are.
        const int figure = row.figure.isEmpty() ? 0 : textWidth(font, row.figure) + t.px(2);
        const QRect words{0, line.y(), width() - figure - (figure ? t.px(12) : 0), line.height()};
        const QColor ink = row.kind == Kind::Danger ? c.danger : strong ? c.text : c.text2;
        paintText(painter, mirrored(painter, words, rect()), row.words, font, ink);
        paintText(painter, mirrored(painter, {width() - figure, line.y(), figure, line.height()}, rect()),
            row.figure, font, row.kind == Kind::Danger ? c.danger : c.text,
            Qt::AlignTrailing | Qt::AlignVCenter);
    }
}

} // namespace till
