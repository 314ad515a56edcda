#include "ui/settings/returns_section.h"

#include "services/catalog_service.h"
#include "ui/kit/combo_field.h"
#include "ui/kit/theme.h"
#include "ui/settings/settings_desk.h"

#include <algorithm>
#include <array>

namespace till {

using namespace Qt::StringLiterals;

namespace {

constexpr int kAsTheShop = -1; // what a combo box holds for a department that says nothing
constexpr std::array kUsualDays{3, 7, 8, 14, 21, 30, 60, 90, 100, 365};

} // namespace

ReturnsSection::ReturnsSection(SettingsDesk& desk)
    : SettingsForm{desk, tr("Returns")}
{
    addText("sale.return_days", tr("Days goods may come back"),
        tr("From the day of the sale. Empty: without an end. Afterwards only who may take goods back without "
           "a receipt decides."));
    addGroup(tr("Departments"), tr("Fresh goods stay sold, tools may have longer: what is said here goes "
                                   "before the number above."));
    for (const auto& department : desk.shop().catalog().departments())
        if (!department.parent) addDepartment(department);
    addStretch();
}

void ReturnsSection::addDepartment(const Department& department)
{
    const auto name = QString::fromStdString(department.name);
    auto* days = new ComboField;
    days->setObjectName(u"returnDays_%1"_s.arg(department.id.value));
    days->setAccessibleName(tr("Days goods of %1 may come back").arg(name));
    onTheme(days, [days] { days->setFixedWidth(tokens().px(200)); });
    show(*days, department.id);
    connect(days, &QComboBox::activated, this, [this, days, id = department.id] {
        const int picked = days->currentData().toInt();
        desk().attempt([&] {
            return desk().shop().catalog().setReturnDays(
                desk().shop().owner(), id, picked == kAsTheShop ? std::nullopt : std::optional{picked});
        });
        show(*days, id);
    });
    addRow(name, {}, days);
}

void ReturnsSection::show(ComboField& days, DepartmentId department) const
{
    const auto& all = desk().shop().catalog().departments();
    const auto at = std::ranges::find(all, department, &Department::id);
    const int now = at == all.end() ? kAsTheShop : at->returnDays.value_or(kAsTheShop);
    days.clear();
    days.addItem(tr("as the shop"), kAsTheShop);
    days.addItem(tr("never"), 0);
    for (const int each : kUsualDays) days.addItem(tr("%n day(s)", nullptr, each), each);
    if (days.findData(now) < 0) days.addItem(tr("%n day(s)", nullptr, now), now); // set by tillctl
    days.setCurrentIndex(days.findData(now));
}

} // namespace till
