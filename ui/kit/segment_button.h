#pragma once

#include <QAbstractButton>

namespace till {

/// One choice of Segments (private to them). The row's ends are round.
class SegmentButton : public QAbstractButton {
    Q_OBJECT

public:
    enum class Place { First, Middle, Last };
    SegmentButton(const QString& words, Place place, QWidget* parent);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Place m_place;
};

} // namespace till
