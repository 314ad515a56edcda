#include "ui/settings/shop_sections.h"

#include "ui/app/shop_look.h"
#include "ui/kit/plain_label.h"
#include "ui/kit/theme.h"
#include "ui/settings/settings_desk.h"
#include "ui/settings/settings_form.h"

#include "services/setting_service.h"

#include <QCoreApplication>

namespace till {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(till::ShopSections)
};

PlainLabel* selectable(const QString& text)
{
    auto* label = new PlainLabel{text, 14, QFont::Normal};
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setWordWrap(true);
    return label;
}

} // namespace

QWidget* shopSection(SettingsDesk& desk)
{
    auto* form = new SettingsForm{desk, Words::tr("Shop")};
    form->addText(
        "shop.name", Words::tr("Name"), Words::tr("Above every receipt and in the window's title."));
    form->addLines("shop.address", Words::tr("Address"), Words::tr("As it is printed, a line each."));
    form->addText(
        "shop.tax_number", Words::tr("Tax number"), Words::tr("Printed where the law asks for it."));
    form->addText("day.cutoff", Words::tr("The business day ends at"),
        Words::tr("Sales after midnight and before this hour belong to the day before, such as 04:00."));
    form->addStretch();
    return form;
}

QWidget* sellingSection(SettingsDesk& desk)
{
    auto* form = new SettingsForm{desk, Words::tr("Selling")};
    form->addSwitch("sale.merge_lines", Words::tr("The same goods again raise their line"),
        Words::tr("Off: each scan is a line of its own."));
    form->addGroup(Words::tr("Quick keys"));
    form->addSwitch("sell.now_page", Words::tr("A tab with what sells at this hour"),
        Words::tr("It proposes; what stands on the shop's own pages a person arranges."));
    form->addSwitch("sell.hide_sold_out", Words::tr("Hide what is sold out"),
        Words::tr("Its place on a page stays free."));
    form->addChoice("sale.stock_policy", Words::tr("When more is sold than is there"),
        Words::tr("Refuse: only who may sell below zero goes on. A product may say otherwise."),
        {{u"ignore"_s, Words::tr("sell")}, {u"warn"_s, Words::tr("warn")},
            {u"block"_s, Words::tr("refuse")}});
    form->addGroup(Words::tr("Reasons"));
    form->addSwitch("sale.price_reason", Words::tr("Another price needs a reason"),
        Words::tr("The list is shown when a price is changed; a digit picks."));
    form->addLines("sale.price_reasons", Words::tr("Reasons for another price"), Words::tr("A line each."));
    form->addLines(
        "sale.abandon_reasons", Words::tr("Reasons for giving up a sale"), Words::tr("A line each."));
    form->addGroup(Words::tr("Rounding"));
    form->addText("sale.cash_rounding", Words::tr("Smallest coin"),
        Words::tr("Cash is rounded to it, cards never are. 0 where every cent is paid."));
    form->addChoice("sale.cash_ties", Words::tr("Half a coin"), Words::tr("When the sum lies in the middle."),
        {{u"away"_s, Words::tr("up")}, {u"toward"_s, Words::tr("down")}});
    form->addChoice("sale.tax_rounding", Words::tr("Tax is rounded"), {},
        {{u"line"_s, Words::tr("on each line")}, {u"receipt"_s, Words::tr("once a receipt")}});
    form->addStretch();
    return form;
}

QWidget* lookSection(SettingsDesk& desk)
{
    auto* form = new SettingsForm{desk, Words::tr("Look")};
    form->addChoice("look.theme", Words::tr("Colours"), {},
        {{u"light"_s, Words::tr("light")}, {u"dark"_s, Words::tr("dark")},
            {u"system"_s, Words::tr("as the desktop")}});
    form->addChoice("look.density", Words::tr("Made for"), Words::tr("Fingers need larger buttons."),
        {{u"compact"_s, Words::tr("mouse")}, {u"standard"_s, Words::tr("mouse and keyboard")},
            {u"touch"_s, Words::tr("touch screen")}});
    std::vector<SettingsForm::Choice> sizes;
    for (const int percent : {80, 90, 100, 110, 125, 140, 160})
        sizes.push_back({QString::number(percent), Words::tr("%1%").arg(percent)});
    form->addChoice("look.zoom", Words::tr("Size of everything"), {}, sizes);
    form->addSwitch("look.show_keys", Words::tr("Keys on the buttons"),
        Words::tr("Each button shows the key that does the same."));
    form->addStretch();
    form->follow([&desk] {
        const auto look = lookOf(desk.shop().settings());
        if (look != Theme::instance().look()) Theme::instance().apply(look);
    });
    return form;
}

QWidget* aboutSection(SettingsDesk& desk)
{
    auto* form = new SettingsForm{desk, Words::tr("About")};
    form->addRow(Words::tr("Tillroll"), Words::tr("Free software under the GPL, version 3 or later."),
        selectable(QCoreApplication::applicationVersion()));
    auto* file = selectable(QString::fromStdString(desk.shop().file().string()));
    file->setObjectName(u"aboutFile"_s);
    form->addGroup(
        Words::tr("The shop's file"), Words::tr("Everything is in it: copy it, and you have all."));
    form->addWide(file);
    form->addStretch();
    return form;
}

} // namespace till
