#pragma once

#include "ui/kit/tokens.h"

#include <QKeySequence>
#include <QWidget>

namespace till {

class Chip;
class KeyButton;
class PlainLabel;

/// The head of the cart: which sale, whose, a chip when something waits, and Undo.
class CartHeader : public QWidget {
    Q_OBJECT

public:
    explicit CartHeader(QWidget* parent = nullptr);

    void setSale(const QString& title, const QString& detail); ///< "Sale 1042", "Cashier 2"
    void setPaid(bool paid);                                   ///< a tick in front, no Undo
    void setChip(const QString& text, Tone tone);
    void setUndo(bool possible, const QKeySequence& key);
    void setCustomer(const QString& name); ///< empty: nobody's
    void setWaiting(int codes);            ///< codes nobody knows that wait for an answer
    void setNarrow(bool narrow);           ///< no icon on Undo: the number of a receipt needs the room
    void setKeys(const QKeySequence& customer, const QKeySequence& newSale);

Q_SIGNALS:
    void customerRequested();
    void newSaleRequested();
    void waitingRequested();
    void undoRequested();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void adapt();
    PlainLabel* m_title;
    PlainLabel* m_detail;
    Chip* m_chip;
    KeyButton* m_waiting;
    KeyButton* m_customer;
    KeyButton* m_newSale;
    KeyButton* m_undo;
    QWidget* m_tickPlace;
    bool m_paid = false;
};

} // namespace till
