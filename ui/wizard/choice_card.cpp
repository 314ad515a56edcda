#include "ui/wizard/choice_card.h"

#include "ui/kit/icons.h"
#include "ui/kit/paint.h"
#include "ui/kit/theme.h"

#include <QPainter>

namespace till {

ChoiceCard::ChoiceCard(const QString& iconName, const QString& name, const QString& sentence, QWidget* parent)
    : QAbstractButton{parent}
    , m_iconName{iconName}
{
    setText(name);
    setAccessibleName(name);
    setCheckable(true);
    setAutoExclusive(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setSentence(sentence);
    onTheme(this, [this] { updateGeometry(); });
}

void ChoiceCard::setSentence(const QString& sentence)
{
    m_sentence = sentence;
    setAccessibleDescription(sentence);
    update();
}

QSize ChoiceCard::sizeHint() const
{
    return {tokens().px(480), tokens().px(84)};
}

void ChoiceCard::paintEvent(QPaintEvent*)
{
    const Tokens& t = tokens();
    const Colours& c = t.colours();
    QPainter painter{this};
    painter.setLayoutDirection(layoutDirection());
    const bool marked = isChecked() || hasFocus();
    paintBox(painter, rect(), t.px(10),
        isChecked()    ? c.sel
        : underMouse() ? c.surface2
                       : c.surface,
        marked ? c.primary : c.hair, hasFocus() ? t.px(2) : 1);
    const int size = t.px(28);
    const QRect icon{t.px(20), (height() - size) / 2, size, size};
    paintIcon(painter, mirrored(painter, icon, rect()), m_iconName, c.primary);
    const QRect name{t.px(68), t.px(12), width() - t.px(84), t.px(24)};
    paintText(painter, mirrored(painter, name, rect()), text(), t.font(16, QFont::DemiBold), c.text);
    const QRect sentence{t.px(68), t.px(37), width() - t.px(84), t.px(40)};
    paintLines(painter, mirrored(painter, sentence, rect()), m_sentence, t.font(13), c.text2, 2);
}

} // namespace till
