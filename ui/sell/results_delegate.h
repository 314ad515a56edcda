#pragma once

#include "ui/sell/results_model.h"

#include <QStyledItemDelegate>

namespace till {

/// Paints a found product: department square, name and code with what matched marked, stock, price.
class ResultsDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(
        QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintStock(QPainter& painter, const QRect& cell, const ResultRow& row) const;
};

/// One line of text with parts of it on a marked ground and in bold; elided at the end when too long.
void paintMarked(QPainter& painter, const QRect& box, const QString& text,
    const std::vector<MatchMark>& marks, int size, const QColor& ink);

} // namespace till
