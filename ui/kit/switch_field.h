#pragma once

#include <QAbstractButton>

namespace till {

/// Something that is on or off, at once: a switch without words, beside the ones that say what it is.
class SwitchField : public QAbstractButton {
    Q_OBJECT

public:
    /// `name` is what a screen reader says: what is switched.
    explicit SwitchField(const QString& name, QWidget* parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void keyPressEvent(QKeyEvent* event) override; ///< Enter switches too
    void paintEvent(QPaintEvent* event) override;
};

} // namespace till
