#pragma once

#include <functional>

class QWidget;

namespace till {

/// What makes `target` again what it is now, after a scan has typed into it; others follow what is typed
/// there, so it says so as if a person had. Nothing to do for what is no field.
std::function<void()> puttingBack(QWidget& target);

/// Whether keys typed here become text at once.
bool takesText(const QWidget& target);

} // namespace till
