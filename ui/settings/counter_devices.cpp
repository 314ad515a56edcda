#include "ui/settings/counter_devices.h"

#include "services/counter_devices.h"
#include "ui/app/background.h"
#include "ui/settings/serial_device_row.h"
#include "ui/settings/settings_desk.h"
#include "ui/settings/settings_form.h"

#include <QCoreApplication>

namespace till {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(till::CounterDevices)
};

/// What the scale shows at this moment, in words: to see that the line is right nothing need lie on it.
void tryScale(SettingsDesk& desk, SerialDeviceRow& row, const QString& address)
{
    row.setTrying(true);
    runInBackground<ScaleReading>(
        &row, [at = address.toStdString()] { return lookAtScale(at); },
        [&desk, &row](const Result<ScaleReading>& reading) {
            row.setTrying(false);
            if (!reading) return desk.refuse(reading.error());
            using enum ScaleReading::State;
            switch (reading->state) {
            case Stable:
                return desk.tell(Words::tr("%1 kg").arg(desk.formats().quantity(reading->weight)),
                    Words::tr("lies on the scale."));
            case Moving: return desk.tell({}, Words::tr("The scale answers, and moves."));
            case Empty: return desk.tell({}, Words::tr("The scale answers: nothing lies on it."));
            case BelowZero: return desk.refuse({ErrorCode::ScaleBelowZero});
            case Overloaded: return desk.refuse({ErrorCode::ScaleOverloaded});
            }
        });
}

void tryPole(SettingsDesk& desk, SerialDeviceRow& row, const QString& address)
{
    row.setTrying(true);
    runInBackground<bool>(
        &row,
        [at = address.toStdString()]() -> Result<bool> {
            const auto pole = CustomerPole::at(at);
            if (!pole) return pole.error();
            (*pole)->show({"Tillroll", "1,35"}, {"12345678901234567890", ""});
            if (auto settled = (*pole)->settle(); !settled) return settled.error();
            return true;
        },
        [&desk, &row](const Result<bool>& shown) {
            row.setTrying(false);
            if (!shown) return desk.refuse(shown.error());
            desk.tell({}, Words::tr("Two lines were sent: the name and a price, and figures up to 20. "
                                    "Does the display show them?"));
        });
}

} // namespace

QWidget* scaleSection(SettingsDesk& desk)
{
    auto* form = new SettingsForm{desk, Words::tr("Scale")};
    auto* row = new SerialDeviceRow{desk, "scale.address", Words::tr("Scale"),
        {{u"toledo-8217"_s, Words::tr("Toledo 8217")}, {u"mt-sics"_s, Words::tr("MT-SICS")},
            {u"cas"_s, Words::tr("CAS")}, {u"adam"_s, Words::tr("Adam")}}};
    form->addRow(Words::tr("On a serial line"),
        Words::tr("What it speaks is in its manual. Weights are taken at rest and above zero."), row);
    form->follow([row] { row->showSetting(); });
    QObject::connect(row, &SerialDeviceRow::tryRequested, row,
        [&desk, row](const QString& address) { tryScale(desk, *row, address); });
    form->addGroup(Words::tr("Before you sell by its weight"),
        Words::tr(
            "In many countries a scale that sets a price must be verified together with the till. Where that "
            "is so, let the scale show weight and price, or print a label and scan that."));
    form->addStretch();
    return form;
}

QWidget* customerDisplaySection(SettingsDesk& desk)
{
    auto* form = new SettingsForm{desk, Words::tr("Customer display")};
    form->addSwitch("display.screen", Words::tr("Second screen"),
        Words::tr("As soon as one is plugged in: the goods, what there is to pay, the change."));
    form->addText(
        "display.words", Words::tr("Words while nobody is served"), Words::tr("Below the shop's name."));
    auto* row = new SerialDeviceRow{desk, "display.pole", Words::tr("Pole display"),
        {{u"cd5220"_s, Words::tr("CD5220")}, {u"epson"_s, Words::tr("Epson")}}};
    form->addRow(Words::tr("Pole with two lines"),
        Words::tr("On a serial line, 9600 baud unless you add another speed, as in /dev/ttyUSB0:19200."),
        row);
    form->follow([row] { row->showSetting(); });
    QObject::connect(row, &SerialDeviceRow::tryRequested, row,
        [&desk, row](const QString& address) { tryPole(desk, *row, address); });
    form->addStretch();
    return form;
}

} // namespace till
