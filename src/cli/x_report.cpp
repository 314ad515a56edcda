#include "cli/x_report.h"

#include "base/decimal.h"
#include "cli/figures.h"
#include "cli/text_table.h"
#include "domain/cash/currency.h"

namespace till {
namespace {

std::string nameOf(const XReport::Row& row)
{
    return row.rate ? row.name + " " + formatPercent(*row.rate) + " %" : row.name;
}

Json rowsJson(const std::vector<XReport::Row>& rows, const Figures& figures)
{
    auto list = Json::array();
    for (const auto& row : rows) {
        list.push_back({{"key", row.key}, {"name", nameOf(row)}, {"count", row.count},
            {"quantity", formatQuantity(row.quantity)}, {"net", figures.money(row.net)},
            {"tax", figures.money(row.tax)}, {"gross", figures.money(row.gross)}});
    }
    return list;
}

/// Rows that tell sales and returns apart.
Json rowsWithReturnsJson(const std::vector<XReport::Row>& rows, const Figures& figures)
{
    auto list = rowsJson(rows, figures);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto& row = rows[i];
        list[i]["sales"] = {{"net", figures.money(row.net - row.netBack)},
            {"tax", figures.money(row.tax - row.taxBack)},
            {"gross", figures.money(row.gross - row.grossBack)}};
        list[i]["returns"] = {{"net", figures.money(-row.netBack)}, {"tax", figures.money(-row.taxBack)},
            {"gross", figures.money(-row.grossBack)}};
    }
    return list;
}

Json cashiersJson(const XReport& report, const Figures& figures)
{
    auto list = rowsJson(report.cashiers, figures);
    for (std::size_t i = 0; i < report.cashiers.size(); ++i) {
        auto& tenders = list[i]["tenders"] = Json::array();
        for (const auto& kept : report.cashierTenders) {
            if (kept.cashier == report.cashiers[i].id)
                tenders.push_back({{"name", kept.tender}, {"amount", figures.money(kept.amount)}});
        }
    }
    return list;
}

std::string_view nameOf(AdjustmentKind kind)
{
    switch (kind) {
    case AdjustmentKind::LineDiscount: return "line";
    case AdjustmentKind::SaleDiscount: return "sale";
    case AdjustmentKind::PriceOverride: return "price";
    case AdjustmentKind::Promotion: return "promotion";
    }
    return "";
}

Json discountsJson(const XReport& report, const Figures& figures)
{
    auto list = Json::array();
    for (const auto& kind : report.discountKinds)
        list.push_back(
            {{"kind", nameOf(kind.kind)}, {"count", kind.count}, {"amount", figures.money(kind.amount)}});
    return list;
}

Json tendersJson(const XReport& report, const Figures& figures)
{
    auto list = Json::array();
    for (const auto& row : report.tenders) {
        list.push_back({{"kind", row.key}, {"name", row.name}, {"count", row.count},
            {"amount", figures.money(row.gross)}, {"taken", figures.money(row.gross - row.grossBack)},
            {"refunded", figures.money(-row.grossBack)}});
    }
    return list;
}

std::string foreignSum(const XReport::Foreign& cash)
{
    return formatMoney(Money::fromMinor(cash.minor), currencyDecimals(cash.currency).value_or(2));
}

Json foreignJson(const XReport& report, const Figures& figures)
{
    auto list = Json::array();
    for (const auto& cash : report.foreignCash) {
        list.push_back({{"currency", cash.currency}, {"amount", foreignSum(cash)},
            {"value", figures.money(cash.value)}});
    }
    return list;
}

std::string nameOrKey(const XReport::Row& row)
{
    if (!row.name.empty()) return row.name;
    return row.key.empty() ? "without" : row.key;
}

void addRows(
    FactList& list, const std::string& title, const std::vector<XReport::Row>& rows, const Figures& figures)
{
    if (rows.empty()) return;
    list.blank();
    for (const auto& row : rows) {
        list.add(title, figures.money(row.gross) + "  " + nameOrKey(row));
    }
}

void addTaxes(FactList& list, const XReport& report, const Figures& figures)
{
    if (!report.taxes.empty()) list.blank();
    for (const auto& row : report.taxes) {
        list.add("tax " + row.key, "net " + figures.money(row.net) + "  tax " + figures.money(row.tax) +
                                       "  gross " + figures.money(row.gross) + "  " + nameOf(row));
        if (!row.grossBack.isZero()) {
            list.add("  taken back", "net " + figures.money(row.netBack) + "  tax " +
                                         figures.money(row.taxBack) + "  gross " +
                                         figures.money(row.grossBack));
        }
    }
}

void addTenders(FactList& list, const XReport& report, const Figures& figures)
{
    if (!report.tenders.empty()) list.blank();
    for (const auto& row : report.tenders) {
        list.add("tender", figures.money(row.gross) + "  " + nameOrKey(row));
        if (!row.grossBack.isZero()) list.add("  given back", figures.money(row.grossBack));
    }
}

void addCashiers(FactList& list, const XReport& report, const Figures& figures)
{
    if (!report.cashiers.empty()) list.blank();
    for (const auto& row : report.cashiers) {
        list.add("cashier", figures.money(row.gross) + "  " + nameOrKey(row));
        for (const auto& kept : report.cashierTenders) {
            if (kept.cashier == row.id) list.add("  took", figures.money(kept.amount) + "  " + kept.tender);
        }
    }
}

void addDiscounts(FactList& list, const XReport& report, const Figures& figures)
{
    list.add("discounts", figures.money(report.discounts));
    for (const auto& kind : report.discountKinds) {
        list.add("  on " + std::string{nameOf(kind.kind)},
            figures.money(kind.amount) + "  (" + std::to_string(kind.count) + ")");
    }
}

void addDrawer(FactList& list, const XReport& report, const Figures& figures)
{
    list.blank();
    list.add("opening float", figures.money(report.openingFloat));
    list.add("cash sales", figures.money(report.cashSales));
    list.add("cash refunds", figures.money(report.cashRefunds));
    list.add("cash expected", figures.money(report.expectedCash));
    for (const auto& cash : report.foreignCash)
        list.add("cash " + cash.currency, foreignSum(cash) + "  worth " + figures.money(cash.value));
    if (report.vouchersSold > 0 || report.vouchersOwed.isPositive()) {
        list.blank();
        list.add("vouchers sold",
            figures.money(report.voucherMoney) + "  (" + std::to_string(report.vouchersSold) + ")");
        list.add("owed on vouchers", figures.money(report.vouchersOwed));
    }
}

void addControl(FactList& list, const XReport& report, const Figures& figures)
{
    list.blank();
    list.add("lines removed", std::to_string(report.linesRemoved));
    list.add("carts abandoned", std::to_string(report.cartsAbandoned));
    list.add("price overrides", std::to_string(report.priceOverrides));
    list.add("receipt copies", std::to_string(report.copies));
    list.add("carts on hold", std::to_string(report.heldCarts) + "  " + figures.money(report.heldValue));
    list.add("grand total sales", figures.money(report.grandSales));
    list.add("grand total returns", figures.money(report.grandReturns));
    list.add("grand total net", figures.money(report.grandNet));
    list.add("journal", report.journalHead);
}

} // namespace

