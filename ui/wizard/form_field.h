#pragma once

#include <QWidget>

namespace till {

/// A caption above a control, bound to it for keyboard and screen reader.
class FormField : public QWidget {
    Q_OBJECT

public:
    FormField(const QString& caption, QWidget* control, QWidget* parent = nullptr);
};

} // namespace till
