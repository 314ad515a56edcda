#pragma once

#include <QWidget>

class QLineEdit;

namespace till {

/// A large figure to type, with its name in front.
class AmountBox : public QWidget {
    Q_OBJECT

public:
    explicit AmountBox(const QString& name, QWidget* parent = nullptr);
    QLineEdit* edit() const { return m_edit; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QLineEdit* m_edit;
};

} // namespace till
