#include "ui/sell/second_stroke.h"

#include "ui/scan/scan_filter.h"
#include "ui/sound/sounds.h"

#include <QAbstractButton>
#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>

namespace till {

namespace {

// As in LineQuestion: nobody has read a question that fast, a finger has struck twice.
constexpr quint64 kReadingMs = 300;

/// A button as a whole, whatever part of it is touched.
QWidget* touchedBy(QWidget* widget)
{
    for (auto* each = widget; each != nullptr; each = each->parentWidget())
        if (qobject_cast<QAbstractButton*>(each) != nullptr) return each;
    return widget;
}

bool isModifier(const QKeyEvent& key)
{
    return key.key() >= Qt::Key_Shift && key.key() <= Qt::Key_ScrollLock;
}

} // namespace

SecondStroke::SecondStroke(NoteBar& note, QObject* parent)
    : QObject{parent}
    , m_note{note}
{
    const auto forget = [this] { m_isAsking = false; };
    connect(&note, &NoteBar::gone, this, forget);
    connect(&ScanFilter::instance(), &ScanFilter::scanned, this, forget);
    qApp->installEventFilter(this); // F12 is heard of as a shortcut only
}

bool SecondStroke::confirms(const NoteBar::Note& question)
{
    const bool isTimed = m_lastAt != 0 && m_askedAt != 0;
    const bool isRead = !m_lastRepeats && !(isTimed && m_lastAt - m_askedAt < kReadingMs);
    const bool isSame = m_isAsking && m_last == m_asked && m_question == question.subject + question.text;
    if (isSame && isRead) {
        m_note.dismiss();
        return true;
    }
    if (!m_lastRepeats) Sounds::instance().play(Sound::Blocked);
    m_note.show(question);
    m_isAsking = true; // the note before it is gone by now
    m_asked = m_last;
    m_askedAt = m_lastAt;
    m_question = question.subject + question.text;
    return false;
}

void SecondStroke::note(const Stroke& stroke, quint64 atMs, bool repeats)
{
    m_last = stroke;
    m_lastAt = atMs;
    m_lastRepeats = repeats;
    if (m_isAsking && !(stroke == m_asked)) m_isAsking = false;
}

bool SecondStroke::eventFilter(QObject* watched, QEvent* event)
{
    if (!watched->isWidgetType()) return false;
    const auto type = event->type();
    if (type == QEvent::KeyPress || type == QEvent::ShortcutOverride) {
        const auto& key = *static_cast<QKeyEvent*>(event);
        const Stroke stroke{key.key(), key.modifiers() & ~Qt::KeypadModifier};
        if (!isModifier(key)) note(stroke, key.timestamp(), key.isAutoRepeat());
    } else if (type == QEvent::MouseButtonPress || type == QEvent::MouseButtonDblClick) {
        const auto at = static_cast<QMouseEvent*>(event)->timestamp();
        note({0, {}, touchedBy(static_cast<QWidget*>(watched))}, at, false);
    }
    return false;
}

} // namespace till
