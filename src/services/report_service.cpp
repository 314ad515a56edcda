#include "services/report_service.h"

#include "base/decimal.h"
#include "services/people_service.h"
#include "services/session.h"
#include "services/shift_service.h"
#include "storage/read_snapshot.h"
#include "storage/report_repository.h"

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
    auto labels = reports.labels(dimension, keys);
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

} // namespace

ReportService::ReportService(Session& session)
    : m_session{session}
{
}

SalesReport ReportService::sales(BusinessDay from, BusinessDay to, SalesBy by) const
{
    ReadSnapshot snapshot{m_session.db};
    ReportRepository reports{m_session.db};
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
    return xReportOf(m_session, *shift);
}

} // namespace till
