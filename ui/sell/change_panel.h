#pragma once

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
    QString toPay;
    QString receivedLabel; ///< "Received, cash"
    QString received;
    QString change;                  ///< with the currency sign; empty when there is none to give
    QString doneWords{};             ///< instead of the change: "Paid by card"
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
    void setReceiptState(const QString& words);

    enum class Action { Print, Email, None, Gift, Invoice, Return };
    /// Actions the shop cannot do are not shown.
    void setActionShown(Action action, bool shown);

Q_SIGNALS:
    void actionRequested(till::ChangePanel::Action action);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fitChange();
    QWidget* buildSum();
    QWidget* buildNext();
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
    std::vector<KeyButton*> m_actions;
};

} // namespace till
