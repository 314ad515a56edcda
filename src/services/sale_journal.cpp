#include "services/sale_journal.h"

#include "services/session.h"
#include "services/setting_service.h"

#include <nlohmann/json.hpp>

namespace till {
namespace {

using nlohmann::json;

json lineJson(const SaleFacts& facts, std::size_t index)
{
    const auto& row = facts.lines[index];
    const auto& taxParts = facts.sale.priced.lines[index].taxes;
    json line{{"n", row.name}, {"u", row.unit}, {"q", row.quantity.thousandths()}, {"p", row.unitPrice.hundredths()},
        {"g", row.gross.minor()}, {"t", row.total.minor()}, {"x", row.tax.minor()}};
    if (row.product) line["pr"] = row.product.value;
    if (!row.code.empty()) line["c"] = row.code;
    if (!row.discount.isZero()) line["d"] = row.discount.minor();
    if (!row.note.empty()) line["no"] = row.note;
    if (row.returnsUid) line["r"] = json::array({row.returnsUid->toText(), row.returnsLine});
    std::string codes;
    for (const auto& part : taxParts) codes += (codes.empty() ? "" : "+") + facts.sale.taxes.parts()[part.tax].code;
    line["tc"] = codes;
    for (const auto& adjustment : row.adjustments) {
        json entry{{"k", static_cast<int>(adjustment.kind)}, {"a", adjustment.amount.minor()}};
        if (adjustment.rate) entry["r"] = adjustment.rate->partsPerMillion();
        if (adjustment.oldPrice) entry["o"] = adjustment.oldPrice->hundredths();
        if (!adjustment.label.empty()) entry["l"] = adjustment.label;
        line["aj"].push_back(std::move(entry));
    }
    return line;
}

} // namespace

json saleJson(const SaleFacts& facts)
{
    const auto& [number, sale, lines, totals, tenders, session] = facts;
    const auto& settings = *session.settings;
    json payload{{"no", number}, {"uid", sale.cart.uid.toText()}, {"day", sale.at.businessDay.toText()},
        {"shift", sale.shiftUid.toText()}, {"cur", session.facts.currency}, {"incl", session.facts.pricesIncludeTax ? 1 : 0},
        {"g", totals.gross.minor()}, {"d", totals.discount.minor()}, {"net", totals.net.minor()},
        {"x", totals.tax.minor()}, {"t", totals.total.minor()}, {"ro", totals.rounding.minor()},
        {"pd", totals.paid.minor()}, {"ch", totals.change.minor()},
        {"head", json::array({settings.value("shop.name"), settings.value("shop.address"),
                     settings.value("shop.tax_number"), settings.value("receipt.footer")})}};
    if (sale.cart.customer) payload["cu"] = *sale.cart.customer;
    if (!sale.cart.note.empty()) payload["note"] = sale.cart.note;
    if (!sale.originTicket.empty()) payload["orig"] = std::string{sale.originTicket};
    auto& lineList = payload["l"] = json::array();
    for (std::size_t i = 0; i < lines.size(); ++i) lineList.push_back(lineJson(facts, i));
    auto& taxList = payload["tax"] = json::array();
    for (const auto& tax : sale.priced.taxes) {
        taxList.push_back(json::array({tax.code, tax.rate.partsPerMillion(), tax.net.minor(), tax.amount.minor()}));
    }
    auto& tenderList = payload["ten"] = json::array();
    for (const auto& tender : tenders) {
        json entry{{"k", session.checkout->tenderType(tender.type)->code}, {"a", tender.amount.minor()}};
        if (!tender.change.isZero()) entry["ch"] = tender.change.minor();
        if (!tender.reference.empty()) entry["r"] = tender.reference;
        tenderList.push_back(std::move(entry));
    }
    return payload;
}

} // namespace till
