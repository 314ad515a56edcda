#pragma once

#include "domain/scan/scan_separator.h"

namespace till {

class SettingService;

/// How the shop's scanner is told from typing.
ScanRules scanRulesOf(const SettingService& settings);
const char* toText(ScanRules::End end); ///< as it is kept: "any", "enter", "tab", "none"

} // namespace till
