#pragma once

#include <QStringList>
#include <QWidget>

namespace till {

/// "[Enter] add the marked one": one or more keys and what they do. For reading, it takes no input.
class KeyHint : public QWidget {
    Q_OBJECT

public:
    KeyHint(const QStringList& keys, const QString& words, QWidget* parent = nullptr);
};

} // namespace till
