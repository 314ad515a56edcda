#include "ui/kit/check_field.h"

#include "ui/kit/icons.h"
#include "ui/kit/paint.h"
#include "ui/kit/theme.h"

#include <QPainter>

namespace till {

namespace {
constexpr int kBox = 18;
constexpr int kGap = 8;
} // namespace

CheckField::CheckField(const QString& words, QWidget* parent)
    : QCheckBox{words, parent}
{
    setAccessibleName(words);
    onTheme(this, [this] {
        updateGeometry();
        update();
    });
}

QSize CheckField::sizeHint() const
{
    const Tokens& t = tokens();
    return {t.px(kBox + kGap) + textWidth(t.font(14), text()) + t.px(2), t.px(24, 44)};
}

void CheckField::paintEvent(QPaintEvent*)
{
    const Tokens& t = tokens();
    const Colours& c = t.colours();
    QPainter painter{this};
    painter.setLayoutDirection(layoutDirection());
    const int size = t.px(kBox);
    const QRect box = mirrored(painter, {0, (height() - size) / 2, size, size}, rect());
    const QColor border = hasFocus() || isChecked() ? c.primary : c.input;
    paintBox(painter, box, t.px(4), isChecked() ? c.primary : c.surface, border, hasFocus() ? t.px(2) : 1);
    if (isChecked()) paintIcon(painter, box.adjusted(2, 2, -2, -2), QStringLiteral("check"), c.onPrimary);
    const QRect words{t.px(kBox + kGap), 0, width() - t.px(kBox + kGap), height()};
    paintText(
        painter, mirrored(painter, words, rect()), text(), t.font(14), isEnabled() ? c.text : c.disabledText);
}

} // namespace till
