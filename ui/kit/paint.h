#pragma once

#include <QColor>
#include <QRect>
#include <QString>

class QFont;
class QPainter;

namespace till {

/// A filled box with a border of `width` px drawn inside `box`, crisp at any scale. An invalid colour is not
/// drawn.
void paintBox(
    QPainter& painter, const QRect& box, int radius, const QColor& fill, const QColor& border, int width = 1);

/// One line of plain text, elided at the end when it does not fit. `alignment` is relative to the
/// painter's layout direction. Returns the width drawn.
int paintText(QPainter& painter, const QRect& box, const QString& text, const QFont& font,
    const QColor& colour, Qt::Alignment alignment = Qt::AlignLeading | Qt::AlignVCenter);

/// At most `lines` lines, broken between words, the last one elided. Returns the height drawn.
int paintLines(QPainter& painter, const QRect& box, const QString& text, const QFont& font,
    const QColor& colour, int lines);

/// The flag that lays a text out by its own first strong letter: "−1,35" and "2,99 /kg" keep their order in a
/// window that runs right to left.
int directionFlag(const QString& text);

int textWidth(const QFont& font, const QString& text);

/// The mirror image of `part` inside `whole` when the painter draws right-to-left.
QRect mirrored(const QPainter& painter, const QRect& part, const QRect& whole);

} // namespace till
