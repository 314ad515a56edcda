#include "cli/commands.h"
#include "cli/options.h"
#include "cli/text_table.h"
#include "services/customer_service.h"
#include "services/promotion_service.h"

namespace till {
namespace {

constexpr int kMostCustomers = 10'000;

struct CustomerOptions {
    std::string text;
    std::string code;
    std::string name;
};

Json rowOf(Shop& shop, const Customer& customer)
{
    return {{"code", customer.code}, {"name", customer.name},
        {"group", shop.promotions().groupOf(customer.code).name}};
}

Result<Outcome> listCustomers(const Frame& frame, const CustomerOptions& options)
{
    const auto shop = frame.open(Access::Read);
    if (!shop) return shop.error();
    TextTable table{{{"code"}, {"name"}, {"group"}}};
    auto rows = Json::array();
    for (const auto& customer : (*shop)->customers().search(options.text, kMostCustomers)) {
        rows.push_back(rowOf(**shop, customer));
        table.add({customer.code, customer.name, rows.back().at("group").get<std::string>()});
    }
    return Outcome{{{"customers", rows}}, table.isEmpty() ? "Nobody is known like this.\n" : table.text()};
}

Result<Outcome> addCustomer(const Frame& frame, const CustomerOptions& options)
{
    const auto shop = frame.open(Access::Write);
    if (!shop) return shop.error();
    const auto customer = (*shop)->customers().add((*shop)->owner(), options.code, options.name);
    if (!customer) return customer.error();
    return Outcome{rowOf(**shop, *customer), customer->shownAs() + "\n"};
}

Result<Outcome> renameCustomer(const Frame& frame, const CustomerOptions& options)
{
    const auto shop = frame.open(Access::Write);
    if (!shop) return shop.error();
    auto& customers = (*shop)->customers();
    if (auto done = customers.rename((*shop)->owner(), options.code, options.name); !done)
        return done.error();
    const auto after = customers.find(options.code);
    if (!after) return Error{ErrorCode::CustomerUnknown, options.code};
    return Outcome{rowOf(**shop, *after), after->shownAs() + "\n"};
}

} // namespace

void addCustomerCommands(CLI::App& app, Frame& frame)
{
    auto* group = addGroup(app, "customer", "Customers by the code of their card");
    const auto options = std::make_shared<CustomerOptions>();
    auto* list = group->add_subcommand("list", "Who is known");
    addText(*list, "TEXT", options->text, "Beginning of the code, or part of the name");
    onCommand(list, frame, options, listCustomers);
    auto* add = group->add_subcommand("add", "A new customer");
    addText(*add, "CODE", options->code, "Of the card")->required();
    addText(*add, "--name", options->name, "Left out: none is kept");
    onCommand(add, frame, options, addCustomer);
    auto* rename = group->add_subcommand("rename", "Another name, or none: it is erased for good");
    addText(*rename, "CODE", options->code, "Of the card")->required();
    addText(*rename, "NAME", options->name, "Left out: erased");
    onCommand(rename, frame, options, renameCustomer);
}

} // namespace till
