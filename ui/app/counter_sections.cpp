#include "ui/app/counter_sections.h"

#include "ui/app/autostart.h"
#include "ui/app/places.h"
#include "ui/kit/key_button.h"
#include "ui/kit/note_bar.h"
#include "ui/kit/switch_field.h"
#include "ui/kit/theme.h"
#include "ui/settings/settings_desk.h"
#include "ui/settings/settings_form.h"
#include "ui/sound/sounds.h"

#include <QCoreApplication>
#include <QHBoxLayout>

namespace till {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(till::CounterSections)
};

void addTrial(QHBoxLayout& row, const QString& name, const QString& word, Sound sound)
{
    auto* button = new KeyButton{word};
    button->setObjectName(name);
    button->setAccessibleName(word);
    row.addWidget(button);
    QObject::connect(button, &KeyButton::clicked, button, [sound] { Sounds::instance().play(sound); });
}

} // namespace

QWidget* soundSection(SettingsDesk& desk)
{
    auto* form = new SettingsForm{desk, Words::tr("Sounds")};
    form->addSwitch("sound.on", Words::tr("Sounds"),
        Sounds::instance().canPlay()
            ? Words::tr("A short one for each result, so that eyes can stay on the goods.")
            : Words::tr(
                  "This computer has no program that plays sounds: install pulseaudio-utils or alsa-utils."));
    form->addChoice("sound.volume", Words::tr("How loud"), {},
        {{u"30"_s, Words::tr("soft")}, {u"60"_s, Words::tr("normal")}, {u"100"_s, Words::tr("loud")}});
    form->addGroup(Words::tr("Listen"));
    auto* listen = new QWidget;
    auto* row = new QHBoxLayout{listen};
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(tokens().px(8));
    addTrial(*row, u"hearAdded"_s, Words::tr("Added"), Sound::Added);
    addTrial(*row, u"hearUnknown"_s, Words::tr("Not known"), Sound::Unknown);
    addTrial(*row, u"hearBlocked"_s, Words::tr("Refused"), Sound::Blocked);
    addTrial(*row, u"hearDone"_s, Words::tr("Sale done"), Sound::SaleDone);
    row->addStretch(1);
    form->addWide(listen);
    form->addStretch();
    return form;
}

QWidget* tillScreenSection(SettingsDesk& desk)
{
    auto* form = new SettingsForm{desk, Words::tr("Till screen")};
    form->addSwitch("till.full_screen", Words::tr("Full screen"),
        Words::tr("Nothing of the desktop is seen. Alt+Enter leaves it for a moment."));
    form->addSwitch("till.keep_awake", Words::tr("Stay awake while the till is open"),
        Words::tr("The screen neither darkens nor locks between customers."));
    form->addSwitch("till.number_pad", Words::tr("Number pad on the screen"),
        Words::tr("Beside the tiles, also without a touch screen."));
    form->addSwitch("sale.cents_entry", Words::tr("Amounts in cents"),
        Words::tr("250 is 2.50, as on many cash registers. With a decimal sign it is read as it stands."));
    const auto file = QString::fromStdString(desk.shop().file().string());
    const Autostart start{file == defaultShopFile() ? QString{} : file};
    auto* login = new SwitchField{Words::tr("Start when I log in")};
    login->setObjectName(u"startAtLogin"_s);
    login->setChecked(start.isOn());
    form->addRow(Words::tr("Start when I log in"), Words::tr("For this person of this computer."), login);
    QObject::connect(login, &SwitchField::clicked, form, [&desk, login, start](bool on) {
        if (start.set(on)) return;
        login->setChecked(!on);
        desk.note().show({Tone::Bad, start.file(), Words::tr("cannot be written."), {}, {}});
    });
    form->addStretch();
    return form;
}

} // namespace till
