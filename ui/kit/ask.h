#pragma once

#include "ui/kit/key_button.h"

#include <QString>

#include <functional>
#include <vector>

class QWidget;

namespace till {

/// A question that stops the work: money, deletion, age. Everything else belongs in a NoteBar.
struct Question {
    QString title;
    QString text;     ///< what happens, what is safe; plain text
    QString detail{}; ///< a code to quote, a file name; smaller, selectable
    struct Choice {
        QString word; ///< what it does ("Discard the sale"), never "Yes"
        ButtonKind kind = ButtonKind::Normal;
    };
    std::vector<Choice> choices{};
    int enterChoice = -1; ///< the choice Enter takes; -1 for none
    int escapeChoice = 0; ///< the choice Esc and the window's close take: the one that changes nothing
};

/// The index of the choice taken.
int ask(QWidget* parent, const Question& question);

/// A notice with one button. Blocks until read.
void tell(QWidget* parent, const QString& title, const QString& text, const QString& detail = {});

/// Who answers. Tests put their own in; an empty function brings the dialog back. Returns the one before.
using Asker = std::function<int(QWidget*, const Question&)>;
Asker setAsker(Asker asker);

} // namespace till
