#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace till {

/// Runs what a person asked for and catches a failing environment, in the one place of the window that does:
/// it says what happened and what is safe, logs the rest, and gives back false.
bool guarded(QWidget* parent, const std::function<void()>& action);

} // namespace till
