#pragma once

#include "domain/catalog/catalogue.h"
#include "ui/settings/settings_form.h"

namespace till {

class ComboField;

/// For how long goods may come back, the shop's and each department's.
class ReturnsSection : public SettingsForm {
    Q_OBJECT

public:
    explicit ReturnsSection(SettingsDesk& desk);

private:
    void addDepartment(const Department& department);
    void show(ComboField& days, DepartmentId department) const;
};

} // namespace till
