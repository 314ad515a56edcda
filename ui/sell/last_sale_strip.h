#pragma once

#include <QKeySequence>
#include <QWidget>

namespace till {

class KeyButton;
class PlainLabel;

/// What the sale before was, and its receipt once more, as long as the next sale has not begun.
struct LastSale {
    QString what;   ///< "Last sale 1041, 15:04, cash"
    QString amount; ///< "8,45 €"
    QString change; ///< "change 1,55"; empty for none
};

class LastSaleStrip : public QWidget {
    Q_OBJECT

public:
    explicit LastSaleStrip(QWidget* parent = nullptr);
    void setSale(const LastSale& sale);
    void setKey(const QKeySequence& printAgain);

Q_SIGNALS:
    void printAgainRequested();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    PlainLabel* m_what;
    PlainLabel* m_amount;
    PlainLabel* m_change;
    KeyButton* m_print;
};

} // namespace till
