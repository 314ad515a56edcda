#include "ui/wizard/wizard_step.h"

#include "ui/kit/icons.h"
#include "ui/kit/paint.h"
#include "ui/kit/theme.h"

#include <QPainter>

namespace till {

using namespace Qt::StringLiterals;

WizardStep::WizardStep(int number, const QString& word, QWidget* parent)
    : QAbstractButton{parent}
    , m_number{number}
{
    setText(word);
    setObjectName(u"wizardStep"_s + QString::number(number));
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setState(State::Ahead);
}

void WizardStep::setState(State state)
{
    m_state = state;
    setEnabled(state == State::Done);
    setAccessibleName(state == State::Done ? tr("%1, done").arg(text()) : text());
    update();
}

QSize WizardStep::sizeHint() const
{
    return {tokens().px(232), tokens().px(44)};
}

void WizardStep::paintEvent(QPaintEvent*)
{
    const Tokens& t = tokens();
    const Colours& c = t.colours();
    QPainter painter{this};
    painter.setLayoutDirection(layoutDirection());
    const bool current = m_state == State::Current;
    if (current) paintBox(painter, rect(), t.px(8), c.sel, {});
    if (hasFocus()) paintBox(painter, rect(), t.px(8), {}, c.primary, t.px(2));
    const int size = t.px(24);
    const QRect mark = mirrored(painter, {t.px(12), (height() - size) / 2, size, size}, rect());
    const QColor fill = m_state == State::Done ? c.noteOk : current ? c.primary : c.surface2;
    paintBox(painter, mark, size / 2, fill, {});
    if (m_state == State::Done) {
        const int inset = t.px(5);
        paintIcon(painter, mark.adjusted(inset, inset, -inset, -inset), u"check"_s, c.onOk);
    } else {
        paintText(painter, mark, QString::number(m_number), t.font(12, QFont::DemiBold),
            current ? c.onPrimary : c.text2, Qt::AlignCenter);
    }
    const QRect words{t.px(44), 0, width() - t.px(52), height()};
    paintText(painter, mirrored(painter, words, rect()), text(),
        t.font(14, current ? QFont::DemiBold : QFont::Normal), m_state == State::Ahead ? c.text2 : c.text);
}

} // namespace till
