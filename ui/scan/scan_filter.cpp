#include "ui/scan/scan_filter.h"

#include "ui/kit/scan_receiver.h"
#include "ui/scan/not_added.h"
#include "ui/scan/taken_out.h"

#include <QApplication>
#include <QDateTime>
#include <QKeyEvent>
#include <QWidget>

namespace till {

namespace {

constexpr int kLateMs = 20; // a timer later than this fires in a busy program: keys may be waiting

bool isEnter(const QKeyEvent& key)
{
    return key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter;
}

/// What a scanner sends after a code.
bool isEnd(const QKeyEvent& key)
{
    return isEnter(key) || key.key() == Qt::Key_Tab;
}

/// The separator between the elements of a GS1 code: scanners send it as the control character, or as Ctrl+].
bool isGroupSeparator(const QKeyEvent& key)
{
    return key.text() == QChar{0x1D} ||
           (key.key() == Qt::Key_BracketRight && key.modifiers().testFlag(Qt::ControlModifier));
}

bool isCharacter(const QKeyEvent& key)
{
    const auto commands = key.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier);
    // AltGr is Ctrl and Alt together on some keyboards, and types.
    const bool types = !commands || commands == (Qt::ControlModifier | Qt::AltModifier);
    return types && !key.text().isEmpty() && key.text().at(0).isPrint();
}

/// Shift, on the way to a capital: no key of its own.
bool isModifier(const QKeyEvent& key)
{
    return key.key() >= Qt::Key_Shift && key.key() <= Qt::Key_ScrollLock;
}

/// Where a key goes first. One that nobody wants goes on to the parents, and is counted once.
QWidget* whereKeysGo()
{
    if (auto* popup = QApplication::activePopupWidget())
        return popup->focusWidget() != nullptr ? popup->focusWidget() : popup;
    if (auto* focus = QApplication::focusWidget()) return focus;
    return QApplication::activeWindow();
}

QWidget* aWindowThatReceives()
{
    const auto windows = QApplication::topLevelWidgets();
    for (auto* window : windows)
        if (window->isVisible() && dynamic_cast<ScanReceiver*>(window) != nullptr) return window;
    return nullptr;
}

} // namespace

ScanFilter& ScanFilter::instance()
{
    static QPointer<ScanFilter> filter;
    if (!filter) filter = new ScanFilter{qApp};
    return *filter;
}

ScanFilter::ScanFilter(QObject* parent)
    : QObject{parent}
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &ScanFilter::rest);
    qApp->installEventFilter(this);
}

void ScanFilter::setRules(const ScanRules& rules)
{
    if (rules == m_separator.rules()) return;
    giveBack();
    m_separator.setRules(rules);
}

bool ScanFilter::eventFilter(QObject* watched, QEvent* event)
{
    const auto type = event->type();
    const bool isKey =
        type == QEvent::KeyPress || type == QEvent::KeyRelease || type == QEvent::ShortcutOverride;
    if (!isKey || m_isReplaying || !watched->isWidgetType()) return false;
    auto* target = static_cast<QWidget*>(watched);
    if (target != whereKeysGo()) return false;
    const auto& key = *static_cast<QKeyEvent*>(event);
    if (type == QEvent::KeyPress) return press(key, *target);
    if (type == QEvent::KeyRelease) {
        if (m_held.empty()) return false;
        hold(key, *target); // after its press
        return true;
    }
    // What was held back is typed before a shortcut works on it: "20" and at once F12.
    const bool mayBeScan = isCharacter(key) || isGroupSeparator(key) || isEnd(key);
    if (!mayBeScan && !isModifier(key)) giveBack();
    // No shortcut may take a key out of the middle of a scan.
    const bool inScan = key.timestamp() != 0 && !key.isAutoRepeat() && m_separator.goesOn(key.timestamp());
    if (!inScan || !(isCharacter(key) || isGroupSeparator(key))) return false;
    event->accept();
    return true;
}

bool ScanFilter::press(const QKeyEvent& key, QWidget& target)
{
    const bool ends = isEnd(key);
    const bool inScan = m_separator.goesOn(key.timestamp());
    const bool mayBeScan = ends || isCharacter(key) || (inScan && isGroupSeparator(key));
    if (key.timestamp() == 0 || key.isAutoRepeat() || !mayBeScan) {
        if (key.timestamp() != 0 && isModifier(key)) return false;
        giveBack();
        m_separator.forget();
        return false;
    }
    Q_EMIT keyCame(key.text(), key.timestamp());
    return ends ? takeEnd(key, target) : takeCharacter(key, target);
}

