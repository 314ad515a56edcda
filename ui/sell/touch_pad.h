#pragma once

#include <QWidget>

namespace till {

class PlainLabel;

/// The number pad beside the tiles for those who sell with their fingers: number first, then what it is. It
/// types into the item field; its owner connects the two.
class TouchPad : public QWidget {
    Q_OBJECT

public:
    explicit TouchPad(QChar decimalSign, QWidget* parent = nullptr);
    void showTyped(const QString& text); ///< the figures in the item field, large; no names

Q_SIGNALS:
    void typed(const QString& text);
    void backspace();
    void entered();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QWidget* m_box;
    PlainLabel* m_number;
};

} // namespace till
