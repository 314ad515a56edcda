#pragma once

#include <QAbstractItemDelegate>
#include <QPersistentModelIndex>

namespace till {

struct CartRow;

/// Paints the rows of a cart. Below the open line and what is taken off it there is room for the action
/// strip.
class CartDelegate : public QAbstractItemDelegate {
    Q_OBJECT

public:
    using QAbstractItemDelegate::QAbstractItemDelegate;

    void setOpen(const QModelIndex& line);             ///< the caller lays the view out again
    bool carriesStrip(const QModelIndex& index) const; ///< the last row of the open line
    static int lineHeight();
    static int stripHeight();

    void paint(
        QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    bool isOpen(const QModelIndex& index) const; ///< the open line, or a row that belongs to it
    static int rowHeight(const CartRow& row);
    void paintLine(QPainter& painter, const QRect& box, const CartRow& row) const;
    void paintSaving(QPainter& painter, const QRect& box, const CartRow& row) const;
    void paintSection(QPainter& painter, const QRect& box, const CartRow& row) const;
    QPersistentModelIndex m_open;
};

} // namespace till
