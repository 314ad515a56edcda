#pragma once

#include <QString>

#include <functional>
#include <optional>

class QWidget;

namespace till {

struct FileRequest {
    enum class Kind { Open, Save, Folder };
    Kind kind = Kind::Open;
    QString title;
    QString filter{}; ///< Qt's form: "Tables (*.csv *.xlsx)"
    QString startFolder{};
    QString suggestedName{};
};

/// The path a person chose; nothing when they changed their mind.
std::optional<QString> chooseFile(QWidget* parent, const FileRequest& request);

/// Who answers. Tests put their own in; an empty function brings the dialog back. Returns the one before.
using FileChooser = std::function<std::optional<QString>(QWidget*, const FileRequest&)>;
FileChooser setFileChooser(FileChooser chooser);

} // namespace till
