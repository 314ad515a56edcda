#pragma once

#include "ui/sell/part_list.h"
#include "ui/sell/pay_groups.h"
#include "ui/sell/sell_keys.h"

#include <QWidget>

#include <vector>

class QHBoxLayout;
class QLineEdit;

namespace till {

class KeyButton;
class NumberPad;
class PlainLabel;

struct PartsState {
    QString total; ///< "32,41"
    std::vector<PaidPart> parts;
    QString left;           ///< with the currency sign
    QString amountField;    ///< what the amount field starts with
    bool givesBack = false; ///< money goes out, and the amounts are what does
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
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* buildHead();
    QWidget* buildParts();
    QWidget* buildPad(QChar decimalSign);
    void type(const QString& text);
    void say(bool givesBack);
    void fitParts();
    void fitLeft();
    KeyButton* m_back;
    PlainLabel* m_safe;
    PlainLabel* m_title;
    PlainLabel* m_totalLabel;
    PlainLabel* m_leftLabel;
    PlainLabel* m_leftHint;
    PlainLabel* m_total;
    PlainLabel* m_left;
    PartList* m_parts;
    QHBoxLayout* m_lower;
    PayGroupCards* m_groups;
    QLineEdit* m_amount = nullptr;
    KeyButton* m_partCard;
    KeyButton* m_partCash;
    bool m_amountIsProposal = true;
};

} // namespace till
