#pragma once

#include "ui/kit/tokens.h"

#include <QWidget>

namespace till {

QSize chipSize(const QString& text);
void paintChip(QPainter& painter, const QRect& box, const QString& text, Tone tone);

/// A short fact in a coloured pill: "4 left", "Drawer open". The word says it, the colour repeats it.
class Chip : public QWidget {
    Q_OBJECT

public:
    explicit Chip(const QString& text = {}, Tone tone = Tone::Neutral, QWidget* parent = nullptr);

    void setChip(const QString& text, Tone tone); ///< an empty text hides it
    QString text() const { return m_text; }

    QSize sizeHint() const override { return chipSize(m_text); }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_text;
    Tone m_tone;
};

} // namespace till
