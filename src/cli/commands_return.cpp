#include "base/decimal.h"
#include "cli/commands.h"
#include "cli/made_sale.h"
#include "cli/options.h"
#include "cli/sell_request.h"
#include "services/return_service.h"

#include <charconv>

namespace till {
namespace {

struct ReturnOptions {
    std::string receipt;
    std::vector<std::string> lines;
    std::string reason;
    std::string condition;
    std::vector<std::string> tenders;
    std::string uid;
};

ReturnCondition conditionOf(const ReturnOptions& options)
{
    if (options.condition.empty()) return ReturnCondition::Resell;
    const auto condition = returnConditionFrom(options.condition);
    if (!condition) throw UsageError{"--condition is resell, damaged, expired or supplier."};
    return *condition;
}

/// "N" or "N*QTY": all that is left of the line, or so many.
Result<TakeBack> takeBackOf(const ReturnableSale& sale, const std::string& text)
{
    const auto star = text.find('*');
    const auto number = text.substr(0, star);
    int lineNo = 0;
    const auto* end = number.data() + number.size();
    if (const auto read = std::from_chars(number.data(), end, lineNo);
        read.ec != std::errc{} || read.ptr != end)
        throw UsageError{"--line is written N or N*QUANTITY, N being the line of the receipt."};
    for (const auto& line : sale.lines) {
        if (line.of.line != lineNo) continue;
        TakeBack what{line.of, line.left};
        if (star != std::string::npos) {
            const auto quantity = parseQuantity(text.substr(star + 1));
            if (!quantity) return quantity.error();
            what.quantity = *quantity;
        } else if (line.isKept) {
            return Error{ErrorCode::LineNotReturnable, line.name};
        } else if (line.left.isZero()) {
            return Error{ErrorCode::ReturnTooMuch, "0"};
        }
        return what;
    }
    return Error{ErrorCode::LineNotFound, number};
}

Result<std::vector<TakeBack>> whatComesBack(const ReturnableSale& sale, const ReturnOptions& options)
{
    std::vector<TakeBack> all;
    for (const auto& text : options.lines) {
        auto what = takeBackOf(sale, text);
        if (!what) return what.error();
        all.push_back(std::move(*what));
    }
    if (options.lines.empty()) {
        for (const auto& line : sale.lines)
            if (line.left.isPositive()) all.push_back({line.of, line.left});
        if (all.empty()) return Error{ErrorCode::ReturnTooMuch, "0"};
    }
    for (auto& what : all) {
        what.condition = conditionOf(options);
        what.reason = options.reason;
    }
    return all;
}

/// As it was paid, where that was in one way; else in cash.
TenderOffer refundOf(Shop& shop, const ReturnableSale& sale)
{
    TenderOffer offer;
    offer.type = shop.checkout().tenderType("cash")->id;
    if (sale.paidBy.size() != 1) return offer;
    const auto* paid = shop.checkout().tenderType(sale.paidBy.front());
    if (paid != nullptr && !paid->isForeign() && paid->isOffered) offer.type = paid->id;
    return offer;
}

Result<Outcome> takeBack(const Frame& frame, const ReturnOptions& options)
{
    const auto shop = frame.open(Access::Write);
    if (!shop) return shop.error();
    SaleRequest request;
    if (!options.uid.empty()) {
        const auto uid = Uid::fromText(options.uid);
        if (!uid) throw UsageError{"--uid is a UUID, like 018f3c1e-0000-7000-8000-000000000000."};
        request.uid = *uid;
        if ((*shop)->checkout().find(*uid)) return makeSale(frame, **shop, request);
    }
    const auto uid = (*shop)->returns().find(options.receipt);
    if (!uid) return uid.error();
    const auto sale = (*shop)->returns().sale((*shop)->facts().till, *uid);
    if (!sale) return sale.error();
    auto back = whatComesBack(*sale, options);
    if (!back) return back.error();
    request.returns = std::move(*back);
    for (const auto& text : options.tenders) {
        auto tender = tenderOf(**shop, text);
        if (!tender) return tender.error();
        request.tenders.push_back(std::move(*tender));
    }
    if (request.tenders.empty()) request.tenders.push_back(refundOf(**shop, *sale));
    if (!sale->customer.empty()) request.customer = sale->customer;
    auto outcome = makeSale(frame, **shop, request);
    if (outcome) outcome->json["original"] = sale->number;
    return outcome;
}

} // namespace

void addReturnCommand(CLI::App& app, Frame& frame)
{
    auto* command = app.add_subcommand("return", "Take goods back on their receipt");
    const auto options = std::make_shared<ReturnOptions>();
    addText(*command, "RECEIPT", options->receipt, "Its number or uid, or the number of an imported ticket")
        ->required();
    addTexts(
        *command, "--line", options->lines, "N[*QUANTITY] of the receipt; may be repeated; left out: all");
    addText(*command, "--reason", options->reason, "Why; kept with the return");
    addText(*command, "--condition", options->condition, "resell (left out), damaged, expired, supplier");
    addTexts(*command, "--tender", options->tenders,
        "KIND[:DETAIL][=AMOUNT] given back; left out: as it was paid, or cash");
    addText(*command, "--uid", options->uid, "The return's own id: the same one never returns twice");
    onCommand(command, frame, options, takeBack);
}

} // namespace till
