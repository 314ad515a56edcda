#pragma once

#include <QStringList>
#include <QWidget>

namespace till {

/// Why the drawer is opened without a sale: one figure, or one touch.
class DrawerPage : public QWidget {
    Q_OBJECT

public:
    explicit DrawerPage(const QStringList& reasons, QWidget* parent = nullptr);
    void takeFocus();

Q_SIGNALS:
    void chosen(const QString& reason);
    void left();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QStringList m_reasons;
};

} // namespace till
