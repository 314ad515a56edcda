#pragma once

#include <QCheckBox>

namespace till {

/// A check box in the program's own colours: Fusion's is drawn from the window colour, which dark on dark
/// nobody sees.
class CheckField : public QCheckBox {
    Q_OBJECT

public:
    explicit CheckField(const QString& words, QWidget* parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    bool hitButton(const QPoint& at) const override { return rect().contains(at); }
};

} // namespace till
