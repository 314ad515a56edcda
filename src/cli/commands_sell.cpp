#include "cli/commands.h"
#include "cli/made_sale.h"
#include "cli/options.h"
#include "cli/sell_request.h"

namespace till {
namespace {

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

Result<Outcome> sell(const Frame& frame, const SellOptions& options)
{
    const auto shop = frame.open(Access::Write);
    if (!shop) return shop.error();
    if (options.lines.empty() && options.vouchers.empty()) throw UsageError{"--line or --voucher is needed."};
    const auto request = requestOf(**shop, options);
    if (!request) return request.error();
    return makeSale(frame, **shop, *request);
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
