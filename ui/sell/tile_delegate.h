#pragma once

#include <QAbstractItemDelegate>

namespace till {

struct TileRow;

/// Paints one tile: department bar, name on two lines, price, picture, what of it is in the sale.
class TileDelegate : public QAbstractItemDelegate {
    Q_OBJECT

public:
    using QAbstractItemDelegate::QAbstractItemDelegate;
    void paint(
        QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintFrame(QPainter& painter, const QStyleOptionViewItem& option, const TileRow& row) const;
    bool showsPicture(const QRect& box, const TileRow& row) const;
    int paintInCart(QPainter& painter, const QRect& box, const TileRow& row) const;
    void paintPrice(QPainter& painter, const QRect& box, const TileRow& row) const;
    void paintPicture(QPainter& painter, const QRect& box, const TileRow& row) const;
};

} // namespace till
