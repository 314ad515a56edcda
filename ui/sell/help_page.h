#pragma once

#include <QWidget>

namespace till {

/// All keys of the Sell page, by what they do.
class HelpPage : public QWidget {
    Q_OBJECT

public:
    /// `samplePrice`: as the shop writes one.
    explicit HelpPage(const QString& samplePrice, QWidget* parent = nullptr);

Q_SIGNALS:
    void left();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* buildKeys(const QString& samplePrice);
};

} // namespace till
