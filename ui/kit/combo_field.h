#pragma once

#include <QComboBox>

namespace till {

/// A combo box with our chevron (a style sheet cannot recolour an SVG) and, if wanted, an icon in front.
/// The wheel changes it only when it has the focus.
class ComboField : public QComboBox {
    Q_OBJECT

public:
    explicit ComboField(QWidget* parent = nullptr);
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
};

} // namespace till
