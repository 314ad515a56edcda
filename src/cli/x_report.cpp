#include "cli/x_report.h"

#include "base/decimal.h"
#include "cli/figures.h"
#include "cli/text_table.h"

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

Json tendersJson(const XReport& report, const Figures& figures)
{
    auto list = Json::array();
    for (const auto& row : report.tenders) {
        list.push_back({{"kind", row.key}, {"name", row.name}, {"count", row.count},
            {"amount", figures.money(row.gross)}});
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
    }
}

void addDrawer(FactList& list, const XReport& report, const Figures& figures)
{
    list.blank();
    list.add("opening float", figures.money(report.openingFloat));
    list.add("cash sales", figures.money(report.cashSales));
    list.add("cash refunds", figures.money(report.cashRefunds));
    list.add("cash expected", figures.money(report.expectedCash));
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
    return {{"report", "x"}, {"shop", shop.facts().name}, {"till", report.till},
        {"currency", figures.currency()}, {"business_day", report.businessDay.toText()},
        {"printed_at", report.printedAt.toText()}, {"opened_by", report.openedBy},
        {"opened_at", report.openedAt.toText()}, {"first_receipt", report.firstReceipt},
        {"last_receipt", report.lastReceipt}, {"receipts", report.receipts},
        {"gross", figures.money(report.gross)}, {"discounts", figures.money(report.discounts)},
        {"returns", {{"count", report.returns}, {"amount", figures.money(report.returned)}}},
        {"net", figures.money(report.net)}, {"tax", figures.money(report.tax)},
        {"total", figures.money(report.total)}, {"rounding", figures.money(report.rounding)},
        {"departments", rowsJson(report.departments, figures)}, {"taxes", rowsJson(report.taxes, figures)},
        {"tenders", tendersJson(report, figures)}, {"cashiers", rowsJson(report.cashiers, figures)},
        {"drawer",
            {{"float", figures.money(report.openingFloat)}, {"cash_sales", figures.money(report.cashSales)},
                {"cash_refunds", figures.money(report.cashRefunds)},
                {"expected", figures.money(report.expectedCash)}}},
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
    list.add("X REPORT", shop.facts().name);
    list.add("till", report.till + ", " + report.businessDay.toText());
    list.add("opened", report.openedAt.toText() + " by " + report.openedBy);
    list.add("printed", report.printedAt.toText());
    list.add(
        "receipts", std::to_string(report.receipts) +
                        (report.receipts ? "  " + report.firstReceipt + " to " + report.lastReceipt : ""));
    list.blank();
    list.add("gross sales", figures.money(report.gross));
    list.add("discounts", figures.money(report.discounts));
    list.add("returns", figures.money(report.returned) + "  " + std::to_string(report.returns) + " lines");
    list.add("net", figures.money(report.net));
    list.add("tax", figures.money(report.tax));
    list.add("total", figures.withCurrency(report.total));
    list.add("rounding of cash", figures.money(report.rounding));
    addRows(list, "department", report.departments, figures);
    addTaxes(list, report, figures);
    addRows(list, "tender", report.tenders, figures);
    addRows(list, "cashier", report.cashiers, figures);
    addDrawer(list, report, figures);
    addControl(list, report, figures);
    return list.text();
}

} // namespace till
