#pragma once

#include "ui/kit/scan_receiver.h"

#include <QString>
#include <QWidget>

#include <functional>

class QHBoxLayout;
class QLineEdit;

namespace till {

class PlainLabel;

/// One thing to type before a payment goes on: the slip of a card, the number of a voucher, cash of another
/// country. Enter goes on, Escape steps back. Its owner says what is wrong with it.
class PayQuestion : public QWidget, public ScanReceiver {
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
    void setCode(const QString& code); ///< into the field that takes codes: the last one
    /// What is scanned while it is asked. False: no use for it here, the sale may have it.
    void setTakeScan(std::function<bool(const QString& code)> take) { m_takeScan = std::move(take); }
    bool takeScan(const QString& code) override { return m_takeScan && m_takeScan(code); }

Q_SIGNALS:
    void answered(const QString& text, const QString& second);
    void left();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QHBoxLayout* makeButtons(const QString& word);
    QWidget* makePad(QChar decimalSign);

    void go();
    QLineEdit* m_edit;
    QLineEdit* m_second = nullptr;
    PlainLabel* m_problem;
    std::function<bool(const QString& code)> m_takeScan;
};

} // namespace till
