#pragma once

class QScrollArea;
class QString;
class QWidget;

namespace till {

/// A place without a frame in which `content` scrolls up and down, never sideways, on the page's own ground.
/// Keys scroll it; where its controls take the focus themselves, set Qt::NoFocus.
QScrollArea* scrollDown(QWidget* content, const QString& objectName, const QString& accessibleName);

} // namespace till