Json xReportJson(const XReport& report, const Shop& shop)
{
    const Figures figures{shop};
    return {{"report", "x"}, {"shop", report.shop}, {"address", report.address},
        {"tax_number", report.taxNumber}, {"till", report.till}, {"version", TILL_VERSION},
        {"currency", figures.currency()}, {"business_day", report.businessDay.toText()},
        {"printed_at", report.printedAt.toText()}, {"opened_by", report.openedBy},
        {"opened_at", report.openedAt.toText()}, {"first_receipt", report.firstReceipt},
        {"last_receipt", report.lastReceipt}, {"receipts", report.receipts},
        {"average_receipt", figures.money(report.average)}, {"goods_sold", formatQuantity(report.goods)},
        {"services_sold", formatQuantity(report.services)}, {"gross", figures.money(report.gross)},
        {"discounts", figures.money(report.discounts)}, {"discount_kinds", discountsJson(report, figures)},
        {"returns", {{"count", report.returns}, {"amount", figures.money(report.returned)}}},
        {"net", figures.money(report.net)}, {"tax", figures.money(report.tax)},
        {"total", figures.money(report.total)}, {"rounding", figures.money(report.rounding)},
        {"roundings", report.roundings}, {"departments", rowsWithReturnsJson(report.departments, figures)},
        {"taxes", rowsWithReturnsJson(report.taxes, figures)}, {"tenders", tendersJson(report, figures)},
        {"cashiers", cashiersJson(report, figures)},
        {"drawer",
            {{"float", figures.money(report.openingFloat)}, {"cash_sales", figures.money(report.cashSales)},
                {"cash_refunds", figures.money(report.cashRefunds)},
                {"expected", figures.money(report.expectedCash)}, {"foreign", foreignJson(report, figures)}}},
        {"vouchers", {{"count", report.vouchersSold}, {"sold", figures.money(report.voucherMoney)},
                         {"owed", figures.money(report.vouchersOwed)}}},
        {"control",
            {{"lines_removed", report.linesRemoved}, {"carts_abandoned", report.cartsAbandoned},
                {"price_overrides", report.priceOverrides}, {"receipt_copies", report.copies},
                {"held", {{"count", report.heldCarts}, {"amount", figures.money(report.heldValue)}}}}},
        {"grand_total",
            {{"sales", figures.money(report.grandSales)}, {"returns", figures.money(report.grandReturns)},
                {"net", figures.money(report.grandNet)}}},
        {"journal", report.journalHead}};
}

std::string xReportText(const XReport& report, const Shop& shop)
{
    const Figures figures{shop};
    FactList list;
    list.add("X REPORT", report.shop);
    if (!report.taxNumber.empty()) list.add("tax number", report.taxNumber);
    list.add("till", report.till + ", " + report.businessDay.toText());
    list.add("program", "Tillroll " TILL_VERSION);
    list.add("opened", report.openedAt.toText() + " by " + report.openedBy);
    list.add("printed", report.printedAt.toText());
    list.add(
        "receipts", std::to_string(report.receipts) +
                        (report.receipts ? "  " + report.firstReceipt + " to " + report.lastReceipt : ""));
    if (report.receipts > 0) list.add("average", figures.money(report.average));
    list.add("goods sold", formatQuantity(report.goods));
    if (!report.services.isZero()) list.add("services sold", formatQuantity(report.services));
    list.blank();
    list.add("gross sales", figures.money(report.gross));
    addDiscounts(list, report, figures);
    list.add("returns", figures.money(report.returned) + "  (" + std::to_string(report.returns) + ")");
    list.add("net", figures.money(report.net));
    list.add("tax", figures.money(report.tax));
    list.add("total", figures.withCurrency(report.total));
    list.add(
        "rounding of cash", figures.money(report.rounding) + "  (" + std::to_string(report.roundings) + ")");
    addRows(list, "department", report.departments, figures);
    addTaxes(list, report, figures);
    addTenders(list, report, figures);
    addCashiers(list, report, figures);
    addDrawer(list, report, figures);
    addControl(list, report, figures);
    return list.text();
}

} // namespace till
