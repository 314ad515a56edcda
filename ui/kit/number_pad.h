#pragma once

#include <QWidget>

#include <array>

class QGridLayout;

namespace till {

class KeyButton;

/// A 4 x 4 pad that types into whatever its owner says: digits, 00, the decimal sign, back and Enter,
/// and two keys of the owner's own ("C" and "½", or "×" and "%").
class NumberPad : public QWidget {
    Q_OBJECT

public:
    struct OwnKey {
        QString text;
        QString spoken; ///< for a screen reader: "half"
    };
    NumberPad(const OwnKey& upper, const OwnKey& lower, QChar decimalSign, QWidget* parent = nullptr);

Q_SIGNALS:
    void typed(const QString& text); ///< digits, "00" or the decimal sign
    void backspace();
    void entered();
    void ownKeyPressed(int which); ///< 0 the upper, 1 the lower

private:
    KeyButton* addKey(QGridLayout& grid, int row, int column, const QString& text, const QString& name);
};

} // namespace till
