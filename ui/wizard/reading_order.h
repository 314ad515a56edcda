#pragma once

#include <vector>

class QWidget;

namespace till {

/// The controls on `page` that Tab can reach now, line by line as one reads them. Qt's own order is that of
/// their making, and a table whose rows come and go is made last.
std::vector<QWidget*> inReadingOrder(const QWidget& page);

} // namespace till
