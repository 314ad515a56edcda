#include "cli/commands.h"
#include "cli/input_file.h"
#include "cli/options.h"
#include "cli/text_table.h"
#include "services/promotion_service.h"
#include "services/promotion_text.h"

#include <algorithm>

namespace till {
namespace {

struct PromotionOptions {
    std::string file;
    std::string code;
    std::string customer;
    std::string group;
};

Outcome outcomeOf(Shop& shop, const std::vector<PromotionDetails>& promotions)
{
    Outcome outcome;
    outcome.json = {{"promotions", Json::parse(promotionsJson(shop, promotions))}};
    TextTable table{{{"code"}, {"name"}, {"kind"}, {"state"}}};
    const auto text = [](const Json& value) { return value.get<std::string>(); };
    for (const auto& row : outcome.json.at("promotions"))
        table.add({text(row.at("code")), text(row.at("name")), text(row.at("kind")), text(row.at("state"))});
    outcome.text = table.text();
    return outcome;
}

Result<Outcome> list(const Frame& frame, const PromotionOptions&)
{
    const auto shop = frame.open(Access::Read);
    if (!shop) return shop.error();
    return outcomeOf(**shop, (*shop)->promotions().all());
}

Result<Outcome> add(const Frame& frame, const PromotionOptions& options)
{
    const auto text = readInput(options.file);
    if (!text) return text.error();
    const auto shop = frame.open(Access::Write);
    if (!shop) return shop.error();
    const auto draft = promotionOfJson(**shop, *text);
    if (!draft) return draft.error();
    auto& promotions = (*shop)->promotions();
    const auto id = promotions.add((*shop)->owner(), *draft);
    if (!id) return id.error();
    return outcomeOf(**shop, {*promotions.find(*id)});
}

Result<Outcome> archive(const Frame& frame, const PromotionOptions& options)
{
    const auto shop = frame.open(Access::Write);
    if (!shop) return shop.error();
    auto& promotions = (*shop)->promotions();
    const auto all = promotions.all();
    const auto found = std::find_if(all.begin(), all.end(),
        [&](const auto& each) { return each.fields.rules.code == options.code && !each.archived; });
    if (found == all.end()) return Error{ErrorCode::PromotionNotFound, options.code};
    if (auto done = promotions.archive((*shop)->owner(), found->id); !done) return done.error();
    return outcomeOf(**shop, {*promotions.find(found->id)});
}

Result<Outcome> join(const Frame& frame, const PromotionOptions& options)
{
    const auto shop = frame.open(Access::Write);
    if (!shop) return shop.error();
    auto& promotions = (*shop)->promotions();
    CustomerGroupId group;
    if (!options.group.empty()) {
        const auto made = promotions.groupNamed((*shop)->owner(), options.group);
        if (!made) return made.error();
        group = *made;
    }
    const auto done = promotions.setCustomerGroup((*shop)->owner(), options.customer, group);
    if (!done) return done.error();
    return Outcome{{{"customer", options.customer}, {"group", options.group}}, {}};
}

} // namespace

void addPromotionCommands(CLI::App& app, Frame& frame)
{
    auto* group = addGroup(app, "promotion", "Offers the till gives by itself, and their coupons");
    const auto options = std::make_shared<PromotionOptions>();
    onCommand(group->add_subcommand("list", "All offers and their state"), frame, options, list);
    auto* adding = group->add_subcommand("add", "A new offer");
    addText(*adding, "FILE", options->file, "JSON as in price --cart; - reads standard input")->required();
    onCommand(adding, frame, options, add);
    auto* archiving = group->add_subcommand("archive", "End an offer; what was sold with it stays");
    addText(*archiving, "CODE", options->code, "Its code")->required();
    onCommand(archiving, frame, options, archive);
    auto* joining = group->add_subcommand("group", "Put a customer into a group, or out of any");
    addText(*joining, "CUSTOMER", options->customer, "Code of the customer")->required();
    addText(*joining, "GROUP", options->group, "Name of the group; made if missing. Left out: none");
    onCommand(joining, frame, options, join);
}

} // namespace till
