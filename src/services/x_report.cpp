#include "services/x_report.h"

#include "base/rounding.h"
#include "services/cart_service.h"
#include "services/journal_writer.h"
#include "services/session.h"
#include "services/setting_service.h"
#include "services/shift_service.h"
#include "services/voucher_service.h"
#include "storage/report_repository.h"
#include "storage/shift_report_repository.h"

#include <algorithm>

namespace till {
namespace {

std::vector<XReport::Row> rowsOf(
    ReportRepository& reports, DaySumDimension dimension, const std::vector<ShiftPart>& parts)
{
    std::vector<std::int64_t> keys;
    keys.reserve(parts.size());
    for (const auto& part : parts) keys.push_back(part.key);
    auto labels = reports.labels(dimension, keys);
    std::vector<XReport::Row> rows;
    rows.reserve(parts.size());
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const auto& part = parts[i];
        rows.push_back(
            {std::move(labels[i].code), std::move(labels[i].name), part.count, part.quantity, part.net,
                part.tax, part.gross, labels[i].rate, part.netBack, part.taxBack, part.grossBack, part.key});
    }
    std::ranges::sort(rows,
        [](const auto& a, const auto& b) { return a.gross != b.gross ? a.gross > b.gross : a.key < b.key; });
    return rows;
}

void takeFigures(XReport& report, const ShiftFigures& figures)
{
    report.firstReceipt = figures.firstReceipt;
    report.lastReceipt = figures.lastReceipt;
    report.receipts = figures.receipts;
    report.goods = figures.goods;
    report.services = figures.services;
    report.returns = figures.returns;
    report.returned = -figures.returned;
    report.gross = figures.gross;
    report.discounts = figures.discounts;
    report.net = figures.net;
    report.tax = figures.tax;
    report.total = figures.total;
    report.rounding = figures.rounding;
    report.roundings = figures.roundings;
    report.priceOverrides = figures.priceOverrides;
    report.vouchersSold = figures.vouchersSold;
    report.voucherMoney = figures.voucherMoney;
    if (figures.receipts > 0)
        report.average = Money::fromMinor(multiplyAndRound(figures.total.minor(), 1, figures.receipts));
}

void takeParts(XReport& report, ReportRepository& reports, ShiftReportRepository& shifts, ShiftId shift)
{
    report.departments = rowsOf(reports, DaySumDimension::Department, shifts.departments(shift));
    report.taxes = rowsOf(reports, DaySumDimension::Tax, shifts.taxes(shift));
    report.tenders = rowsOf(reports, DaySumDimension::Tender, shifts.tenders(shift));
    report.cashiers = rowsOf(reports, DaySumDimension::Cashier, shifts.cashiers(shift));
    for (const auto& cash : shifts.foreignCash(shift))
        report.foreignCash.push_back({cash.currency, cash.minor, cash.value});
    for (const auto& discount : shifts.discounts(shift))
        report.discountKinds.push_back({discount.kind, discount.count, discount.amount});
    for (const auto& kept : shifts.cashierTenders(shift)) {
        report.cashierTenders.push_back(
            {kept.cashier, reports.label(DaySumDimension::Tender, kept.tender).name, kept.amount});
    }
}

void takeControls(
    XReport& report, const Session& session, ReportRepository& reports, ShiftReportRepository& shifts)
{
    const auto till = session.facts.till;
    const auto counts = shifts.journalCounts(till);
    report.linesRemoved = counts.linesRemoved;
    report.cartsAbandoned = counts.cartsAbandoned;
    report.copies = counts.copies;
    for (const auto& cart : session.carts->held(till)) {
        ++report.heldCarts;
        report.heldValue += cart.total;
    }
    const auto perpetual = reports.perpetual(till);
    report.grandSales = perpetual.sales;
    report.grandReturns = -perpetual.returns;
    report.grandNet = perpetual.sales + perpetual.returns;
    report.journalHead = session.journal->foot(till);
}

void takeCash(XReport& report, const ShiftCash& cash)
{
    report.openingFloat = cash.openingFloat;
    report.cashSales = cash.cashSales;
    report.cashRefunds = cash.cashRefunds;
    report.expectedCash = cash.expected;
}

} // namespace

XReport xReportOf(Session& session, const Shift& shift)
{
    ReportRepository reports{session.db};
    ShiftReportRepository shifts{session.db};
    XReport report;
    report.shop = session.facts.name;
    report.address = session.settings->value("shop.address");
    report.taxNumber = session.settings->value("shop.tax_number");
    report.till = session.facts.tillCode;
    report.businessDay = shift.openedAt.businessDay;
    report.printedAt = session.now();
    report.openedBy = shift.openedBy;
    report.openedAt = shift.openedAt;
    takeFigures(report, shifts.figures(shift.id));
    takeParts(report, reports, shifts, shift.id);
    takeControls(report, session, reports, shifts);
    report.vouchersOwed = session.vouchers->outstanding();
    takeCash(report, session.shifts->cash(shift.id));
    return report;
}

} // namespace till
