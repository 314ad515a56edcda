#include "cli/commands.h"
#include "cli/figures.h"
#include "cli/options.h"
#include "cli/sell_request.h"
#include "cli/text_table.h"
#include "services/print_service.h"
#include "services/receipt_json.h"
#include "services/receipt_service.h"

namespace till {
namespace {

constexpr std::chrono::seconds kForPrinter{15};

struct SellOptions {
    std::vector<std::string> lines;
    std::vector<std::string> vouchers;
    std::vector<std::string> discounts;
    std::string customer;
    std::vector<std::string> tenders;
    std::string note;
    std::string uid;
    std::vector<std::string> coupons;
    bool ageConfirmed = false;
};

Result<SaleRequest> requestOf(Shop& shop, const SellOptions& options)
{
    SaleRequest request;
    if (!options.uid.empty()) {
        const auto uid = Uid::fromText(options.uid);
        if (!uid) throw UsageError{"--uid is a UUID, like 018f3c1e-0000-7000-8000-000000000000."};
        request.uid = *uid;
    }
    for (const auto& text : options.lines) {
        auto line = ringUpOf(shop, text);
        if (!line) return line.error();
        request.lines.push_back(std::move(*line));
    }
    for (const auto& text : options.vouchers) request.vouchers.push_back(voucherOf(shop, text));
    for (const auto& text : options.discounts) request.discounts.push_back(discountOf(shop, text));
    for (const auto& text : options.tenders) {
        auto tender = tenderOf(shop, text);
        if (!tender) return tender.error();
        request.tenders.push_back(std::move(*tender));
    }
    if (!options.customer.empty()) request.customer = options.customer;
    request.note = options.note;
    request.coupons = options.coupons;
    request.ageConfirmed = options.ageConfirmed;
    return request;
}

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

Result<Outcome> sell(const Frame& frame, const SellOptions& options)
{
    const auto shop = frame.open(Access::Write);
    if (!shop) return shop.error();
    const Figures figures{**shop};
    if (options.lines.empty() && options.vouchers.empty()) throw UsageError{"--line or --voucher is needed."};
    const auto request = requestOf(**shop, options);
    if (!request) return request.error();
    bool isStuck = false;
    const auto listening = (*shop)->printing().drawerStuck.subscribe([&] { isStuck = true; });
    (*shop)->printing().work();
    const auto sale = (*shop)->checkout().sell((*shop)->owner(), *request);
    if (!sale) return sale.error();

    Outcome outcome;
    outcome.json = saleJson(**shop, *sale, figures);
    FactList list;
    list.add("receipt", sale->number);
    list.add("total", figures.withCurrency(sale->total));
    if (!sale->rounding.isZero()) list.add("to pay", figures.withCurrency(sale->due));
    list.add("paid", figures.withCurrency(sale->paid));
    list.add("change", figures.withCurrency(sale->change));
    const auto paper = printed(**shop, *sale);
    outcome.json["print"] = paper;
    outcome.text = list.text();
    if (isStuck) frame.remark("the printer cannot open the drawer now: open it with the key.");
    if (paper == "waiting") frame.remark("the receipt waits: the printer does not print now.");
    if (paper == "unknown")
        frame.remark("the printer stopped in the middle of the receipt: see printer jobs.");
    if (sale->already) frame.remark("this sale had been made before; nothing was sold twice.");
    return outcome;
}

} // namespace

void addSellCommand(CLI::App& app, Frame& frame)
{
    auto* command = app.add_subcommand("sell", "Make one sale");
    const auto options = std::make_shared<SellOptions>();
    addTexts(*command, "--line", options->lines, "CODE[*QUANTITY][@PRICE]; may be repeated");
    addTexts(*command, "--voucher", options->vouchers, "Sell a voucher: AMOUNT[:NUMBER]; may be repeated");
    addTexts(*command, "--discount", options->discounts, "On the whole sale: 10% or 5.00");
    addTexts(*command, "--coupon", options->coupons, "A coupon's code; may be repeated");
    addText(*command, "--customer", options->customer, "Code of the customer");
    addTexts(*command, "--tender", options->tenders,
        "KIND[:DETAIL][=AMOUNT]: cash, card:SLIP, voucher:NUMBER, cash:USD=20 ...; may be repeated")
        ->required();
    addText(*command, "--note", options->note, "Kept with the sale");
    command->add_flag(
        "--age-confirmed", options->ageConfirmed, "The customer is old enough for everything in it");
    addText(*command, "--uid", options->uid, "The sale's own id: the same one never sells twice");
    onCommand(command, frame, options, sell);
}

} // namespace till
