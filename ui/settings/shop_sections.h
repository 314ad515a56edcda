#pragma once

class QWidget;

namespace till {

class SettingsDesk;

QWidget* shopSection(SettingsDesk& desk);    ///< name, address, tax number, the hour the day ends
QWidget* sellingSection(SettingsDesk& desk); ///< what ringing up and paying do
QWidget* lookSection(SettingsDesk& desk);    ///< colours, sizes, keys on buttons
QWidget* aboutSection(SettingsDesk& desk);   ///< version, licence, where the shop's file is

} // namespace till
