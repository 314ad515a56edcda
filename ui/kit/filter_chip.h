#pragma once

#include <QAbstractButton>

namespace till {

/// A filter that is on or off: "Today", "Bread". 28 px high; on, it has the selection's colour and a border.
class FilterChip : public QAbstractButton {
    Q_OBJECT

public:
    explicit FilterChip(const QString& text, int swatch = 0, QWidget* parent = nullptr);

    void setChevron(bool shown); ///< opens a menu
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int m_swatch;
    bool m_chevron = false;
};

} // namespace till
