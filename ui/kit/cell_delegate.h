#pragma once

#include <QStyledItemDelegate>

namespace till {

/// What a model may tell CellDelegate about a cell beside its text and alignment.
enum CellRole {
    ChipToneRole = Qt::UserRole + 1, ///< int(Tone): the text stands in a chip
    InkRole,                         ///< int(Ink)
    WeightRole,                      ///< int(QFont::Weight)
    SwatchRole,                      ///< int 1..6: a department's colour in front of the text
};

/// The cell of every list: hairline below, one line of plain text, the marked row in the selection's colour.
class CellDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(
        QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintContent(QPainter& painter, const QRect& box, const QModelIndex& index) const;
};

} // namespace till
