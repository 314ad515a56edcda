#include "services/sale_journal.h"

#include "domain/journal/journal_record.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace till {
namespace {

using nlohmann::json;

json lineJson(const SaleRecord::Line& line)
{
    json entry{{"n", line.name}, {"u", line.unit}, {"q", line.quantity.thousandths()},
        {"p", line.unitPrice.hundredths()}, {"g", line.gross.minor()}, {"t", line.total.minor()},
        {"x", line.tax.minor()}, {"tc", line.taxCodes}};
    if (line.product) entry["pr"] = line.product;
    if (!line.code.empty()) entry["c"] = line.code;
    if (!line.discount.isZero()) entry["d"] = line.discount.minor();
    if (!line.note.empty()) entry["no"] = line.note;
    if (line.returnsUid) entry["r"] = json::array({line.returnsUid->toText(), line.returnsLine});
    if (line.condition != 0) entry["rc"] = line.condition;
    if (!line.reason.empty()) entry["rr"] = line.reason;
    for (const auto& adjustment : line.adjustments) {
        json change{{"k", adjustment.kind}, {"a", adjustment.amount.minor()}};
        if (adjustment.rate) change["r"] = adjustment.rate->partsPerMillion();
        if (adjustment.oldPrice) change["o"] = adjustment.oldPrice->hundredths();
        if (!adjustment.label.empty()) change["l"] = adjustment.label;
        entry["aj"].push_back(std::move(change));
    }
    return entry;
}

json moneyJson(const SaleRecord& sale)
{
    const auto& totals = sale.totals;
    return {{"g", totals.gross.minor()}, {"d", totals.discount.minor()}, {"net", totals.net.minor()},
        {"x", totals.tax.minor()}, {"t", totals.total.minor()}, {"ro", totals.rounding.minor()},
        {"pd", totals.paid.minor()}, {"ch", totals.change.minor()}};
}

} // namespace

json saleJson(const SaleRecord& sale)
{
    auto payload = moneyJson(sale);
    payload["no"] = sale.number;
    payload["uid"] = sale.uid.toText();
    payload["day"] = sale.day.toText();
    payload["shift"] = sale.shift.toText();
    payload["cur"] = sale.currency;
    payload["incl"] = sale.pricesIncludeTax ? 1 : 0;
    payload["head"] =
        json::array({sale.head.shopName, sale.head.address, sale.head.taxNumber, sale.head.footer});
    if (!sale.head.design.empty()) payload["rd"] = sha256Hex(sale.head.design);
    if (!sale.customer.empty()) payload["cu"] = sale.customer;
    if (!sale.note.empty()) payload["note"] = sale.note;
    if (!sale.originTicket.empty()) payload["orig"] = sale.originTicket;
    payload["l"] = json::array();
    for (const auto& line : sale.lines) payload["l"].push_back(lineJson(line));
    auto taxes = sale.taxes; // by code, so that the order of rows says nothing
    std::sort(taxes.begin(), taxes.end(), [](const auto& a, const auto& b) { return a.code < b.code; });
    payload["tax"] = json::array();
    for (const auto& tax : taxes) {
        payload["tax"].push_back(
            json::array({tax.code, tax.rate.partsPerMillion(), tax.net.minor(), tax.tax.minor()}));
    }
    payload["ten"] = json::array();
    for (const auto& tender : sale.tenders) {
        json entry{{"k", tender.kind}, {"a", tender.amount.minor()}};
        if (!tender.change.isZero()) entry["ch"] = tender.change.minor();
        if (!tender.reference.empty()) entry["r"] = tender.reference;
        if (tender.foreign)
            entry["f"] = json::array(
                {tender.foreign->currency, tender.foreign->minor, tender.foreign->rate.billionths});
        payload["ten"].push_back(std::move(entry));
    }
    return payload;
}

} // namespace till
