#include "ui/settings/lines_field.h"

#include "ui/kit/theme.h"

namespace till {

LinesField::LinesField(QWidget* parent)
    : QPlainTextEdit{parent}
{
    setTabChangesFocus(true);
    onTheme(this, [this] { setFixedSize(tokens().px(280), tokens().px(88, 112)); });
}

void LinesField::focusOutEvent(QFocusEvent* event)
{
    QPlainTextEdit::focusOutEvent(event);
    Q_EMIT editingFinished();
}

} // namespace till
