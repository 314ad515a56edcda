#include "ui/sell/scan_listener.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>

namespace till {

namespace {

// Slow wedge scanners send a character every 20 ms; nobody types six in a row within 40 ms of each other.
constexpr quint64 kPaceMs = 40;
constexpr int kFewestCharacters = 6;

bool isEnter(const QKeyEvent& key)
{
    return key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter;
}

} // namespace

ScanListener::ScanListener(QWidget& area, Spared spared)
    : QObject{&area}
    , m_area{area}
    , m_spared{std::move(spared)}
{
    qApp->installEventFilter(this);
}

bool ScanListener::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress) return false;
    auto* target = qobject_cast<QWidget*>(watched);
    // A key nobody wants goes on to the parents: it is counted once, where it was typed.
    if (target == nullptr || target != QApplication::focusWidget()) return false;
    if (!m_area.isAncestorOf(target) || m_spared(*target)) {
        m_typed.clear();
        return false;
    }
    const auto& key = *static_cast<QKeyEvent*>(event);
    if (endsScan(key)) {
        takeOutAgain();
        Q_EMIT scanned(std::exchange(m_typed, {}));
        return true;
    }
    take(key, *target);
    return false;
}

bool ScanListener::endsScan(const QKeyEvent& key) const
{
    return isEnter(key) && m_typed.size() >= kFewestCharacters && key.timestamp() - m_lastAt <= kPaceMs;
}

void ScanListener::take(const QKeyEvent& key, QWidget& target)
{
    const QString text = key.text();
    if (text.isEmpty()) return; // Shift, on the way to a capital
    if (key.timestamp() == 0 || !text.at(0).isPrint()) return m_typed.clear();
    const bool goesOn = !m_typed.isEmpty() && key.timestamp() - m_lastAt <= kPaceMs;
    m_lastAt = key.timestamp();
    if (goesOn) {
        m_typed += text;
        return;
    }
    m_typed = text;
    m_edit = qobject_cast<QLineEdit*>(&target);
    if (!m_edit) return;
    m_before = m_edit->text();
    m_cursorBefore = m_edit->cursorPosition();
}

void ScanListener::takeOutAgain()
{
    if (!m_edit) return;
    m_edit->setText(m_before);
    m_edit->setCursorPosition(m_cursorBefore);
}

} // namespace till
