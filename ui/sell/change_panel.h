#pragma once

#include "ui/sell/sell_keys.h"

#include <QWidget>

#include <vector>

namespace till {

class KeyButton;
class PlainLabel;
class CoinRow;

struct ChangeCoin {
    QString text; ///< "10", "50 ct", "2 ct × 2"
    bool isNote = false;
};

/// A sale that is finished, as the cashier needs it while counting out the change.
struct PaidSale {
    QString toPayLabel; ///< "To pay"
    QString toPay;
    QString receivedLabel; ///< "Received, cash"
    QString received;
    QString changeLabel;             ///< "Change"; without any, how it was paid: "Paid by card"
    QString change{};                ///< with the currency sign; empty when there is none to give
    std::vector<ChangeCoin> coins{}; ///< largest first
    QString receiptTitle;            ///< "Receipt for sale 1042"
    QString receiptState;            ///< "nothing printed yet"
    QString saved;                   ///< "The change stays here until then. Sale 1042 is saved."
};

/// Takes the place of lines and pay zone after paying, and stays until the next scan: no timer.
class ChangePanel : public QWidget {
    Q_OBJECT

public:
    explicit ChangePanel(QWidget* parent = nullptr);
    void setSale(const PaidSale& sale); ///< also announces the change to screen readers
    void setKeys(const SellKeys& keys);
    enum class Printing { No, Asked, Ordered };
    /// What the button of the receipt does: show it, print it (P), print it once more.
    void setPrinting(Printing printing);
    void setReceiptState(const QString& words); ///< "printed"

Q_SIGNALS:
    void receiptRequested();
    void mailRequested();
    void giftRequested();
    void done(); ///< the next sale may begin

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fitChange();
    QWidget* buildSum();
    QWidget* buildNext();
    PlainLabel* m_toPayLabel;
    PlainLabel* m_toPay;
    PlainLabel* m_receivedLabel;
    PlainLabel* m_received;
    PlainLabel* m_changeLabel;
    PlainLabel* m_change;
    PlainLabel* m_give;
    CoinRow* m_coins;
    PlainLabel* m_receiptTitle;
    PlainLabel* m_receiptState;
    PlainLabel* m_saved;
    KeyButton* m_receipt;
    QKeySequence m_printAgain;
    Printing m_printing = Printing::No;
    KeyButton* m_done;
    KeyButton* m_mail;
    KeyButton* m_gift;
};

} // namespace till
