#include "services/receipt_json.h"

#include "base/decimal.h"

#include <nlohmann/json.hpp>

namespace till {

namespace {

using Json = nlohmann::ordered_json;

class ReceiptJson {
public:
    explicit ReceiptJson(const Receipt& receipt)
        : m_receipt{receipt}
    {
    }

    Json document() const
    {
        const auto& r = m_receipt;
        Json json{{"receipt", r.number}, {"uid", r.uid.toText()}, {"time", r.time.toText()},
            {"business_day", r.time.businessDay.toText()}, {"shop", shop()}, {"till", r.till},
            {"cashier", r.cashier}, {"currency", r.currency},
            {"prices", r.pricesIncludeTax ? "inclusive" : "exclusive"}};
        json["lines"] = listOf(r.lines, [this](const auto& line) { return lineOf(line); });
        json["tax"] = listOf(r.taxes, [this](const auto& tax) { return taxOf(tax); });
        addSums(json);
        json["copy"] = r.copyNumber;
        json["training"] = r.isTraining;
        json["journal"] = r.journalFoot;
        return json;
    }

private:
    std::string money(Money amount) const { return formatMoney(amount, m_receipt.currencyDecimals); }

    template <typename Items, typename Convert>
    static Json listOf(const Items& items, Convert convert)
    {
        auto list = Json::array();
        for (const auto& item : items) list.push_back(convert(item));
        return list;
    }

    Json shop() const
    {
        return {{"name", m_receipt.shopName}, {"address", m_receipt.addressLines},
            {"tax_number", m_receipt.taxNumber}};
    }

    Json lineOf(const ReceiptLine& line) const
    {
        auto total = line.amount;
        for (const auto& adjustment : line.adjustments) total += adjustment.amount;
        Json json{{"name", line.name}, {"quantity", formatQuantity(line.quantity)}, {"unit", line.unit},
            {"unit_price", formatUnitPrice(line.unitPrice, m_receipt.currencyDecimals)},
            {"gross", money(line.amount)}};
        json["discounts"] = listOf(line.adjustments, [this](const auto& adjustment) {
            return Json{{"label", adjustment.label}, {"amount", money(-adjustment.amount)}};
        });
        json["total"] = money(total);
        json["taxes"] = line.taxCodes;
        json["return"] = line.isReturn;
        json["note"] = line.note;
        return json;
    }

    Json taxOf(const ReceiptTax& tax) const
    {
        return {{"code", tax.code}, {"percent", formatPercent(tax.rate)}, {"net", money(tax.net)},
            {"tax", money(tax.tax)}, {"gross", money(tax.gross)}};
    }

    void addSums(Json& json) const
    {
        const auto& r = m_receipt;
        json["gross"] = money(r.gross);
        json["discount"] = money(r.discount);
        json["net"] = money(r.net);
        json["total_tax"] = money(r.totalTax);
        json["total"] = money(r.total);
        json["rounding"] = money(r.cashRounding);
        json["due"] = money(r.due);
        json["tenders"] = listOf(r.tenders, [this](const auto& tender) {
            return Json{{"kind", tender.kind}, {"amount", money(tender.amount)}};
        });
        json["change"] = money(r.change);
    }

    const Receipt& m_receipt;
};

} // namespace

std::string receiptJson(const Receipt& receipt)
{
    constexpr int kIndent = 2;
    return ReceiptJson{receipt}.document().dump(kIndent, ' ', false, Json::error_handler_t::replace);
}

} // namespace till
