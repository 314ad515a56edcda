#include "cli/commands.h"
#include "cli/figures.h"
#include "cli/options.h"
#include "cli/text_table.h"
#include "cli/values.h"
#include "services/shift_service.h"

namespace till {
namespace {

struct OpenShiftOptions {
    std::string openingFloat;
};

struct CloseShiftOptions {
    std::string count;
    std::string denominations;
    std::string leave;
    std::string remark;
};

Json shiftJson(const Shift& shift, const Shop& shop)
{
    const Figures figures{shop};
    return {{"uid", shift.uid.toText()}, {"till", shop.facts().tillCode}, {"opened_by", shift.openedBy},
        {"opened_at", shift.openedAt.toText()}, {"business_day", shift.openedAt.businessDay.toText()},
        {"float", figures.money(shift.openingFloat)},
        {"left_before", shift.expectedFloat ? Json(figures.money(*shift.expectedFloat)) : Json()}};
}

Result<Outcome> openShift(const Frame& frame, const OpenShiftOptions& options)
{
    const auto shop = frame.open(Access::Write);
    if (!shop) return shop.error();
    const Figures figures{**shop};
    const auto shift = (*shop)->shifts().start(
        (*shop)->owner(), moneyValue("--float", options.openingFloat, figures.decimals()));
    if (!shift) return shift.error();
    if (shift->expectedFloat && *shift->expectedFloat != shift->openingFloat) {
        frame.remark(
            "the last close left " + figures.withCurrency(*shift->expectedFloat) + " in the drawer.");
    }
    FactList list;
    list.add("shift open since", shift->openedAt.toText());
    list.add("float", figures.withCurrency(shift->openingFloat));
    return Outcome{{{"shift", shiftJson(*shift, **shop)}}, list.text()};
}

Money countedCash(const CloseShiftOptions& options, int decimals)
{
    if (!options.count.empty()) return moneyValue("--count", options.count, decimals);
    return denominationsValue("--denominations", options.denominations, decimals);
}

Outcome describe(const ClosedShift& closed, const Shop& shop)
{
    const Figures figures{shop};
    Outcome outcome;
    outcome.json = {{"expected", figures.money(closed.cash.expected)},
        {"counted", figures.money(closed.counted)}, {"difference", figures.money(closed.difference)},
        {"left", figures.money(closed.left)}, {"deposit", figures.money(closed.counted - closed.left)},
        {"float", figures.money(closed.cash.openingFloat)},
        {"cash_sales", figures.money(closed.cash.cashSales)},
        {"cash_refunds", figures.money(closed.cash.cashRefunds)}, {"shift", shiftJson(closed.shift, shop)}};
    FactList list;
    list.add("float", figures.withCurrency(closed.cash.openingFloat));
    list.add("cash sales", figures.withCurrency(closed.cash.cashSales));
    list.add("cash refunds", figures.withCurrency(closed.cash.cashRefunds));
    list.add("expected", figures.withCurrency(closed.cash.expected));
    list.add("counted", figures.withCurrency(closed.counted));
    list.add("difference", figures.withCurrency(closed.difference));
    list.add("left in drawer", figures.withCurrency(closed.left));
    outcome.text = list.text();
    return outcome;
}

Result<Outcome> closeShift(const Frame& frame, const CloseShiftOptions& options)
{
    if (options.count.empty() == options.denominations.empty()) {
        throw UsageError{"shift close needs either --count or --denominations."};
    }
    const auto shop = frame.open(Access::Write);
    if (!shop) return shop.error();
    const auto decimals = (*shop)->facts().decimals;
    const auto counted = countedCash(options, decimals);
    std::optional<Money> leave;
    if (!options.leave.empty()) leave = moneyValue("--leave", options.leave, decimals);
    const auto closed = (*shop)->shifts().close((*shop)->owner(), counted, leave, options.remark);
    if (!closed) return closed.error();
    return describe(*closed, **shop);
}

} // namespace

void addShiftCommands(CLI::App& app, Frame& frame)
{
    auto* group = addGroup(app, "shift", "Open or close the drawer's session");

    auto* open = group->add_subcommand("open", "Open the drawer with change in it");
    const auto openOptions = std::make_shared<OpenShiftOptions>();
    addText(*open, "--float", openOptions->openingFloat, "Cash in the drawer")->required();
    onCommand(open, frame, openOptions, openShift);

    auto* close = group->add_subcommand("close", "Count the drawer and close");
    const auto closeOptions = std::make_shared<CloseShiftOptions>();
    addText(*close, "--count", closeOptions->count, "Cash counted");
    addText(*close, "--denominations", closeOptions->denominations, "Notes and coins counted, like 20x3,5x2");
    addText(
        *close, "--leave", closeOptions->leave, "Cash that stays for the next shift; all of it if not said");
    addText(*close, "--remark", closeOptions->remark, "Why the count differs");
    onCommand(close, frame, closeOptions, closeShift);
}

} // namespace till
