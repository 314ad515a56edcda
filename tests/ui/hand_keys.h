#pragma once

#include <QApplication>
#include <QKeyEvent>
#include <QTest>

#include <stdexcept>

namespace till::test {

/// Where a key goes: what has the focus. A test that gets here without one has lost it, as the cashier would
/// have.
inline QWidget* focused()
{
    if (auto* widget = QApplication::focusWidget()) return widget;
    throw std::runtime_error{"nothing has the focus"};
}

/// What the program does before the next key comes. A page that was left is gone then, as in a program that
/// runs: with no event loop around the test, processEvents() alone would leave it standing beside the next.
inline void settle()
{
    QApplication::processEvents();
    QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

inline void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    QTest::keyClick(focused(), key, modifiers);
    settle();
}

inline void type(const QString& text)
{
    QTest::keyClicks(focused(), text);
    settle();
}

/// Types and presses Enter, as a scanner does.
inline void scan(const QString& code)
{
    type(code);
    press(Qt::Key_Return);
}

/// The keys of a scanner as the window system hands them on, `paceMs` apart, ended by Enter.
inline void scanAnywhere(const QString& code, quint64 paceMs = 18, quint64 from = 5'000)
{
    const auto send = [&](int key, const QString& text) {
        QKeyEvent down{QEvent::KeyPress, key, Qt::NoModifier, text};
        down.setTimestamp(from);
        QApplication::sendEvent(focused(), &down);
        from += paceMs;
    };
    for (const QChar c : code) send(c.unicode(), QString{c});
    send(Qt::Key_Return, QStringLiteral("\r"));
    settle();
}

/// A key with a time of its own, as the window system hands it on; `again`: it is held down.
inline void pressAt(quint64 time, Qt::Key key, bool again = false)
{
    const bool isEnter = key == Qt::Key_Return || key == Qt::Key_Enter;
    const auto text = isEnter ? QStringLiteral("\r") : QString{};
    auto* target = focused();
    if (!qt_sendShortcutOverrideEvent(target, time, key, Qt::NoModifier, text, again)) {
        QKeyEvent down{QEvent::KeyPress, key, Qt::NoModifier, text, again};
        down.setTimestamp(time);
        QApplication::sendEvent(target, &down);
    }
    settle();
}

/// Brings the window to the front, where keys reach it.
inline void activate(QWidget& window)
{
    window.show();
    QApplication::setActiveWindow(&window);
    QApplication::processEvents();
}

template <typename Done>
bool waitUntil(Done done, int limitMs = 60'000)
{
    return QTest::qWaitFor(done, limitMs);
}

} // namespace till::test
