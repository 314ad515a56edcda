#include "cli/made_sale.h"

#include "cli/figures.h"
#include "cli/text_table.h"
#include "services/print_service.h"
#include "services/receipt_json.h"
#include "services/receipt_service.h"

namespace till {
namespace {

constexpr std::chrono::seconds kForPrinter{15};

/// The sale is on disk; whatever goes wrong from here on must not sound as if it were not.
Json saleJson(Shop& shop, const FinishedSale& sale, const Figures& figures)
{
    Json json{{"receipt", sale.number}, {"uid", sale.uid.toText()}, {"time", sale.at.toText()},
        {"total", figures.money(sale.total)}, {"rounding", figures.money(sale.rounding)},
        {"due", figures.money(sale.due)}, {"change", figures.money(sale.change)}};
    try {
        if (const auto receipt = shop.receipts().load(sale.document))
            json = Json::parse(receiptJson(*receipt));
    } catch (const std::exception&) {
        json["tax"] = Json::array();
        json["tenders"] = Json::array();
        json["lines"] = Json::array();
    }
    json["paid"] = figures.money(sale.paid);
    json["already"] = sale.already;
    return json;
}

/// "done", "waiting" or "unknown"; "none" where no paper was asked for.
std::string_view printed(Shop& shop, const FinishedSale& sale)
{
    const auto order = [&]() -> std::optional<PrintJob> {
        for (auto& job : shop.printing().jobs())
            if (job.document == sale.document) return job;
        return std::nullopt;
    };
    const bool isAskedFor = order().has_value();
    if (isAskedFor) shop.printing().printWaiting(kForPrinter);
    shop.printing().rest();
    if (!isAskedFor) return "none";
    const auto left = order();
    if (!left) return "done";
    return left->state == PrintJob::State::Waiting ? "waiting" : "unknown";
}

} // namespace

Result<Outcome> makeSale(const Frame& frame, Shop& shop, const SaleRequest& request)
{
    const Figures figures{shop};
    bool isStuck = false;
    const auto listening = shop.printing().drawerStuck.subscribe([&] { isStuck = true; });
    shop.printing().work();
    const auto sale = shop.checkout().sell(shop.owner(), request);
    if (!sale) return sale.error();

    Outcome outcome;
    outcome.json = saleJson(shop, *sale, figures);
    FactList list;
    list.add("receipt", sale->number);
    list.add("total", figures.withCurrency(sale->total));
    if (!sale->rounding.isZero()) list.add("to pay", figures.withCurrency(sale->due));
    list.add("paid", figures.withCurrency(sale->paid));
    list.add("change", figures.withCurrency(sale->change));
    const auto paper = printed(shop, *sale);
    outcome.json["print"] = paper;
    outcome.text = list.text();
    if (isStuck) frame.remark("the printer cannot open the drawer now: open it with the key.");
    if (paper == "waiting") frame.remark("the receipt waits: the printer does not print now.");
    if (paper == "unknown")
        frame.remark("the printer stopped in the middle of the receipt: see printer jobs.");
    if (sale->already) frame.remark("this sale had been made before; nothing was sold twice.");
    return outcome;
}

} // namespace till
