#pragma once

#include "ui/sell/return_columns.h"

#include <QAbstractItemDelegate>

namespace till {

/// Paints the lines of the return page. Goods that come back have room below for the strip of their
/// condition.
class ReturnLinesDelegate : public QAbstractItemDelegate {
    Q_OBJECT

public:
    using QAbstractItemDelegate::QAbstractItemDelegate;

    void setColumns(const ReturnColumns& columns) { m_columns = columns; }
    void setStripEnd(int x) { m_stripEnd = x; } ///< where the choices of the condition end in a row
    void setMarked(int row) { m_marked = row; }
    static int lineHeight(const ReturnRow& row);
    static int stripHeight();
    static int stripBegin(const ReturnColumns& columns); ///< where the choices begin

    void paint(
        QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintBox(QPainter& painter, const QRect& cell, const ReturnRow& row) const;
    void paintName(QPainter& painter, const QRect& cell, const ReturnRow& row) const;
    void paintFigures(QPainter& painter, const QRect& line, const ReturnRow& row) const;
    void paintStrip(QPainter& painter, const QRect& strip, const ReturnRow& row) const;
    ReturnColumns m_columns;
    int m_stripEnd = 0;
    int m_marked = -1;
};

} // namespace till
