#pragma once

#include "ui/sell/sell_keys.h"

#include <QWidget>

namespace till {

class KeyButton;
class PlainLabel;

/// What can be done with the marked line: one less, one more, price, discount, remove.
class CartStrip : public QWidget {
    Q_OBJECT

public:
    explicit CartStrip(QWidget* parent = nullptr);

    void setLine(const QString& quantity, const QString& name); ///< the name is for screen readers
    void setKeys(const SellKeys& keys);
    void setNarrow(bool narrow); ///< shorter words and no icons

Q_SIGNALS:
    void oneLess();
    void oneMore();
    void priceRequested();
    void discountRequested();
    void removeRequested();

private:
    KeyButton* m_less;
    KeyButton* m_more;
    PlainLabel* m_quantity;
    KeyButton* m_price;
    KeyButton* m_discount;
    KeyButton* m_remove;
};

} // namespace till
