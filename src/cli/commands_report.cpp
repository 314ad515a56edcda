#include "base/numbers.h"
#include "cli/commands.h"
#include "cli/figures.h"
#include "cli/options.h"
#include "cli/text_table.h"
#include "cli/values.h"
#include "cli/x_report.h"
#include "services/report_service.h"

#include <array>

namespace till {
namespace {

struct NoOptions {};

struct SalesOptions {
    std::string from;
    std::string to;
    std::string by;
    bool compare = false;
};

struct Dimension {
    const char* name;
    SalesBy by;
};

constexpr std::array kDimensions{Dimension{"item", SalesBy::Item},
    Dimension{"department", SalesBy::Department}, Dimension{"tax", SalesBy::Tax},
    Dimension{"hour", SalesBy::Hour}, Dimension{"weekday", SalesBy::Weekday}, Dimension{"day", SalesBy::Day},
    Dimension{"week", SalesBy::Week}, Dimension{"month", SalesBy::Month},
    Dimension{"cashier", SalesBy::Cashier}, Dimension{"customer", SalesBy::Customer},
    Dimension{"tender", SalesBy::Tender}, Dimension{"supplier", SalesBy::Supplier}};

std::vector<std::string> dimensionNames()
{
    std::vector<std::string> names;
    names.reserve(std::size(kDimensions));
    for (const auto& dimension : kDimensions) names.emplace_back(dimension.name);
    return names;
}

SalesBy dimensionOf(const std::string& name)
{
    for (const auto& dimension : kDimensions) {
        if (name == dimension.name) return dimension.by;
    }
    throw UsageError{"--by: there is no " + name + "."};
}

Json rowJson(const SalesRow& row, const Figures& figures)
{
    return {{"key", row.key}, {"name", row.name}, {"quantity", formatQuantity(row.quantity)},
        {"net", figures.money(row.net)}, {"tax", figures.money(row.tax)}, {"gross", figures.money(row.gross)},
        {"cost", figures.money(row.cost)}, {"margin", figures.money(row.margin)}, {"tickets", row.tickets}};
}

Json reportJson(const SalesReport& report, BusinessDay from, BusinessDay to, const Figures& figures)
{
    auto rows = Json::array();
    for (const auto& row : report.rows) rows.push_back(rowJson(row, figures));
    auto total = rowJson(report.total, figures);
    total.erase("key");
    total.erase("name");
    return {{"from", from.toText()}, {"to", to.toText()}, {"rows", rows}, {"total", total}};
}

std::vector<std::string> cellsOf(const SalesRow& row, const std::string& name, const Figures& figures)
{
    return {row.key, name, formatQuantity(row.quantity), figures.money(row.net), figures.money(row.tax),
        figures.money(row.gross), figures.money(row.margin), std::to_string(row.tickets)};
}

std::string reportText(const SalesReport& report, const Figures& figures)
{
    using Align = TextTable::Align;
    TextTable table{{{"key"}, {"name"}, {"quantity", Align::Right}, {"net", Align::Right},
        {"tax", Align::Right}, {"gross", Align::Right}, {"margin", Align::Right}, {"tickets", Align::Right}}};
    for (const auto& row : report.rows) table.add(cellsOf(row, row.name == row.key ? "" : row.name, figures));
    auto total = report.total;
    total.key = "total";
    table.add(cellsOf(total, "", figures));
    return table.text();
}

Result<Outcome> reportSales(const Frame& frame, const SalesOptions& options)
{
    const auto from = dayValue("--from", options.from);
    const auto to = dayValue("--to", options.to);
    if (to < from) throw UsageError{"--to is before --from."};
    const auto by = dimensionOf(options.by);
    const auto shop = frame.open(Access::Read);
    if (!shop) return shop.error();
    const Figures figures{**shop};
    const auto report = (*shop)->reports().sales(from, to, by);
    Outcome outcome;
    outcome.json = reportJson(report, from, to, figures);
    outcome.json["by"] = options.by;
    outcome.text = reportText(report, figures);
    if (!options.compare) return outcome;
    const BusinessDay before{from.days - 1};
    const BusinessDay beforeFrom{from.days - (to.days - from.days + 1)};
    const auto earlier = (*shop)->reports().sales(beforeFrom, before, by);
    outcome.json["compare"] = reportJson(earlier, beforeFrom, before, figures);
    outcome.text +=
        "\n" + beforeFrom.toText() + " to " + before.toText() + ":\n" + reportText(earlier, figures);
    return outcome;
}

Result<Outcome> reportX(const Frame& frame, const NoOptions&)
{
    const auto shop = frame.open(Access::Read);
    if (!shop) return shop.error();
    const auto report = (*shop)->reports().x((*shop)->owner());
    if (!report) return report.error();
    return Outcome{xReportJson(*report, **shop), xReportText(*report, **shop)};
}

} // namespace

void addReportCommands(CLI::App& app, Frame& frame)
{
    auto* group = addGroup(app, "report", "What was sold");
    onCommand(group->add_subcommand("x", "The shift so far; changes nothing"), frame,
        std::make_shared<NoOptions>(), reportX);

    auto* sales = group->add_subcommand("sales", "Sums of a span of days");
    const auto options = std::make_shared<SalesOptions>();
    addText(*sales, "--from", options->from, "First day, like 2026-03-01")->required();
    addText(*sales, "--to", options->to, "Last day")->required();
    addText(*sales, "--by", options->by, "What a row stands for")
        ->required()
        ->check(CLI::IsMember(dimensionNames()));
    sales->add_flag("--compare", options->compare, "The same number of days before, beside it");
    onCommand(sales, frame, options, reportSales);
}

} // namespace till
