#pragma once

class QWidget;

namespace till {

class SettingsDesk;

QWidget* soundSection(SettingsDesk& desk);      ///< what the till says without words, and how loud
QWidget* tillScreenSection(SettingsDesk& desk); ///< full screen, at login, awake

} // namespace till