bool ScanFilter::takeCharacter(const QKeyEvent& key, QWidget& target)
{
    const auto text = isGroupSeparator(key) ? QString{QChar{0x1D}} : key.text();
    const auto verdict = m_separator.character(text.toStdString(), key.timestamp());
    if (verdict == ScanSeparator::Verdict::Scan) return finish(&key, &target);
    if (verdict == ScanSeparator::Verdict::First) {
        giveBack();
        m_burstTarget = &target;
        m_takeOut = puttingBack(target);
        if (takesText(target) && !actsOnKey(target, text)) {
            // A scanner that sends no end may have nothing but this to say that it is over.
            m_timer.start(ScanSeparator::kRestMs);
            m_armedAt = QDateTime::currentMSecsSinceEpoch();
            return false;
        }
    }
    hold(key, target);
    const bool waits = m_separator.rules().end == ScanRules::End::None;
    m_timer.start(waits ? ScanSeparator::kRestMs : m_separator.rules().gapMs + 5);
    m_armedAt = QDateTime::currentMSecsSinceEpoch();
    return true;
}

bool ScanFilter::takeEnd(const QKeyEvent& key, QWidget& target)
{
    const bool isTab = key.key() == Qt::Key_Tab;
    switch (isTab ? m_separator.tab(key.timestamp()) : m_separator.enter(key.timestamp())) {
    case ScanSeparator::Verdict::Scan: return finish(&key, &target);
    case ScanSeparator::Verdict::Echo: return true;
    case ScanSeparator::Verdict::First:
    case ScanSeparator::Verdict::Next:
    case ScanSeparator::Verdict::Typing: break;
    }
    giveBack();
    return false;
}

bool ScanFilter::finish(const QKeyEvent* key, QWidget* target)
{
    const auto code = QString::fromStdString(m_separator.takeCode());
    if (m_burstTarget && keepsScans(*m_burstTarget)) {
        if (key != nullptr) hold(*key, *target);
        giveBack();
        return true;
    }
    m_timer.stop();
    m_held.clear();
    if (m_takeOut) std::exchange(m_takeOut, {})();
    deliver(code);
    return true;
}

void ScanFilter::hold(const QKeyEvent& key, QWidget& target)
{
    m_held.push_back({std::unique_ptr<QKeyEvent>{key.clone()}, &target});
}

void ScanFilter::giveBack()
{
    m_timer.stop();
    const auto held = std::exchange(m_held, {});
    m_isReplaying = true;
    for (const auto& one : held) {
        // Where the focus is now: an earlier one of them may have moved it.
        QWidget* target = whereKeysGo() != nullptr ? whereKeysGo() : one.target.data();
        if (target == nullptr) continue;
        one.key->setAccepted(false);
        QCoreApplication::sendEvent(target, one.key.get());
    }
    m_isReplaying = false;
}

void ScanFilter::rest()
{
    const auto late = QDateTime::currentMSecsSinceEpoch() - m_armedAt - m_timer.interval();
    if (late > kLateMs) {
        // The program was busy: what the scanner sent meanwhile is read first.
        m_armedAt = QDateTime::currentMSecsSinceEpoch();
        return m_timer.start(10);
    }
    if (m_separator.rest())
        finish(nullptr, nullptr);
    else
        giveBack();
}

void ScanFilter::deliver(const QString& code)
{
    m_waiting.push_back(code);
    // A question that a scan has brought up must be able to say no to the next one.
    if (m_isRouting && QApplication::activeModalWidget() == nullptr) return;
    const bool outermost = !std::exchange(m_isRouting, true);
    while (!m_waiting.empty()) {
        const auto next = m_waiting.front();
        m_waiting.pop_front();
        route(next);
    }
    if (outermost) m_isRouting = false;
}

void ScanFilter::route(const QString& code)
{
    Q_EMIT scanned(code);
    auto* modal = QApplication::activeModalWidget();
    auto* from = whereKeysGo();
    if (modal != nullptr && (from == nullptr || !modal->isAncestorOf(from))) from = modal;
    if (from == nullptr) from = aWindowThatReceives();
    for (auto* widget = from; widget != nullptr; widget = widget->parentWidget()) {
        auto* receiver = dynamic_cast<ScanReceiver*>(widget);
        if (receiver != nullptr && receiver->takeScan(code)) return;
        if (widget == modal) break;
    }
    sayNotAdded(code, from);
    Q_EMIT refused(code);
}

} // namespace till
