#pragma once

#include <QColor>
#include <QIcon>
#include <QPixmap>
#include <QString>

class QPainter;

namespace till {

/// Lucide icons by file name without ".svg" ("scan-barcode"), drawn in one colour and kept. An icon we do
/// not ship is a bug: debug builds assert, release builds draw nothing.
QPixmap iconPixmap(const QString& name, int size, const QColor& colour, qreal devicePixelRatio);

/// Draws at the painter's own device pixel ratio. Icons that point somewhere are mirrored when the
/// painter's layout direction says right-to-left.
void paintIcon(QPainter& painter, const QRect& where, const QString& name, const QColor& colour);

/// For Qt's own controls (menus, line edits); the colour is of this moment's theme.
QIcon themedIcon(const QString& name);

bool hasIcon(const QString& name);

} // namespace till
