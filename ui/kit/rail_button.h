#pragma once

#include <QAbstractButton>

namespace till {

/// One entry of the PageRail: icon above word; the digit of its key in the corner while asked for.
class RailButton : public QAbstractButton {
    Q_OBJECT

public:
    RailButton(const QString& id, const QString& iconName, const QString& word, QWidget* parent = nullptr);

    QString id() const { return m_id; }
    bool isAtBottom() const { return m_atBottom; }
    void setAtBottom(bool atBottom) { m_atBottom = atBottom; }
    int digit() const { return m_digit; }
    void setDigit(int digit) { m_digit = digit; }
    void setDigitShown(bool shown);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_id;
    QString m_iconName;
    int m_digit = 0;
    bool m_digitShown = false;
    bool m_atBottom = false;
};

} // namespace till
