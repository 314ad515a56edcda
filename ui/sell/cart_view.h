#pragma once

#include "ui/sell/cart_model.h"
#include "ui/sell/sell_keys.h"

#include <QListView>

namespace till {

class CartDelegate;
class CartStrip;
class KeyButton;

/// The lines of the sale. The marked line carries the action strip: one real widget that moves with the mark.
/// It is never out of sight after an edit; strips at the top and the bottom say how many lines are, and turn
/// the page. No scroll bar: the columns of figures stay where they are.
class CartView : public QListView {
    Q_OBJECT

public:
    explicit CartView(QWidget* parent = nullptr);

    CartModel& cart() { return *m_model; }
    void setRows(const std::vector<CartRow>& rows); ///< keeps the mark while its line is there
    void markLine(qint64 lineId);                   ///< 0 marks none
    void moveMark(int lines);                       ///< Up and Down while the focus is in the item field
    qint64 markedLine() const;
    void setKeys(const SellKeys& keys);
    void setNarrow(bool narrow);
    void setReadOnly(bool readOnly); ///< a held sale's preview: no mark, no strip
    CartStrip& strip() { return *m_strip; }

Q_SIGNALS:
    void marked(qint64 lineId);
    void oneLess(qint64 lineId);
    void oneMore(qint64 lineId);
    void priceRequested(qint64 lineId);
    void discountRequested(qint64 lineId);
    void removeRequested(qint64 lineId);

protected:
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void doItemsLayout() override;
    void updateGeometries() override;
    void scrollContentsBy(int dx, int dy) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    void showMarked();
    void placeStrip();
    void placeMore();
    int firstRowFrom(int y) const; ///< the first that begins there or below; behind the last: rowCount()
    QModelIndex lastRowOf(const QModelIndex& line) const;
    CartModel* m_model;
    CartDelegate* m_delegate;
    CartStrip* m_strip;
    KeyButton* m_earlier;
    KeyButton* m_later;
    bool m_readOnly = false;
};

} // namespace till
