#include "cli/commands.h"
#include "cli/options.h"
#include "cli/text_table.h"
#include "services/people_service.h"
#include "services/setting_service.h"

namespace till {
namespace {

struct SettingOptions {
    std::string key;
    std::string value;
};

Result<Outcome> listSettings(const Frame& frame, const SettingOptions&)
{
    const auto shop = frame.open(Access::Read);
    if (!shop) return shop.error();
    FactList list;
    auto settings = Json::array();
    for (const auto& setting : (*shop)->settings().all()) {
        settings.push_back({{"key", setting.key}, {"value", setting.value}, {"default", setting.fallback}});
        list.add(setting.key, setting.value);
    }
    return Outcome{{{"settings", settings}}, list.text()};
}

Result<Outcome> getSetting(const Frame& frame, const SettingOptions& options)
{
    if (options.key.empty()) return listSettings(frame, options);
    const auto shop = frame.open(Access::Read);
    if (!shop) return shop.error();
    const auto value = (*shop)->settings().get(options.key);
    if (!value) return value.error();
    return Outcome{{{"key", options.key}, {"value", *value}}, *value + "\n"};
}

Result<Outcome> setSetting(const Frame& frame, const SettingOptions& options)
{
    const auto shop = frame.open(Access::Write);
    if (!shop) return shop.error();
    auto& settings = (*shop)->settings();
    if (auto done = settings.set((*shop)->owner(), options.key, options.value); !done) return done.error();
    const auto value = settings.get(options.key);
    if (!value) return value.error();
    return Outcome{{{"key", options.key}, {"value", *value}}, *value + "\n"};
}

Result<Outcome> listUsers(const Frame& frame, const SettingOptions&)
{
    const auto shop = frame.open(Access::Read);
    if (!shop) return shop.error();
    TextTable table{{{"name"}, {"role"}, {"uid"}}};
    auto users = Json::array();
    for (const auto& user : (*shop)->people().users()) {
        users.push_back({{"uid", user.uid.toText()}, {"name", user.name}, {"role", user.role}});
        table.add({user.name, user.role, user.uid.toText()});
    }
    return Outcome{{{"users", users}}, table.text()};
}

} // namespace

void addSettingCommands(CLI::App& app, Frame& frame)
{
    auto* group = addGroup(app, "setting", "What the shop has chosen");
    const auto options = std::make_shared<SettingOptions>();
    auto* get = group->add_subcommand("get", "One setting, or all of them");
    addText(*get, "KEY", options->key, "Like sale.cash_rounding");
    onCommand(get, frame, options, getSetting);
    auto* set = group->add_subcommand("set", "Change a setting");
    addText(*set, "KEY", options->key, "Like sale.cash_rounding")->required();
    addText(*set, "VALUE", options->value, "What it is to be")->required();
    onCommand(set, frame, options, setSetting);
    onCommand(group->add_subcommand("list", "All settings"), frame, options, listSettings);

    auto* users = addGroup(app, "user", "The people of the shop");
    onCommand(users->add_subcommand("list", "Who they are"), frame, options, listUsers);
}

} // namespace till
