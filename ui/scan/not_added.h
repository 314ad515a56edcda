#pragma once

class QString;
class QWidget;

namespace till {

/// A beep, and beside `where` the words that this scan went nowhere and why.
void sayNotAdded(const QString& code, QWidget* where);

} // namespace till
