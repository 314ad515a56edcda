#include "services/report_service.h"

#include "base/decimal.h"
#include "services/cart_service.h"
#include "services/journal_writer.h"
#include "services/people_service.h"
#include "services/session.h"
#include "services/shift_service.h"
#include "storage/read_snapshot.h"
#include "storage/report_repository.h"
#include "storage/shift_report_repository.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace till {
namespace {

void add(SalesRow& row, const DaySumAmounts& amounts)
{
    row.tickets += amounts.tickets;
    row.quantity += amounts.quantity;
    row.net += amounts.net;
    row.tax += amounts.tax;
    row.gross += amounts.gross;
    row.cost += amounts.cost;
    row.margin = row.net - row.cost;
}

/// ISO 8601: weeks begin on Monday, and week 1 is the one with the year's first Thursday.
std::string isoWeek(BusinessDay day)
{
    const int weekday = (day.days % 7 + 7 + 3) % 7; // 1970-01-01 was a Thursday; 0 = Monday
    const BusinessDay thursday{day.days - weekday + 3};
    const auto year = thursday.date().year();
    const auto newYear = BusinessDay::fromDate(year / std::chrono::January / 1);
    return fmt::format("{:04}-W{:02}", static_cast<int>(year), (thursday.days - newYear.days) / 7 + 1);
}

std::string timeKey(SalesBy by, std::int64_t day)
{
    const BusinessDay at{static_cast<std::int32_t>(day)};
    switch (by) {
    case SalesBy::Weekday: return std::to_string((at.days % 7 + 7 + 3) % 7 + 1);
    case SalesBy::Week: return isoWeek(at);
    case SalesBy::Month: return at.toText().substr(0, 7);
    default: return at.toText();
    }
}

/// Which sums a report reads; none: those of whole days.
std::optional<DaySumDimension> dimensionOf(SalesBy by)
{
    switch (by) {
    case SalesBy::Item: return DaySumDimension::Item;
    case SalesBy::Department: return DaySumDimension::Department;
    case SalesBy::Tax: return DaySumDimension::Tax;
    case SalesBy::Hour: return DaySumDimension::Hour;
    case SalesBy::Cashier: return DaySumDimension::Cashier;
    case SalesBy::Customer: return DaySumDimension::Customer;
    case SalesBy::Tender: return DaySumDimension::Tender;
    case SalesBy::Supplier: return DaySumDimension::Supplier;
    case SalesBy::Weekday:
    case SalesBy::Day:
    case SalesBy::Week:
    case SalesBy::Month: return std::nullopt;
    }
    return std::nullopt;
}

/// Labels with keys that tell every row from every other.
std::vector<SumLabel> labelsOf(
    ReportRepository& reports, DaySumDimension dimension, const std::vector<std::int64_t>& keys)
{
    std::vector<SumLabel> labels;
    std::map<std::string, int> seen;
    for (const auto key : keys) {
        labels.push_back(reports.label(dimension, key));
        ++seen[labels.back().code];
    }
    for (auto& label : labels) {
        if (seen[label.code] > 1) label.code += " " + label.apart;
    }
    return labels;
}

std::vector<SalesRow> rowsByTime(SalesBy by, const std::vector<PeriodSum>& sums)
{
    std::map<std::string, SalesRow> byKey;
    for (const auto& sum : sums) {
        auto key = by == SalesBy::Hour ? fmt::format("{:02}", sum.key) : timeKey(by, sum.key);
        auto& row = byKey[key];
        row.key = row.name = std::move(key);
        add(row, sum.amounts);
    }
    std::vector<SalesRow> rows;
    rows.reserve(byKey.size());
    for (auto& [key, row] : byKey) rows.push_back(std::move(row));
    return rows;
}

std::vector<SalesRow> rowsByName(
    ReportRepository& reports, DaySumDimension dimension, const std::vector<PeriodSum>& sums)
{
    std::vector<std::int64_t> keys;
    keys.reserve(sums.size());
    for (const auto& sum : sums) keys.push_back(sum.key);
    auto labels = labelsOf(reports, dimension, keys);
    std::vector<SalesRow> rows;
    rows.reserve(sums.size());
    for (std::size_t i = 0; i < sums.size(); ++i) {
        auto& row = rows.emplace_back();
        row.key = std::move(labels[i].code);
        row.name = std::move(labels[i].name);
        if (const auto& rate = labels[i].rate) row.name += " " + formatPercent(*rate) + " %";
        add(row, sums[i].amounts);
    }
    std::ranges::sort(rows,
        [](const auto& a, const auto& b) { return a.gross != b.gross ? a.gross > b.gross : a.key < b.key; });
    return rows;
}

std::vector<XReport::Row> shiftRows(
    ReportRepository& reports, DaySumDimension dimension, const std::vector<ShiftPart>& parts)
{
    std::vector<std::int64_t> keys;
    keys.reserve(parts.size());
    for (const auto& part : parts) keys.push_back(part.key);
    auto labels = labelsOf(reports, dimension, keys);
    std::vector<XReport::Row> rows;
    rows.reserve(parts.size());
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const auto& part = parts[i];
        rows.push_back({std::move(labels[i].code), std::move(labels[i].name), part.count, part.quantity,
            part.net, part.tax, part.gross, labels[i].rate});
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
    report.returns = figures.returns;
    report.returned = -figures.returned;
    report.gross = figures.gross;
    report.discounts = figures.discounts;
    report.net = figures.net;
    report.tax = figures.tax;
    report.total = figures.total;
    report.rounding = figures.rounding;
    report.priceOverrides = figures.priceOverrides;
}

} // namespace

