#include "ui/kit/paint.h"

#include <QFontMetrics>
#include <QPainter>
#include <QPainterPath>
#include <QStyle>
#include <QTextLayout>

#include <cmath>

namespace till {

void paintBox(
    QPainter& painter, const QRect& box, int radius, const QColor& fill, const QColor& border, int width)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal half = border.isValid() ? width / 2.0 : 0.0;
    painter.setPen(border.isValid() ? QPen{border, qreal(width)} : QPen{Qt::NoPen});
    painter.setBrush(fill.isValid() ? QBrush{fill} : QBrush{Qt::NoBrush});
    const qreal corner = std::max(0.0, radius - half);
    painter.drawRoundedRect(QRectF{box}.adjusted(half, half, -half, -half), corner, corner);
    painter.restore();
}

int paintText(QPainter& painter, const QRect& box, const QString& text, const QFont& font,
    const QColor& colour, Qt::Alignment alignment)
{
    if (text.isEmpty() || box.width() <= 0) return 0;
    const QFontMetrics metrics{font};
    // elidedText() counts fractions of a pixel and would shorten a text that was given exactly its own width.
    const int whole = metrics.horizontalAdvance(text);
    const bool fits = whole <= box.width();
    const QString shown = fits ? text : metrics.elidedText(text, Qt::ElideRight, box.width());
    painter.setFont(font);
    painter.setPen(colour);
    const auto visual = QStyle::visualAlignment(painter.layoutDirection(), alignment);
    painter.drawText(
        box, static_cast<int>(visual) | Qt::TextSingleLine | Qt::TextDontClip | directionFlag(text), shown);
    return fits ? whole : metrics.horizontalAdvance(shown);
}

int paintLines(QPainter& painter, const QRect& box, const QString& text, const QFont& font,
    const QColor& colour, int lines)
{
    QTextOption option{QStyle::visualAlignment(painter.layoutDirection(), Qt::AlignLeading)};
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    QTextLayout layout{text, font};
    layout.setTextOption(option);
    painter.setPen(colour);
    painter.setFont(font);

    const QFontMetrics metrics{font};
    // The pictures set lines tighter than Noto Sans' own generous leading.
    const int lineHeight = static_cast<int>(std::lround(font.pixelSize() * 1.29));
    int used = 0;
    layout.beginLayout();
    for (int number = 1; number <= lines; ++number) {
        QTextLine line = layout.createLine();
        if (!line.isValid()) break;
        line.setLineWidth(box.width());
        const QRect lineBox{box.x(), box.y() + used, box.width(), lineHeight};
        const bool isLast = number == lines || used + 2 * lineHeight > box.height();
        const QString rest = text.mid(line.textStart(), isLast ? -1 : line.textLength());
        paintText(painter, lineBox, rest.trimmed(), font, colour);
        used += lineHeight;
        if (isLast) break;
    }
    layout.endLayout();
    return used;
}

int directionFlag(const QString& text)
{
    return text.isRightToLeft() ? Qt::TextForceRightToLeft : Qt::TextForceLeftToRight;
}

int textWidth(const QFont& font, const QString& text)
{
    return QFontMetrics{font}.horizontalAdvance(text);
}

QRect mirrored(const QPainter& painter, const QRect& part, const QRect& whole)
{
    return QStyle::visualRect(painter.layoutDirection(), whole, part);
}

} // namespace till
