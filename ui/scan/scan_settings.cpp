#include "ui/scan/scan_settings.h"

#include "services/setting_service.h"

#include <string>

namespace till {

ScanRules scanRulesOf(const SettingService& settings)
{
    ScanRules rules;
    rules.gapMs = std::stoi(settings.value("scanner.gap"));
    rules.shortest = std::stoi(settings.value("scanner.shortest"));
    rules.prefix = settings.value("scanner.prefix");
    rules.suffix = settings.value("scanner.suffix");
    const auto& end = settings.value("scanner.end");
    for (const auto one :
        {ScanRules::End::Any, ScanRules::End::Enter, ScanRules::End::Tab, ScanRules::End::None})
        if (end == toText(one)) rules.end = one;
    return rules;
}

const char* toText(ScanRules::End end)
{
    switch (end) {
    case ScanRules::End::Any: return "any";
    case ScanRules::End::Enter: return "enter";
    case ScanRules::End::Tab: return "tab";
    case ScanRules::End::None: return "none";
    }
    return "any";
}

} // namespace till
