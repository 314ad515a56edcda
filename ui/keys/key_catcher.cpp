#include "ui/keys/key_catcher.h"

#include <QKeyEvent>

namespace till {

namespace {

bool isModifier(int key)
{
    return key == Qt::Key_Shift || key == Qt::Key_Control || key == Qt::Key_Alt || key == Qt::Key_Meta ||
           key == Qt::Key_AltGr || key == Qt::Key_CapsLock || key == Qt::Key_NumLock ||
           key == Qt::Key_unknown;
}

QKeySequence sequenceOf(const QKeyEvent& event)
{
    auto modifiers = event.modifiers() & ~Qt::KeypadModifier;
    const auto key = static_cast<Qt::Key>(event.key());
    // "%" is Shift and 5 on one keyboard and not on another: the sign is what counts.
    const bool sign = key < Qt::Key_Escape && !(key >= Qt::Key_A && key <= Qt::Key_Z);
    if (sign) modifiers &= ~Qt::ShiftModifier;
    return QKeySequence{QKeyCombination{modifiers, key}};
}

} // namespace

KeyCatcher::KeyCatcher(const QString& word, QWidget* parent)
    : KeyButton{word, parent}
    , m_word{word}
{
    connect(this, &KeyButton::clicked, this, &KeyCatcher::begin);
}

void KeyCatcher::begin()
{
    m_catching = true;
    setFocus(Qt::OtherFocusReason);
    setText(tr("Press the key"));
}

void KeyCatcher::end()
{
    m_catching = false;
    setText(m_word);
}

bool KeyCatcher::event(QEvent* event)
{
    if (!m_catching) return KeyButton::event(event);
    if (event->type() == QEvent::FocusOut) end();
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept(); // no shortcut may have it
        return true;
    }
    if (event->type() != QEvent::KeyPress) return KeyButton::event(event);
    const auto& key = *static_cast<QKeyEvent*>(event);
    event->accept();
    if (isModifier(key.key()) || key.isAutoRepeat()) return true;
    end();
    if (key.key() != Qt::Key_Escape) Q_EMIT caught(sequenceOf(key));
    return true;
}

} // namespace till
