#pragma once

#include <QAbstractButton>

namespace till {

/// One choice of Segments (private to them). The row's ends are round.
class SegmentButton : public QAbstractButton {
    Q_OBJECT

public:
    enum class Place { First, Middle, Last };
    SegmentButton(const QString& words, Place place, QWidget* parent);
    void setHeights(int standard, int touch);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Place m_place;
    int m_heightStandard = 32;
    int m_heightTouch = 48;
};

} // namespace till
