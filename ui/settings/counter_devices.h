#pragma once

class QWidget;

namespace till {

class SettingsDesk;

QWidget* scaleSection(SettingsDesk& desk);           ///< the scale at the counter
QWidget* customerDisplaySection(SettingsDesk& desk); ///< the second screen and the pole

} // namespace till
