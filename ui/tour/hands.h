#pragma once

#include <QString>
#include <QWidget>

#include <functional>
#include <stdexcept>

namespace till {

/// A step of the tour that did not lead where it should.
class TourFailure : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// What a person does at the till: keys go where the focus is, through shortcuts as from a keyboard; clicks
/// go to what is seen. Everything is waited for by what it brings about, never by the clock.
class Hands {
public:
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void type(const QString& text);
    void click(QWidget& widget);
    void select(const QString& text); ///< everything in the focused field replaced by this
    /// Lets the program work until `done`; TourFailure naming `what` when it takes longer than `limitMs`.
    void waitFor(const QString& what, const std::function<bool()>& done, int limitMs = 10'000);
    void settle(); ///< until nothing is left to lay out or paint
};

/// A visible widget by its object name; TourFailure when there is none.
QWidget& visible(QWidget& root, const QString& name);
QString textOf(QWidget& root, const QString& name); ///< of a label, a field or a button

} // namespace till
