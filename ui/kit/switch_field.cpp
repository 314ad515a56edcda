#include "ui/kit/switch_field.h"

#include "ui/kit/paint.h"
#include "ui/kit/theme.h"

#include <QKeyEvent>
#include <QPainter>

namespace till {

namespace {
constexpr int kTrackWidth = 34;
constexpr int kTrackHeight = 20;
constexpr int kRing = 3; // between the track and the ring of the focus
} // namespace

SwitchField::SwitchField(const QString& name, QWidget* parent)
    : QAbstractButton{parent}
{
    setAccessibleName(name);
    setCheckable(true);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    onTheme(this, [this] {
        updateGeometry();
        update();
    });
}

QSize SwitchField::sizeHint() const
{
    const Tokens& t = tokens();
    return {t.px(kTrackWidth + 2 * kRing), t.px(28, 48)};
}

void SwitchField::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) return click();
    QAbstractButton::keyPressEvent(event);
}

void SwitchField::paintEvent(QPaintEvent*)
{
    const Tokens& t = tokens();
    const Colours& c = t.colours();
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setLayoutDirection(layoutDirection());
    const int high = t.px(kTrackHeight);
    const QRect track{t.px(kRing), (height() - high) / 2, t.px(kTrackWidth), high};
    if (hasFocus()) {
        const int ring = t.px(kRing);
        const auto around = track.adjusted(-ring, -ring, ring, ring);
        paintBox(painter, mirrored(painter, around, rect()), around.height() / 2, {}, c.primary, t.px(2));
    }
    const QColor fill = !isEnabled() ? c.hair : isChecked() ? c.primary : c.input;
    paintBox(painter, mirrored(painter, track, rect()), high / 2, fill, {});
    const int knob = high - t.px(6);
    const int x = isChecked() ? track.right() + 1 - t.px(3) - knob : track.left() + t.px(3);
    const QRect at{x, track.top() + t.px(3), knob, knob};
    paintBox(painter, mirrored(painter, at, rect()), knob / 2, isChecked() ? c.onPrimary : c.surface, {});
}

} // namespace till
