#include "ui/settings/section_button.h"

#include "ui/kit/icons.h"
#include "ui/kit/paint.h"
#include "ui/kit/theme.h"

#include <QPainter>

namespace till {

SectionButton::SectionButton(const QString& id, const QString& icon, const QString& word, QWidget* parent)
    : QAbstractButton{parent}
    , m_id{id}
    , m_icon{icon}
{
    setObjectName(QStringLiteral("section_") + id);
    setText(word);
    setAccessibleName(word);
    setCheckable(true);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    onTheme(this, [this] {
        setFixedHeight(tokens().px(36, 52));
        update();
    });
}

QSize SectionButton::sizeHint() const
{
    const Tokens& t = tokens();
    return {t.px(12 + 18 + 10 + 12) + textWidth(t.font(14, QFont::DemiBold), text()), t.px(36, 52)};
}

void SectionButton::paintEvent(QPaintEvent*)
{
    const Tokens& t = tokens();
    const Colours& c = t.colours();
    QPainter painter{this};
    painter.setLayoutDirection(layoutDirection());
    const QColor fill = isChecked() ? c.sel : underMouse() ? c.surface2 : QColor{};
    paintBox(painter, rect(), t.px(8), fill, hasFocus() ? c.primary : QColor{}, t.px(2));
    const QRect icon{t.px(12), (height() - t.px(18)) / 2, t.px(18), t.px(18)};
    paintIcon(painter, mirrored(painter, icon, rect()), m_icon, c.text);
    const QRect words{t.px(40), 0, width() - t.px(48), height()};
    paintText(painter, mirrored(painter, words, rect()), text(),
        t.font(14, isChecked() ? QFont::Bold : QFont::Normal), c.text);
}

} // namespace till
