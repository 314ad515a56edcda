#pragma once

#include <QString>

#include <functional>
#include <optional>

class QWidget;

namespace till {

struct TextRequest {
    QString title;
    QString caption; ///< above the field
    QString text{};
    QString word; ///< on the button that takes it
};

/// One short text; nothing when they changed their mind.
std::optional<QString> askText(QWidget* parent, const TextRequest& request);

/// Who answers. Tests put their own in; an empty function brings the dialog back. Returns the one before.
using TextAsker = std::function<std::optional<QString>(QWidget*, const TextRequest&)>;
TextAsker setTextAsker(TextAsker asker);

} // namespace till
