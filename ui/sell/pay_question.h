#pragma once

#include <QString>
#include <QWidget>

class QLineEdit;

namespace till {

class PlainLabel;

/// One thing to type before a payment goes on: the slip of a card, the number of a voucher, cash of another
/// country. Enter goes on, Escape steps back. Its owner says what is wrong with it.
class PayQuestion : public QWidget {
    Q_OBJECT

public:
    struct Words {
        QString title;
        QString detail;
        QString field;    ///< name of what is typed
        QString proposal; ///< stands in it at first, marked
        QString go;       ///< on the button
        QString second{}; ///< name of another field that may stay empty; none without it
    };
    /// With a pad of figures where an amount is typed.
    PayQuestion(const Words& words, QChar decimalSign, bool hasPad, QWidget* parent = nullptr);
    void takeFocus();
    void refuse(const QString& why);
    void takeScan(const QString& code); ///< into the field that takes codes: the last one

Q_SIGNALS:
    void answered(const QString& text, const QString& second);
    void left();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void go();
    QLineEdit* m_edit;
    QLineEdit* m_second = nullptr;
    PlainLabel* m_problem;
};

} // namespace till
