#pragma once

#include <QWidget>

namespace till {

/// All keys of the Sell page, by what they do.
class HelpPage : public QWidget {
    Q_OBJECT

public:
    explicit HelpPage(QWidget* parent = nullptr);

Q_SIGNALS:
    void left();

protected:
    void keyPressEvent(QKeyEvent* event) override;
};

} // namespace till
