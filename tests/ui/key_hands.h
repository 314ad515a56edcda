#pragma once

#include <QApplication>
#include <QKeyEvent>
#include <QTest>

#include <stdexcept>

namespace till::test {

/// The hands of a cashier and a scanner on one keyboard, with a clock of their own: keys go where the window
/// system would send them, shortcuts first, with the times of a person or of a scanner. Counts what the
/// person pressed.
class KeyHands {
public:
    static constexpr quint64 kPersonMs = 150;
    static constexpr quint64 kScannerMs = 8;

    /// One key, as a person presses it. A chord such as Ctrl+% counts twice, as the hands do.
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        ++presses;
        ++chords;
        if (modifiers & Qt::ControlModifier) ++presses;
        if (modifiers & Qt::AltModifier) ++presses;
        send(key, modifiers, textOf(key, modifiers), kPersonMs);
        QApplication::processEvents();
    }
    /// Characters, one after the other; Shift is not counted: where a character stands is the keyboard's.
    void type(const QString& text)
    {
        for (const QChar c : text) {
            ++presses;
            ++chords;
            send(c.toUpper().unicode(), Qt::NoModifier, QString{c}, kPersonMs);
            QApplication::processEvents();
        }
    }
    /// A scanner's keys: no presses of anybody. Nothing is processed in between, as in a busy program.
    void scan(const QString& code, int end = Qt::Key_Return, quint64 paceMs = kScannerMs)
    {
        time += 500;
        for (const QChar c : code) send(c.toUpper().unicode(), Qt::NoModifier, QString{c}, paceMs);
        if (end != 0)
            send(end, Qt::NoModifier, end == Qt::Key_Tab ? QStringLiteral("\t") : QStringLiteral("\r"),
                paceMs);
        QApplication::processEvents();
    }

    int presses = 0;
    int chords = 0; ///< presses, a key held with Ctrl or Alt as one
    quint64 time = 1'000;

private:
    static QString textOf(Qt::Key key, Qt::KeyboardModifiers modifiers)
    {
        if (modifiers & (Qt::ControlModifier | Qt::AltModifier)) return {};
        if (key == Qt::Key_Return || key == Qt::Key_Enter) return QStringLiteral("\r");
        if (key == Qt::Key_Tab) return QStringLiteral("\t");
        return key < 0x7f ? QString{QChar{static_cast<char16_t>(key)}} : QString{};
    }
    void send(int key, Qt::KeyboardModifiers modifiers, const QString& text, quint64 afterMs)
    {
        time += afterMs;
        auto* target = QApplication::focusWidget();
        if (target == nullptr) target = QApplication::activeWindow();
        if (target == nullptr) throw std::runtime_error{"no window has the keyboard"};
        if (qt_sendShortcutOverrideEvent(target, time, key, modifiers, text, false)) return;
        QKeyEvent down{QEvent::KeyPress, key, modifiers, text};
        down.setTimestamp(time);
        QApplication::sendEvent(target, &down);
        QKeyEvent up{QEvent::KeyRelease, key, modifiers, text};
        up.setTimestamp(time);
        if (auto* now = QApplication::focusWidget()) QApplication::sendEvent(now, &up);
    }
};

} // namespace till::test
