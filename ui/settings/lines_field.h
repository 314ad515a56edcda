#pragma once

#include <QPlainTextEdit>

namespace till {

/// A few lines of plain text. Tab goes on to the next control.
class LinesField : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit LinesField(QWidget* parent = nullptr);

Q_SIGNALS:
    void editingFinished(); ///< it was left

protected:
    void focusOutEvent(QFocusEvent* event) override;
};

} // namespace till
