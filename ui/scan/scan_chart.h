#pragma once

#include "domain/scan/scan_calibration.h"

#include <QWidget>

namespace till {

/// The times between keys, a dot each: a row per scan or typed word, the newest on top, and the line that
/// separates the two.
class ScanChart : public QWidget {
    Q_OBJECT

public:
    explicit ScanChart(QWidget* parent = nullptr);
    void setTrains(const std::deque<KeyTrain>& trains);
    void setGap(int gapMs); ///< what counts as one scan now

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int xOf(int gapMs) const;
    void paintAxis(QPainter& painter) const;
    void paintTrain(QPainter& painter, const KeyTrain& train, int row) const;
    std::vector<KeyTrain> m_trains; ///< the newest first
    int m_gap = 30;
};

/// A code as it came, control characters and spaces made visible: "␝", "␣".
QString visibleText(std::u32string_view text);

} // namespace till
