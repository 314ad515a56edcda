#include "ui/tour/hands.h"

#include <QAbstractButton>
#include <QApplication>
#include <QElapsedTimer>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMouseEvent>

// The shortcut map has no public door; Qt's own test helpers, in a public header, use this one.
QT_BEGIN_NAMESPACE
// NOLINTNEXTLINE(readability-identifier-naming): the name is Qt's
Q_GUI_EXPORT bool qt_sendShortcutOverrideEvent(QObject* receiver, ulong timestamp, int key,
    Qt::KeyboardModifiers modifiers, const QString& text, bool autoRepeat, ushort count);
QT_END_NAMESPACE

namespace till {

namespace {

QWidget& keyReceiver()
{
    if (auto* popup = QApplication::activePopupWidget()) return *popup;
    if (auto* modal = QApplication::activeModalWidget())
        return modal->focusWidget() != nullptr ? *modal->focusWidget() : *modal;
    if (auto* focused = QApplication::focusWidget()) return *focused;
    if (auto* window = QApplication::activeWindow()) return *window;
    throw TourFailure{"no window has the focus"};
}

QString textFor(int key, Qt::KeyboardModifiers modifiers)
{
    if (modifiers & (Qt::ControlModifier | Qt::AltModifier)) return {};
    if (key == Qt::Key_Return || key == Qt::Key_Enter) return QStringLiteral("\r");
    if (key == Qt::Key_Escape) return QStringLiteral("\x1b");
    if (key == Qt::Key_Tab) return QStringLiteral("\t");
    return {};
}

void send(int key, Qt::KeyboardModifiers modifiers, const QString& text)
{
    auto& receiver = keyReceiver();
    if (qt_sendShortcutOverrideEvent(&receiver, 0, key, modifiers, text, false, 1)) return;
    QKeyEvent down{QEvent::KeyPress, key, modifiers, text};
    QCoreApplication::sendEvent(&receiver, &down);
    auto& now = keyReceiver(); // the key may have moved the focus
    QKeyEvent up{QEvent::KeyRelease, key, modifiers, text};
    QCoreApplication::sendEvent(&now, &up);
}

} // namespace

void Hands::press(int key, Qt::KeyboardModifiers modifiers)
{
    send(key, modifiers, textFor(key, modifiers));
    settle();
}

void Hands::type(const QString& text)
{
    for (const QChar letter : text) {
        const auto key = letter.toUpper().unicode();
        send(key < 0x80 ? static_cast<int>(key) : static_cast<int>(Qt::Key_unknown),
            letter.isUpper() ? Qt::ShiftModifier : Qt::NoModifier, letter);
    }
    settle();
}

void Hands::select(const QString& text)
{
    press(Qt::Key_A, Qt::ControlModifier);
    type(text);
}

void Hands::click(QWidget& widget)
{
    // An event that is sent gives no focus by itself, as one of the window system does.
    if ((widget.focusPolicy() & Qt::ClickFocus) != 0) widget.setFocus(Qt::MouseFocusReason);
    const QPointF middle = widget.rect().center();
    const QPointF onScreen = widget.mapToGlobal(middle);
    QMouseEvent down{
        QEvent::MouseButtonPress, middle, onScreen, Qt::LeftButton, Qt::LeftButton, Qt::NoModifier};
    QCoreApplication::sendEvent(&widget, &down);
    QMouseEvent up{
        QEvent::MouseButtonRelease, middle, onScreen, Qt::LeftButton, Qt::NoButton, Qt::NoModifier};
    QCoreApplication::sendEvent(&widget, &up);
    settle();
}

void Hands::settle()
{
    for (int i = 0; i < 3; ++i) {
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
    }
}

void Hands::waitFor(const QString& what, const std::function<bool()>& done, int limitMs)
{
    QElapsedTimer waited;
    waited.start();
    while (!done()) {
        if (waited.elapsed() > limitMs) throw TourFailure{"waited in vain: " + what.toStdString()};
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 50);
    }
    settle();
}

QWidget& visible(QWidget& root, const QString& name)
{
    const auto found = root.findChildren<QWidget*>(name);
    for (auto* widget : found)
        if (widget->isVisible()) return *widget;
    throw TourFailure{"not to be seen: " + name.toStdString()};
}

QString textOf(QWidget& root, const QString& name)
{
    auto& widget = visible(root, name);
    if (const auto* label = qobject_cast<QLabel*>(&widget)) return label->text();
    if (const auto* edit = qobject_cast<QLineEdit*>(&widget)) return edit->text();
    if (const auto* button = qobject_cast<QAbstractButton*>(&widget)) return button->text();
    throw TourFailure{"has no text: " + name.toStdString()};
}

} // namespace till
