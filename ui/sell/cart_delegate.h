#pragma once

#include <QAbstractItemDelegate>
#include <QPersistentModelIndex>

namespace till {

struct CartRow;

/// Paints the rows of a cart; the open line is taller by the action strip that stands in it.
class CartDelegate : public QAbstractItemDelegate {
    Q_OBJECT

public:
    using QAbstractItemDelegate::QAbstractItemDelegate;

    void setOpen(const QModelIndex& line); ///< the caller lays the view out again
    QModelIndex open() const { return m_open; }
    static int lineHeight();
    static int stripHeight();

    void paint(
        QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintLine(QPainter& painter, const QRect& box, const CartRow& row) const;
    void paintSaving(QPainter& painter, const QRect& box, const CartRow& row) const;
    void paintSection(QPainter& painter, const QRect& box, const CartRow& row) const;
    QPersistentModelIndex m_open;
};

} // namespace till
