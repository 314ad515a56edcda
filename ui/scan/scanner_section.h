#pragma once

class QWidget;

namespace till {

class SettingsDesk;

QWidget* scannerSection(SettingsDesk& desk); ///< a place to try the scanner, and how it is understood

} // namespace till
