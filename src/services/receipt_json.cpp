#include "services/receipt_json.h"

#include "base/decimal.h"
#include "domain/cash/currency.h"

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
        if (!line.soldOn.empty()) json["sold_on"] = line.soldOn;
        return json;
    }

    Json taxOf(const ReceiptTax& tax) const
    {
        return {{"code", tax.code}, {"percent", formatPercent(tax.rate)}, {"net", money(tax.net)},
            {"tax", money(tax.tax)}, {"gross", money(tax.gross)}};
    }

    Json tenderOf(const ReceiptTender& tender) const
    {
        Json json{{"kind", tender.kind}, {"amount", money(tender.amount)}};
        if (!tender.reference.empty()) json["reference"] = tender.reference;
        if (tender.foreign) {
            const auto& foreign = *tender.foreign;
            const auto decimals = currencyDecimals(foreign.currency).value_or(2);
            json["currency"] = foreign.currency;
            json["foreign_amount"] = formatMoney(Money::fromMinor(foreign.minor), decimals);
            json["exchange_rate"] = formatExchangeRate(foreign.rate);
        }
        if (tender.left) json["left"] = money(*tender.left);
        if (!tender.slip.empty()) json["slip"] = tender.slip;
        return json;
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
        json["tenders"] = listOf(r.tenders, [this](const auto& tender) { return tenderOf(tender); });
        if (!r.vouchers.empty()) {
            json["vouchers"] = listOf(r.vouchers, [this](const auto& voucher) {
                return Json{{"number", voucher.number}, {"amount", money(voucher.amount)},
                    {"valid_until", voucher.validUntil ? Json(voucher.validUntil->toText()) : Json()}};
            });
        }
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
