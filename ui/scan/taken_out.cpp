#include "ui/scan/taken_out.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPointer>

namespace till {

namespace {

QLineEdit* editOf(QWidget& target)
{
    // The field of a list that takes new words gets its keys through the list.
    const auto* list = qobject_cast<QComboBox*>(&target);
    return list != nullptr ? list->lineEdit() : qobject_cast<QLineEdit*>(&target);
}

std::function<void()> puttingBack(QLineEdit& edit)
{
    return [field = QPointer{&edit}, text = edit.text(), cursor = edit.cursorPosition(),
               from = edit.selectionStart(), length = edit.selectedText().size()] {
        if (!field || field->text() == text) return;
        field->selectAll();
        field->insert(text);
        field->setCursorPosition(cursor);
        if (from >= 0) field->setSelection(from, static_cast<int>(length));
    };
}

} // namespace

std::function<void()> puttingBack(QWidget& target)
{
    if (auto* edit = editOf(target)) return puttingBack(*edit);
    if (auto* area = qobject_cast<QPlainTextEdit*>(&target))
        return [area = QPointer{area}, text = area->toPlainText()] {
            if (area && area->toPlainText() != text) area->setPlainText(text);
        };
    return [] {};
}

bool takesText(const QWidget& target)
{
    if (const auto* list = qobject_cast<const QComboBox*>(&target)) return list->isEditable();
    if (const auto* edit = qobject_cast<const QLineEdit*>(&target)) return !edit->isReadOnly();
    if (const auto* area = qobject_cast<const QPlainTextEdit*>(&target)) return !area->isReadOnly();
    return false;
}

} // namespace till
