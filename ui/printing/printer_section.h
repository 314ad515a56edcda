#pragma once

class QWidget;

namespace till {

class SettingsDesk;

QWidget* printerSection(SettingsDesk& desk); ///< which printer, when it prints, why the drawer opens

} // namespace till
