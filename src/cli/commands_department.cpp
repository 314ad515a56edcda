#include "base/decimal.h"
#include "cli/commands.h"
#include "cli/options.h"
#include "cli/text_table.h"
#include "cli/values.h"
#include "domain/sales/taking_back.h"
#include "services/catalog_service.h"

#include <algorithm>

namespace till {
namespace {

struct DepartmentOptions {
    std::string name;
    std::string returnDays;
};

/// "Drinks > Wine": as search and lists write it.
std::string pathOf(const std::vector<Department>& all, const Department& department)
{
    const auto above = std::ranges::find(all, department.parent, &Department::id);
    return above == all.end() ? department.name : pathOf(all, *above) + " > " + department.name;
}

Json rowOf(const std::vector<Department>& all, const Department& department)
{
    return {{"name", pathOf(all, department)},
        {"return_days", department.returnDays ? Json(*department.returnDays) : Json()}};
}

std::string daysText(const Department& department)
{
    if (!department.returnDays) return "as the shop";
    return *department.returnDays == 0 ? "never" : std::to_string(*department.returnDays) + " days";
}

Result<Outcome> listDepartments(const Frame& frame, const DepartmentOptions&)
{
    const auto shop = frame.open(Access::Read);
    if (!shop) return shop.error();
    const auto& all = (*shop)->catalog().departments();
    TextTable table{{{"department"}, {"comes back"}}};
    auto rows = Json::array();
    for (const auto& department : all) {
        rows.push_back(rowOf(all, department));
        table.add({pathOf(all, department), daysText(department)});
    }
    return Outcome{{{"departments", rows}}, table.isEmpty() ? "No department yet.\n" : table.text()};
}

std::optional<int> daysOf(const std::string& text)
{
    if (text == "shop") return std::nullopt;
    const auto days = parseScaled(text, 0);
    if (!days || *days < 0 || *days > kLongestReturn)
        throw UsageError{"--return-days is a number of days, 0 for never, or shop."};
    return static_cast<int>(*days);
}

Result<Outcome> setDepartment(const Frame& frame, const DepartmentOptions& options)
{
    const auto days = daysOf(options.returnDays);
    const auto shop = frame.open(Access::Write);
    if (!shop) return shop.error();
    auto& catalog = (*shop)->catalog();
    const auto named = [&](const Department& each) {
        return each.name == options.name || pathOf(catalog.departments(), each) == options.name;
    };
    const auto found = std::ranges::find_if(catalog.departments(), named);
    if (found == catalog.departments().end()) return Error{ErrorCode::DepartmentNotFound, options.name};
    if (auto set = catalog.setReturnDays((*shop)->owner(), found->id, days); !set) return set.error();
    const auto& all = catalog.departments();
    const auto after = std::ranges::find_if(all, named);
    return Outcome{rowOf(all, *after), pathOf(all, *after) + ": " + daysText(*after) + "\n"};
}

} // namespace

void addDepartmentCommands(CLI::App& app, Frame& frame)
{
    auto* group = addGroup(app, "department", "What goods are grouped by");
    const auto options = std::make_shared<DepartmentOptions>();
    onCommand(group->add_subcommand("list", "All of them"), frame, options, listDepartments);
    auto* set = group->add_subcommand("set", "Change one");
    addText(*set, "NAME", options->name, "Its name, or its path: Drinks > Wine")->required();
    addText(*set, "--return-days", options->returnDays,
        "Days after the sale its goods may come back; 0: never; shop: as the setting sale.return_days")
        ->required();
    onCommand(set, frame, options, setDepartment);
}

} // namespace till
