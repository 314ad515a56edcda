#include "ui/sell/reasons.h"

#include "services/setting_service.h"
#include "ui/app/error_text.h"
#include "ui/kit/key_button.h"
#include "ui/sell/choice_page.h"
#include "ui/sell/item_field.h"
#include "ui/sell/sell_desk.h"
#include "ui/sell/sell_frame.h"

#include <QLineEdit>

namespace till {

void askReason(SellDesk& desk, const ReasonQuestion& question)
{
    const auto list = QString::fromStdString(desk.shop().settings().value(question.setting));
    std::vector<QString> reasons;
    for (const auto& line : list.split(QLatin1Char{'\n'}, Qt::SkipEmptyParts))
        if (!line.trimmed().isEmpty()) reasons.push_back(line.trimmed());
    auto* page = new ChoicePage{question.page, question.title};
    page->addField(ChoicePage::tr("Another reason"));
    page->setChoices(reasons);
    QObject::connect(page, &ChoicePage::chosen, &desk, [reasons, take = question.take](int index) {
        take(reasons[static_cast<std::size_t>(index)].toStdString());
    });
    QObject::connect(page, &ChoicePage::entered, &desk, [page, take = question.take](const QString& typed) {
        typed.isEmpty() ? page->say(errorText({ErrorCode::ReasonNeeded})) : take(typed.toStdString());
    });
    QObject::connect(page, &ChoicePage::left, &desk, &SellDesk::homeRequested);
    desk.frame().field().clear();
    desk.frame().showPage(page, false);
    page->takeFocus();
}

} // namespace till
