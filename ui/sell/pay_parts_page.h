#pragma once

#include "ui/sell/pay_groups.h"
#include "ui/sell/sell_keys.h"

#include <QWidget>

#include <vector>

class QLineEdit;
class QVBoxLayout;

namespace till {

class KeyButton;
class NumberPad;
class PlainLabel;

/// One part that is paid already.
struct PaidPart {
    int position = 0; ///< as the cart counts its tenders
    QString iconName; ///< "banknote", "credit-card"
    QString name;     ///< "Cash"
    QString detail;   ///< "part 1, given 20,00 at 15:07"
    QString amount;   ///< "−20,00"
};

struct PartsState {
    QString total; ///< "32,41"
    std::vector<PaidPart> parts;
    QString left;        ///< with the currency sign
    QString amountField; ///< what the amount field starts with
};

/// Paying a sale in parts. The cart stays beside it: its Card and Cash take what is left.
class PayPartsPage : public QWidget {
    Q_OBJECT

public:
    PayPartsPage(QChar decimalSign, QWidget* parent = nullptr);

    void setState(const PartsState& state);
    void setGroups(const PayGroups& groups); ///< a group without entries is not shown
    void setKeys(const SellKeys& keys);
    QString amountText() const;
    void setAmountText(const QString& text);
    void focusAmount();

Q_SIGNALS:
    void backRequested();
    void removePartRequested(int position);
    void methodChosen(const QString& id);
    void shareChosen(int parts);
    void foreignChosen(const QString& currency);
    void halfRequested(); ///< the owner knows half of what is left
    void partCardRequested();
    void partCashRequested();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* buildHead();
    QWidget* buildParts();
    QWidget* buildPad(QChar decimalSign);
    void type(const QString& text);
    KeyButton* m_back;
    PlainLabel* m_total;
    PlainLabel* m_left;
    QVBoxLayout* m_partRows;
    PayGroupCards* m_groups;
    QLineEdit* m_amount = nullptr;
    KeyButton* m_partCard;
    KeyButton* m_partCash;
    int m_lastPosition = -1;
    bool m_amountIsProposal = true;
};

} // namespace till