struct ReportService::Storage {
    ReportRepository reports;
    ShiftReportRepository shifts;

    void takeParts(XReport& report, ShiftId shift);
    void takeControls(XReport& report, const Session& session, TillId till);
};

ReportService::ReportService(Session& session)
    : m_session{session}
    , m_storage{
          std::make_unique<Storage>(Storage{ReportRepository{session.db}, ShiftReportRepository{session.db}})}
{
}

ReportService::~ReportService() = default;

SalesReport ReportService::sales(BusinessDay from, BusinessDay to, SalesBy by) const
{
    ReadSnapshot snapshot{m_session.db};
    auto& reports = m_storage->reports;
    const auto days = reports.days(from, to);
    SalesReport report;
    for (const auto& day : days) add(report.total, day.amounts);
    const auto dimension = dimensionOf(by);
    if (!dimension) {
        report.rows = rowsByTime(by, days);
    } else if (by == SalesBy::Hour) {
        report.rows = rowsByTime(by, reports.sums(*dimension, from, to));
    } else {
        report.rows = rowsByName(reports, *dimension, reports.sums(*dimension, from, to));
    }
    return report;
}

Result<XReport> ReportService::x(const Actor& actor) const
{
    if (auto allowed = m_session.people->require(actor, Permission::ReportX); !allowed)
        return allowed.error();
    ReadSnapshot snapshot{m_session.db};
    const auto shift = m_session.shifts->open(actor.till);
    if (!shift) return Error{ErrorCode::NoShiftOpen};
    XReport report;
    report.till = m_session.facts.tillCode;
    report.businessDay = shift->openedAt.businessDay;
    report.printedAt = m_session.now();
    report.openedBy = shift->openedBy;
    report.openedAt = shift->openedAt;
    takeFigures(report, m_storage->shifts.figures(shift->id));
    m_storage->takeParts(report, shift->id);
    m_storage->takeControls(report, m_session, actor.till);
    const auto cash = m_session.shifts->cash(shift->id);
    report.openingFloat = cash.openingFloat;
    report.cashSales = cash.cashSales;
    report.cashRefunds = cash.cashRefunds;
    report.expectedCash = cash.expected;
    return report;
}

void ReportService::Storage::takeParts(XReport& report, ShiftId shift)
{
    report.departments = shiftRows(reports, DaySumDimension::Department, shifts.departments(shift));
    report.taxes = shiftRows(reports, DaySumDimension::Tax, shifts.taxes(shift));
    report.tenders = shiftRows(reports, DaySumDimension::Tender, shifts.tenders(shift));
    report.cashiers = shiftRows(reports, DaySumDimension::Cashier, shifts.cashiers(shift));
}

void ReportService::Storage::takeControls(XReport& report, const Session& session, TillId till)
{
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

} // namespace till
