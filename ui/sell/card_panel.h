#pragma once

#include <QWidget>

namespace till {

class KeyButton;
class PlainLabel;

/// A payment at the card terminal while it is under way, and what can be done where nobody knows its end.
class CardPanel : public QWidget {
    Q_OBJECT

public:
    explicit CardPanel(QWidget* parent = nullptr);

    struct View {
        QString amount;   ///< with the currency sign
        QString words;    ///< "Present the card"
        QString detail{}; ///< what is safe and what to do next
        bool isUnderWay = true;
        bool isUnknown = false;
        bool canAsk = true; ///< there is a terminal to ask
    };
    void showPayment(const View& view); ///< also announces the words to a screen reader

Q_SIGNALS:
    void cancelRequested();
    void askRequested();
    void chargedDecided(bool charged);
    void left();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    PlainLabel* m_amount;
    PlainLabel* m_words;
    PlainLabel* m_detail;
    KeyButton* m_cancel;
    KeyButton* m_ask;
    KeyButton* m_charged;
    KeyButton* m_notCharged;
    KeyButton* m_back;
};

} // namespace till
