#include "ui/kit/ask.h"

#include "ui/kit/ask_dialog.h"

#include <QCoreApplication>

namespace till {

namespace {

Asker& currentAsker()
{
    static Asker asker;
    return asker;
}

} // namespace

int ask(QWidget* parent, const Question& question)
{
    Q_ASSERT(!question.choices.empty());
    if (currentAsker()) return currentAsker()(parent, question);
    AskDialog dialog{question, parent};
    dialog.exec();
    return dialog.choice();
}

void tell(QWidget* parent, const QString& title, const QString& text, const QString& detail)
{
    ask(parent,
        {.title = title,
            .text = text,
            .detail = detail,
            .choices = {{QCoreApplication::translate("till::AskDialog", "Understood"), ButtonKind::Primary}},
            .enterChoice = 0,
            .escapeChoice = 0});
}

Asker setAsker(Asker asker)
{
    return std::exchange(currentAsker(), std::move(asker));
}

} // namespace till
