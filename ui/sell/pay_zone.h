#pragma once

#include "ui/sell/sell_keys.h"

#include <QWidget>

#include <array>
#include <vector>

namespace till {

class KeyBadge;
class KeyButton;
class PlainLabel;

/// A sum a customer is likely to hand over.
struct CashNote {
    qint64 minor = 0; ///< handed over, in minor units
    QString text;     ///< "50", "32,50"
    QString back{};   ///< "back 17,59"; empty while nothing is to pay
};

/// Paying without leaving the page: one touch on a note takes the cash and finishes.
class PayZone : public QWidget {
    Q_OBJECT

public:
    explicit PayZone(QWidget* parent = nullptr);

    void setNotes(const std::vector<CashNote>& notes); ///< the first four
    void setCashAmount(const QString& amount);         ///< on the Cash button; empty hides it
    void setPayable(bool payable);                     ///< off: everything disabled, nothing hidden
    void setGivingBack(bool back);                     ///< money goes out: no notes to touch
    void setKeys(const SellKeys& keys);
    void setNarrow(bool narrow); ///< the 400 px cart of a small screen

Q_SIGNALS:
    void noteChosen(qint64 minor);
    void partCashRequested();
    void cardRequested();
    void cashRequested();

private:
    void adapt();
    void enable();
    PlainLabel* m_caption;
    KeyBadge* m_captionKey;
    std::array<KeyButton*, 4> m_notes{};
    std::vector<CashNote> m_values;
    KeyButton* m_part;
    KeyButton* m_card;
    KeyButton* m_cash;
    bool m_narrow = false;
    bool m_payable = false;
    bool m_givingBack = false;
};

} // namespace till
