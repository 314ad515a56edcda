#include "ui/kit/key_button.h"

#include "ui/kit/key_badge.h"
#include "ui/kit/theme.h"

#include <QEvent>
#include <QKeyEvent>

namespace till {

KeyButton::KeyButton(const QString& text, QWidget* parent)
    : KeyButton{{}, text, {}, parent}
{
}

KeyButton::KeyButton(const QString& iconName, const QString& text, const QKeySequence& key, QWidget* parent)
    : QPushButton{text, parent}
    , m_iconName{iconName}
    , m_key{key}
{
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setAutoDefault(false);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    onTheme(this, [this] { refresh(); });
}

void KeyButton::keyPressEvent(QKeyEvent* event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier) return click();
    QPushButton::keyPressEvent(event);
}

void KeyButton::refresh()
{
    setMinimumHeight(standardHeight());
    setMaximumHeight(m_stretchy ? QWIDGETSIZE_MAX : standardHeight());
    updateGeometry();
    update();
}

int KeyButton::standardHeight() const
{
    return tokens().px(m_heightStandard, m_heightTouch);
}

void KeyButton::setStretchy()
{
    m_stretchy = true;
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    refresh();
}

void KeyButton::setKind(ButtonKind kind)
{
    m_kind = kind;
    update();
}

void KeyButton::setIconName(const QString& name)
{
    m_iconName = name;
    refresh();
}

void KeyButton::setKey(const QKeySequence& key)
{
    if (key == m_key) return;
    m_key = key;
    refresh();
    Q_EMIT keyChanged();
}

void KeyButton::setAmount(const QString& amount)
{
    m_amount = amount;
    // Spoken together with the word: "Cash 32,41".
    setAccessibleName(amount.isEmpty() ? text() : text() + u' ' + amount);
    refresh();
}

void KeyButton::setCaption(const QString& caption)
{
    m_caption = caption;
    m_arrangement = Arrangement::Stacked;
    setAccessibleDescription(caption);
    refresh();
}

void KeyButton::setCount(int count)
{
    m_count = count;
    setAccessibleDescription(count > 0 ? QString::number(count) : QString{});
    refresh();
}

void KeyButton::setArrangement(Arrangement arrangement)
{
    m_arrangement = arrangement;
    refresh();
}

void KeyButton::setTextSize(int size, int weight)
{
    m_textSize = size;
    m_textWeight = weight;
    refresh();
}

void KeyButton::setHeights(int standard, int touch)
{
    m_heightStandard = standard;
    m_heightTouch = touch;
    refresh();
}

void KeyButton::setIconShown(bool shown)
{
    if (shown == m_iconShown) return;
    m_iconShown = shown;
    refresh();
}

void KeyButton::setIconSizeAt100(int size)
{
    m_iconSize = size;
    refresh();
}

void KeyButton::setSwatch(int seriesIndex)
{
    m_swatch = seriesIndex;
    refresh();
}

bool KeyButton::showsKey() const
{
    return !m_key.isEmpty() && Theme::instance().look().showKeys;
}

int KeyButton::padding() const
{
    return tokens().px(m_textSize == 14 && m_heightStandard >= 40 ? 14 : 8);
}

QSize KeyButton::sizeHint() const
{
    return {contentWidth() + 2 * padding(), standardHeight()};
}

QSize KeyButton::minimumSizeHint() const
{
    // Narrower than its content is allowed (words elide), narrower than a finger is not.
    return {std::min(sizeHint().width(), tokens().px(36, 56)), standardHeight()};
}

} // namespace till
