#include "ui/kit/plain_label.h"

#include "ui/kit/paint.h"
#include "ui/kit/theme.h"

#include <QPainter>
#include <QStyle>

namespace till {

const QColor& inkColour(Ink ink)
{
    const Colours& c = tokens().colours();
    switch (ink) {
    case Ink::Text: return c.text;
    case Ink::Secondary: return c.text2;
    case Ink::Primary: return c.primary;
    case Ink::Danger: return c.danger;
    case Ink::OnWarn: return c.onWarn;
    case Ink::OnOk: return c.onOk;
    case Ink::OnBad: return c.onBad;
    case Ink::Disabled: return c.disabledText;
    }
    Q_UNREACHABLE();
}

PlainLabel::PlainLabel(const QString& text, QWidget* parent)
    : PlainLabel{text, 14, QFont::Normal, Ink::Text, parent}
{
}

PlainLabel::PlainLabel(const QString& text, int size, int weight, Ink ink, QWidget* parent)
    : QLabel{parent}
    , m_size{size}
    , m_weight{weight}
    , m_ink{ink}
{
    setTextFormat(Qt::PlainText);
    setText(text);
    onTheme(this, [this] { adapt(); });
}

void PlainLabel::setLook(int size, int weight, Ink ink)
{
    m_size = size;
    m_weight = weight;
    m_ink = ink;
    adapt();
}

void PlainLabel::setInk(Ink ink)
{
    m_ink = ink;
    adapt();
}

void PlainLabel::setElided(bool elided)
{
    if (m_elided && !elided) setToolTip({}); // it was the whole of the last text
    m_elided = elided;
    setSizePolicy(elided ? QSizePolicy::Ignored : QSizePolicy::Preferred, QSizePolicy::Preferred);
    updateGeometry();
}

void PlainLabel::setPlainText(const QString& text)
{
    setText(text);
    if (m_elided) setPlainToolTip(*this, text);
}

QSize PlainLabel::minimumSizeHint() const
{
    const QSize hint = QLabel::minimumSizeHint();
    return m_elided ? QSize{0, hint.height()} : hint;
}

void PlainLabel::paintEvent(QPaintEvent* event)
{
    const bool selectable = textInteractionFlags().testFlag(Qt::TextSelectableByMouse);
    if (!m_elided && selectable) {
        QLabel::paintEvent(event);
        return;
    }
    // Painted here because a change of the style sheet gives a label its inherited palette back.
    QPainter painter{this};
    painter.setLayoutDirection(layoutDirection());
    if (m_elided) {
        paintText(painter, contentsRect(), text(), font(), inkColour(m_ink), alignment());
        return;
    }
    const int inset = std::max(0, indent());
    const bool fromRight = layoutDirection() == Qt::RightToLeft;
    const QRect box = contentsRect().adjusted(fromRight ? 0 : inset, 0, fromRight ? -inset : 0, 0);
    painter.setFont(font());
    painter.setPen(inkColour(isEnabled() ? m_ink : Ink::Disabled));
    const auto visual = QStyle::visualAlignment(layoutDirection(), alignment());
    painter.drawText(
        box, static_cast<int>(visual) | (wordWrap() ? Qt::TextWordWrap : 0) | directionFlag(text()), text());
}

void PlainLabel::adapt()
{
    setFont(tokens().font(m_size, m_weight));
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, inkColour(m_ink));
    setPalette(colours);
    update();
}

void setPlainToolTip(QWidget& widget, const QString& text)
{
    // Qt guesses: a text that looks like markup would be rendered as such, an escaped one in <qt> never is.
    widget.setToolTip(text.isEmpty() ? QString{} : QStringLiteral("<qt>%1</qt>").arg(text.toHtmlEscaped()));
}

} // namespace till
