#include "ui/sell/scan_listener.h"

#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPointer>

namespace till {

namespace {

// Slow wedge scanners send a character every 20 ms; nobody types six in a row within 40 ms of each other.
constexpr quint64 kPaceMs = 40;
constexpr int kFewestCharacters = 6;

bool isEnter(const QKeyEvent& key)
{
    return key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter;
}

constexpr auto kKeepsScans = "keepsScans";

QLineEdit* editOf(QWidget& target)
{
    // The field of a list that takes new words gets its keys through the list.
    const auto* list = qobject_cast<QComboBox*>(&target);
    return list != nullptr ? list->lineEdit() : qobject_cast<QLineEdit*>(&target);
}

/// Puts back what stands in `edit` now, and says so as if a person had: others follow what is typed there.
std::function<void()> puttingBack(QLineEdit& edit)
{
    return [field = QPointer{&edit}, text = edit.text(), cursor = edit.cursorPosition(),
               from = edit.selectionStart(), length = edit.selectedText().size()] {
        if (!field) return;
        field->selectAll();
        field->insert(text);
        field->setCursorPosition(cursor);
        if (from >= 0) field->setSelection(from, static_cast<int>(length));
    };
}

std::function<void()> puttingBack(QWidget& target)
{
    if (auto* edit = editOf(target)) return puttingBack(*edit);
    // A list without a field goes to the entry that begins with what is typed.
    if (auto* list = qobject_cast<QComboBox*>(&target))
        return [list = QPointer{list}, index = list->currentIndex()] {
            if (list) list->setCurrentIndex(index);
        };
    return [] {};
}

} // namespace

void keepScans(QWidget& field)
{
    field.setProperty(kKeepsScans, true);
}

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
    if (!m_area.isAncestorOf(target) || m_spared(*target) || target->property(kKeepsScans).toBool()) {
        m_typed.clear();
        return false;
    }
    const auto& key = *static_cast<QKeyEvent*>(event);
    if (endsScan(key)) {
        std::exchange(m_takeOut, {})();
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
    m_takeOut = puttingBack(target);
}

} // namespace till
