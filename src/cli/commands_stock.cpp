#include "cli/commands.h"
#include "cli/figures.h"
#include "cli/options.h"
#include "cli/text_table.h"
#include "cli/values.h"
#include "services/catalog_service.h"
#include "services/stock_service.h"

#include <array>

namespace till {
namespace {

struct ListOptions {
    std::string filter;
    std::string at;
};

struct MovementsOptions {
    std::string code;
};

struct AdjustOptions {
    std::string code;
    std::string quantity;
    std::string reason;
};

struct Filter {
    const char* name;
    StockFilter filter;
};

constexpr std::array kFilters{Filter{"low", StockFilter::Low}, Filter{"out", StockFilter::Out},
    Filter{"negative", StockFilter::Negative}, Filter{"dead", StockFilter::Dead},
    Filter{"expiring", StockFilter::Expiring}};

StockFilter filterOf(const std::string& name)
{
    for (const auto& filter : kFilters) {
        if (name == filter.name) return filter.filter;
    }
    return StockFilter::All;
}

std::string kindText(MovementKind kind)
{
    switch (kind) {
    case MovementKind::Sale: return "sale";
    case MovementKind::Return: return "return";
    case MovementKind::Receipt: return "receipt";
    case MovementKind::Opening: return "opening";
    case MovementKind::Adjustment: return "adjustment";
    case MovementKind::Damaged: return "damaged";
    case MovementKind::Expired: return "expired";
    case MovementKind::ToSupplier: return "to_supplier";
    }
    return {};
}

Result<Outcome> listStock(const Frame& frame, const ListOptions& options)
{
    const auto shop = frame.open(Access::Read);
    if (!shop) return shop.error();
    const Figures figures{**shop};
    std::optional<Timestamp> at;
    if (!options.at.empty()) at = timeValue("--at", options.at, (*shop)->calendar());
    using Align = TextTable::Align;
    TextTable table{
        {{"code"}, {"name"}, {"department"}, {"on hand", Align::Right}, {"unit"}, {"value", Align::Right}}};
    auto rows = Json::array();
    for (const auto& row : (*shop)->stock().list(filterOf(options.filter), at)) {
        rows.push_back({{"code", row.code}, {"name", row.name}, {"department", row.department},
            {"unit", row.unit}, {"on_hand", formatQuantity(row.onHand)}, {"value", figures.money(row.value)},
            {"minimum", Figures::quantity(row.minimum)}, {"price", figures.price(row.price)},
            {"last_sold", row.lastSold ? Json((*shop)->calendar().at(*row.lastSold).toText()) : Json()}});
        table.add({row.code, row.name, row.department, formatQuantity(row.onHand), row.unit,
            figures.money(row.value)});
    }
    return Outcome{{{"rows", rows}}, table.isEmpty() ? "Nothing to show.\n" : table.text()};
}

Result<Outcome> listMovements(const Frame& frame, const MovementsOptions& options)
{
    const auto shop = frame.open(Access::Read);
    if (!shop) return shop.error();
    const Figures figures{**shop};
    const auto product = (*shop)->catalog().findByCode(options.code);
    if (!product) return product.error();
    const auto movements = (*shop)->stock().movements(product->id);
    if (!movements) return movements.error();
    using Align = TextTable::Align;
    TextTable table{
        {{"time"}, {"kind"}, {"document"}, {"quantity", Align::Right}, {"after", Align::Right}, {"user"}}};
    auto rows = Json::array();
    for (const auto& row : *movements) {
        rows.push_back({{"position", row.position}, {"kind", kindText(row.kind)}, {"time", row.at.toText()},
            {"document", row.document}, {"line", row.line}, {"quantity", formatQuantity(row.quantity)},
            {"after", formatQuantity(row.after)}, {"cost", figures.money(row.cost)}, {"user", row.user}});
        table.add({row.at.toText(), kindText(row.kind), row.document, formatQuantity(row.quantity),
            formatQuantity(row.after), row.user});
    }
    return Outcome{{{"rows", rows}}, table.isEmpty() ? "Nothing has moved yet.\n" : table.text()};
}

Result<Outcome> adjustStock(const Frame& frame, const AdjustOptions& options)
{
    const auto by = quantityValue("QTY", options.quantity);
    const auto shop = frame.open(Access::Write);
    if (!shop) return shop.error();
    const auto product = (*shop)->catalog().findByCode(options.code);
    if (!product) return product.error();
    const auto done = (*shop)->stock().adjust((*shop)->owner(), product->id, by, options.reason);
    if (!done) return done.error();
    const auto movements = (*shop)->stock().movements(product->id);
    const auto last = movements && !movements->empty() ? movements->back() : MovementRow{};
    Json json{{"code", options.code}, {"name", product->name}, {"quantity", formatQuantity(by)},
        {"on_hand", formatQuantity(last.after)}, {"document", last.document}, {"reason", options.reason}};
    json["rows"] = Json::array({{{"code", options.code}, {"on_hand", formatQuantity(last.after)}}});
    FactList list;
    list.add("product", product->name);
    list.add("adjusted by", formatQuantity(by) + " " + product->unit);
    list.add("on hand", formatQuantity(last.after) + " " + product->unit);
    list.add("document", last.document);
    return Outcome{json, list.text()};
}

} // namespace

void addStockCommands(CLI::App& app, Frame& frame)
{
    auto* group = addGroup(app, "stock", "What is in stock, and why");

    auto* list = group->add_subcommand("list", "What is in stock");
    const auto listOptions = std::make_shared<ListOptions>();
    addText(*list, "--filter", listOptions->filter, "Only some of it")
        ->check(CLI::IsMember({"low", "out", "negative", "dead", "expiring"}));
    addText(*list, "--at", listOptions->at, "At a time, or at the end of a day");
    onCommand(list, frame, listOptions, listStock);

    auto* movements = group->add_subcommand("movements", "Everything that moved a product in or out");
    const auto movementsOptions = std::make_shared<MovementsOptions>();
    addText(*movements, "CODE", movementsOptions->code, "One of its codes")->required();
    onCommand(movements, frame, movementsOptions, listMovements);

    auto* adjust = group->add_subcommand("adjust", "Set stock right by a quantity, which may be negative");
    const auto adjustOptions = std::make_shared<AdjustOptions>();
    addText(*adjust, "CODE", adjustOptions->code, "One of its codes")->required();
    addText(*adjust, "QTY", adjustOptions->quantity, "How many more, or with a minus fewer")->required();
    addText(*adjust, "--reason", adjustOptions->reason, "Kept with the movement")->required();
    onCommand(adjust, frame, adjustOptions, adjustStock);
}

} // namespace till
