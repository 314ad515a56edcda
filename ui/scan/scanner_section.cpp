#include "ui/scan/scanner_section.h"

#include "services/setting_service.h"
#include "ui/scan/scan_settings.h"
#include "ui/scan/scan_trial.h"
#include "ui/settings/settings_desk.h"
#include "ui/settings/settings_form.h"

#include <QCoreApplication>

namespace till {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(till::ScannerSection)
};

} // namespace

QWidget* scannerSection(SettingsDesk& desk)
{
    auto* form = new SettingsForm{desk, Words::tr("Scanner")};
    form->addGroup(Words::tr("Try it"),
        Words::tr(
            "A scanner types like a keyboard, only faster: that is how it is known. Left of the red line is "
            "a scanner, right of it a person."));
    auto* trial = new ScanTrial{desk};
    form->addWide(trial);
    form->follow([trial, &desk] { trial->showRules(scanRulesOf(desk.shop().settings())); });
    form->addGroup(Words::tr("How it is understood"));
    form->addText("scanner.gap", Words::tr("Longest time between characters"),
        Words::tr("In thousandths of a second, 5 to 200. Longer for a slow scanner by radio."));
    form->addText("scanner.shortest", Words::tr("Characters of the shortest code"), {});
    form->addChoice("scanner.end", Words::tr("After a code the scanner sends"), {},
        {{u"any"_s, Words::tr("Enter or Tab")}, {u"enter"_s, Words::tr("Enter")},
            {u"tab"_s, Words::tr("Tab")}, {u"none"_s, Words::tr("nothing")}});
    form->addText("scanner.prefix", Words::tr("In front of each code"),
        Words::tr(
            "A sign the scanner is set to send first, such as ~. What begins so is a scan at any pace."));
    form->addText("scanner.suffix", Words::tr("Behind each code"), {});
    form->addGroup(Words::tr("On a serial line"));
    form->addText("scanner.serial", Words::tr("Line"),
        Words::tr(
            "Such as serial:/dev/ttyACM0:9600. It is heard wherever the keyboard is. Empty: it types."));
    form->addStretch();
    return form;
}

} // namespace till
