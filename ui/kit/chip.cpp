#include "ui/kit/chip.h"

#include "ui/kit/paint.h"
#include "ui/kit/theme.h"

#include <QPainter>

namespace till {

QSize chipSize(const QString& text)
{
    const Tokens& t = tokens();
    return {textWidth(t.font(12, QFont::DemiBold), text) + 2 * t.px(10), t.px(24)};
}

void paintChip(QPainter& painter, const QRect& box, const QString& text, Tone tone)
{
    const Tokens& t = tokens();
    paintBox(painter, box, box.height() / 2, t.noteFill(tone), {});
    const QRect inner = box.adjusted(t.px(6), 0, -t.px(6), 0);
    paintText(painter, inner, text, t.font(12, QFont::DemiBold), t.noteText(tone), Qt::AlignCenter);
}

Chip::Chip(const QString& text, Tone tone, QWidget* parent)
    : QWidget{parent}
    , m_text{text}
    , m_tone{tone}
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    onTheme(this, [this] {
        updateGeometry();
        update();
    });
}

void Chip::setChip(const QString& text, Tone tone)
{
    m_text = text;
    m_tone = tone;
    setAccessibleName(text);
    setVisible(!text.isEmpty());
    updateGeometry();
    update();
}

void Chip::paintEvent(QPaintEvent*)
{
    QPainter painter{this};
    paintChip(painter, rect(), m_text, m_tone);
}

} // namespace till
