#include "ui/kit/filter_chip.h"

#include "ui/kit/icons.h"
#include "ui/kit/paint.h"
#include "ui/kit/theme.h"

#include <QPainter>

namespace till {

namespace {
constexpr int kWidest = 220;
}

FilterChip::FilterChip(const QString& text, int swatch, QWidget* parent)
    : QAbstractButton{parent}
    , m_swatch{swatch}
{
    setText(text);
    setAccessibleName(text);
    setCheckable(true);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    onTheme(this, [this] {
        updateGeometry();
        update();
    });
}

void FilterChip::setChevron(bool shown)
{
    m_chevron = shown;
    updateGeometry();
}

QSize FilterChip::sizeHint() const
{
    const Tokens& t = tokens();
    const int words = textWidth(t.font(13, QFont::DemiBold), text());
    const int width = words + t.px(24) + (m_swatch > 0 ? t.px(18) : 0) + (m_chevron ? t.px(20) : 0);
    return {std::min(width, t.px(kWidest)), t.px(28, 44)};
}

void FilterChip::paintEvent(QPaintEvent*)
{
    const Tokens& t = tokens();
    const Colours& c = t.colours();
    QPainter painter{this};
    painter.setLayoutDirection(layoutDirection());
    const bool on = isChecked();
    const QColor fill = on ? c.sel : underMouse() ? c.surface2 : c.surface;
    const QColor border = on || hasFocus() ? c.primary : c.hair;
    paintBox(painter, rect(), height() / 2, fill, border, hasFocus() ? t.px(2) : 1);
    int x = t.px(12);
    if (m_swatch > 0) {
        const QRect square{x, (height() - t.px(10)) / 2, t.px(10), t.px(10)};
        paintBox(painter, mirrored(painter, square, rect()), t.px(3), t.series(m_swatch), {});
        x += t.px(18);
    }
    const QRect words{x, 0, width() - x - t.px(m_chevron ? 28 : 12), height()};
    paintText(painter, mirrored(painter, words, rect()), text(), t.font(13, QFont::DemiBold), c.text);
    if (m_chevron) {
        const QRect arrow{width() - t.px(26), (height() - t.px(16)) / 2, t.px(16), t.px(16)};
        paintIcon(painter, mirrored(painter, arrow, rect()), QStringLiteral("chevron-down"), c.text2);
    }
}

} // namespace till
