#include "ui/app/shop_look.h"

#include "services/setting_service.h"

#include <string>
#include <utility>

namespace till {
namespace {

std::string themeWord(ThemeMode mode)
{
    switch (mode) {
    case ThemeMode::Light: return "light";
    case ThemeMode::Dark: return "dark";
    case ThemeMode::System: return "system";
    }
    Q_UNREACHABLE();
}

std::string densityWord(Density density)
{
    switch (density) {
    case Density::Compact: return "compact";
    case Density::Standard: return "standard";
    case Density::Touch: return "touch";
    }
    Q_UNREACHABLE();
}

} // namespace

LookSettings lookOf(const SettingService& settings)
{
    LookSettings look;
    const auto& theme = settings.value("look.theme");
    look.mode = theme == "dark" ? ThemeMode::Dark : theme == "system" ? ThemeMode::System : ThemeMode::Light;
    const auto& density = settings.value("look.density");
    look.density = density == "touch"     ? Density::Touch
                   : density == "compact" ? Density::Compact
                                          : Density::Standard;
    look.zoomPercent = std::stoi(settings.value("look.zoom"));
    look.showKeys = settings.isOn("look.show_keys");
    return look;
}

Result<> keepLook(SettingService& settings, const Actor& actor, const LookSettings& look)
{
    const std::pair<const char*, std::string> values[] = {{"look.theme", themeWord(look.mode)},
        {"look.density", densityWord(look.density)}, {"look.zoom", std::to_string(look.zoomPercent)},
        {"look.show_keys", look.showKeys ? "on" : "off"}};
    for (const auto& [key, value] : values) {
        if (settings.value(key) == value) continue;
        if (auto set = settings.set(actor, key, value); !set) return set.error();
    }
    return {};
}

} // namespace till
