#pragma once

class QWidget;

namespace till {

/// Size and place of the window, kept in the state folder of the person, not in the shop.
void rememberPlace(const QWidget& window);
void restorePlace(QWidget& window); ///< or a size that fits a counter's screen

} // namespace till
