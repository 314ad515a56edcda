#include "ui/kit/plain_label.h"

#include "ui/kit/paint.h"
#include "ui/kit/theme.h"

#include <QPainter>

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
    if (!m_elided) {
        QLabel::paintEvent(event);
        return;
    }
    QPainter painter{this};
    paintText(painter, contentsRect(), text(), font(), inkColour(m_ink), alignment());
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
