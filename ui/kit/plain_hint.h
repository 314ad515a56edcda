#pragma once

class QString;
class QWidget;

namespace till {

/// Words that stand below a widget for a while, taken as they are written: a tool tip reads what looks like
/// HTML as HTML, and a code may look like anything.
void showPlainHint(QWidget& below, const QString& words, int forMs);

} // namespace till
