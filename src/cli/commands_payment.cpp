#include "cli/commands.h"
#include "cli/figures.h"
#include "cli/options.h"
#include "cli/sell_request.h"
#include "cli/text_table.h"
#include "cli/values.h"
#include "services/checkout_service.h"
#include "services/receipt_service.h"
#include "services/voucher_service.h"

namespace till {
namespace {

struct VoucherOptions {
    std::string number;
    std::string amount;
    std::string reason;
    std::vector<std::string> tenders;
    bool all = false;
};

struct RateOptions {
    std::string currency;
    std::string rate;
};

struct TenderOptions {
    std::string code;
    std::string name;
    std::string offered;
};

Json voucherJson(const Voucher& voucher, const Figures& figures)
{
    return {{"number", voucher.number}, {"balance", figures.money(voucher.balance)},
        {"credit", voucher.isCredit}, {"issued_on", voucher.issuedOn.toText()},
        {"valid_until", voucher.validUntil ? Json(voucher.validUntil->toText()) : Json()},
        {"expired", voucher.isExpired}};
}

Result<Outcome> issueVoucher(const Frame& frame, const VoucherOptions& options)
{
    const auto shop = frame.open(Access::Write);
    if (!shop) return shop.error();
    const Figures figures{**shop};
    SaleRequest request;
    request.vouchers.push_back({moneyValue("AMOUNT", options.amount, figures.decimals()), options.number});
    for (const auto& text : options.tenders) {
        auto tender = tenderOf(**shop, text);
        if (!tender) return tender.error();
        request.tenders.push_back(std::move(*tender));
    }
    const auto sale = (*shop)->checkout().sell((*shop)->owner(), request);
    if (!sale) return sale.error();
    const auto receipt = (*shop)->receipts().load(sale->document);
    const auto number =
        receipt && !receipt->vouchers.empty() ? receipt->vouchers.front().number : options.number;
    const auto voucher = (*shop)->vouchers().find(number);
    if (!voucher) return voucher.error();
    FactList list;
    list.add("voucher", voucher->number);
    list.add("left on it", figures.withCurrency(voucher->balance));
    list.add("receipt", sale->number);
    return Outcome{{{"voucher", voucherJson(*voucher, figures)}, {"receipt", sale->number}}, list.text()};
}

Result<Outcome> showVoucher(const Frame& frame, const VoucherOptions& options)
{
    const auto shop = frame.open(Access::Read);
    if (!shop) return shop.error();
    const Figures figures{**shop};
    const auto voucher = (*shop)->vouchers().find(options.number);
    if (!voucher) return voucher.error();
    Outcome outcome;
    outcome.json = {{"voucher", voucherJson(*voucher, figures)}};
    FactList list;
    list.add("voucher", voucher->number);
    list.add("left on it", figures.withCurrency(voucher->balance));
    list.add("given out", voucher->issuedOn.toText());
    if (voucher->validUntil)
        list.add(voucher->isExpired ? "expired" : "valid until", voucher->validUntil->toText());
    auto entries = Json::array();
    for (const auto& entry : (*shop)->vouchers().entries(voucher->number)) {
        const auto at = (*shop)->calendar().at(entry.at).toText();
        entries.push_back({{"time", at}, {"amount", figures.money(entry.amount)}, {"receipt", entry.receipt},
            {"reason", entry.reason}});
        list.add(
            at, figures.money(entry.amount) + "  " + (entry.receipt.empty() ? entry.reason : entry.receipt));
    }
    outcome.json["entries"] = std::move(entries);
    outcome.text = list.text();
    return outcome;
}

Result<Outcome> listVouchers(const Frame& frame, const VoucherOptions& options)
{
    const auto shop = frame.open(Access::Read);
    if (!shop) return shop.error();
    const Figures figures{**shop};
    Outcome outcome;
    TextTable table{{{"number"}, {"left", TextTable::Align::Right}, {"given out"}, {"valid until"}}};
    auto rows = Json::array();
    for (const auto& voucher : (*shop)->vouchers().list(!options.all)) {
        rows.push_back(voucherJson(voucher, figures));
        table.add({voucher.number, figures.money(voucher.balance), voucher.issuedOn.toText(),
            voucher.validUntil ? voucher.validUntil->toText() : "-"});
    }
    const auto owed = figures.money((*shop)->vouchers().outstanding());
    outcome.json = {{"vouchers", std::move(rows)}, {"owed", owed}};
    outcome.text = table.text() + "owed in all: " + owed + "\n";
    return outcome;
}

Result<Outcome> adjustVoucher(const Frame& frame, const VoucherOptions& options)
{
    const auto shop = frame.open(Access::Write);
    if (!shop) return shop.error();
    const Figures figures{**shop};
    const auto amount = moneyValue("AMOUNT", options.amount, figures.decimals());
    auto& vouchers = (*shop)->vouchers();
    if (auto done = vouchers.adjust((*shop)->owner(), options.number, amount, options.reason); !done)
        return done.error();
    const auto voucher = vouchers.find(options.number);
    if (!voucher) return voucher.error();
    FactList list;
    list.add("voucher", voucher->number);
    list.add("left on it", figures.withCurrency(voucher->balance));
    return Outcome{{{"voucher", voucherJson(*voucher, figures)}}, list.text()};
}

Json ratesJson(const std::vector<DatedRate>& rates)
{
    auto list = Json::array();
    for (const auto& rate : rates) {
        list.push_back({{"currency", rate.currency}, {"since", rate.since.toText()},
            {"rate", rate.rate ? Json(formatExchangeRate(*rate.rate)) : Json()}});
    }
    return list;
}

Outcome ratesOutcome(Shop& shop, const std::vector<DatedRate>& rates)
{
    FactList list;
    for (const auto& rate : rates) {
        list.add("1 " + shop.facts().currency, (rate.rate ? formatExchangeRate(*rate.rate) + " " : "no ") +
                                                   rate.currency + "  since " + rate.since.toText());
    }
    return {{{"rates", ratesJson(rates)}}, list.text()};
}

Result<Outcome> setRate(const Frame& frame, const RateOptions& options)
{
    const auto shop = frame.open(Access::Write);
    if (!shop) return shop.error();
    std::optional<ExchangeRate> rate;
    if (options.rate != "none") {
        const auto read = parseExchangeRate(options.rate);
        if (!read) throw UsageError{"RATE is a number above zero, like 1.08, or none."};
        rate = *read;
    }
    auto& book = (*shop)->checkout().tenders();
    if (auto set = book.setRate((*shop)->owner(), options.currency, rate); !set) return set.error();
    return ratesOutcome(**shop, book.rates());
}

Result<Outcome> listRates(const Frame& frame, const RateOptions&)
{
    const auto shop = frame.open(Access::Read);
    if (!shop) return shop.error();
    return ratesOutcome(**shop, (*shop)->checkout().tenders().rates());
}

Outcome tendersOutcome(Shop& shop)
{
    Outcome outcome;
    TextTable table{{{"code"}, {"name"}, {"offered"}}};
    auto rows = Json::array();
    for (const auto& type : shop.checkout().tenderTypes()) {
        rows.push_back({{"code", type.code}, {"name", type.name}, {"offered", type.isOffered},
            {"currency", type.isForeign() ? Json(type.currency) : Json()}});
        table.add({type.code, type.name, type.isOffered ? "yes" : "no"});
    }
    outcome.json = {{"tenders", std::move(rows)}};
    outcome.text = table.text();
    return outcome;
}

Result<Outcome> setTender(const Frame& frame, const TenderOptions& options)
{
    if (!options.offered.empty() && options.offered != "on" && options.offered != "off")
        throw UsageError{"--offered is on or off."};
    const auto shop = frame.open(Access::Write);
    if (!shop) return shop.error();
    auto& book = (*shop)->checkout().tenders();
    const auto owner = (*shop)->owner();
    if (!options.name.empty()) {
        if (auto named = book.rename(owner, options.code, options.name); !named) return named.error();
    }
    if (!options.offered.empty()) {
        if (auto set = book.setOffered(owner, options.code, options.offered == "on"); !set)
            return set.error();
    }
    return tendersOutcome(**shop);
}

Result<Outcome> listTenders(const Frame& frame, const TenderOptions&)
{
    const auto shop = frame.open(Access::Read);
    if (!shop) return shop.error();
    return tendersOutcome(**shop);
}

void addVoucherCommands(CLI::App& app, Frame& frame)
{
    auto* group = addGroup(app, "voucher", "Vouchers and gift cards");
    const auto options = std::make_shared<VoucherOptions>();
    auto* issue = group->add_subcommand("issue", "Sell one, with a receipt");
    addText(*issue, "AMOUNT", options->amount, "What it is worth")->required();
    addText(*issue, "--number", options->number, "Of one that is printed already; else one is drawn");
    addTexts(*issue, "--tender", options->tenders, "As of sell")->required();
    onCommand(issue, frame, options, issueVoucher);
    auto* show = group->add_subcommand("show", "What is left on one, and how it came to that");
    addText(*show, "NUMBER", options->number, "Its number")->required();
    onCommand(show, frame, options, showVoucher);
    auto* list = group->add_subcommand("list", "Those with something left on them, newest first");
    list->add_flag("--all", options->all, "Spent ones too");
    onCommand(list, frame, options, listVouchers);
    auto* adjust = group->add_subcommand("adjust", "Put on, or with a minus take off, without a sale");
    addText(*adjust, "NUMBER", options->number, "Its number")->required();
    addText(*adjust, "AMOUNT", options->amount, "Signed")->required();
    addText(*adjust, "--reason", options->reason, "Kept on record")->required();
    onCommand(adjust, frame, options, adjustVoucher);
}

} // namespace

void addPaymentCommands(CLI::App& app, Frame& frame)
{
    addVoucherCommands(app, frame);
    auto* rates = addGroup(app, "rate", "Exchange rates of foreign cash");
    const auto rate = std::make_shared<RateOptions>();
    auto* set = rates->add_subcommand("set", "From today on");
    addText(*set, "CURRENCY", rate->currency, "ISO code: USD")->required();
    addText(*set, "RATE", rate->rate, "What one unit of the shop's currency is worth in it, or none")
        ->required();
    onCommand(set, frame, rate, setRate);
    onCommand(rates->add_subcommand("list", "Those that count today"), frame, rate, listRates);
    auto* tenders = addGroup(app, "tender", "Ways to pay");
    const auto tender = std::make_shared<TenderOptions>();
    onCommand(tenders->add_subcommand("list", "All of them"), frame, tender, listTenders);
    auto* change = tenders->add_subcommand("set", "Name one, or offer it no more");
    addText(*change, "CODE", tender->code, "cash, card, voucher ...")->required();
    addText(*change, "--name", tender->name, "On buttons and receipts");
    addText(*change, "--offered", tender->offered, "on or off");
    onCommand(change, frame, tender, setTender);
}

} // namespace till
