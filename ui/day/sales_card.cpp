#include "ui/day/sales_card.h"

#include "ui/app/action_guard.h"
#include "ui/kit/chip_row.h"
#include "ui/kit/plain_label.h"
#include "ui/kit/scroll_down.h"
#include "ui/kit/theme.h"

#include <QDate>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <string>

namespace till {

using namespace Qt::StringLiterals;

namespace {

SalesBy dimensionOf(const QString& id)
{
    if (id == u"department"_s) return SalesBy::Department;
    return id == u"day"_s ? SalesBy::Day : SalesBy::Hour;
}

/// The columns of the picture: every hour a shop is open, every day asked for, so that a quiet hour is a gap.
std::vector<std::string> timeline(
    SalesBy by, const std::vector<SalesRow>& rows, BusinessDay from, BusinessDay to)
{
    std::vector<std::string> keys;
    if (rows.empty()) return keys;
    if (by == SalesBy::Day) {
        for (auto day = from; day <= to; ++day.days) keys.push_back(day.toText());
        return keys;
    }
    int first = 8;
    int last = 18;
    for (const auto& row : rows) {
        first = std::min(first, std::stoi(row.key));
        last = std::max(last, std::stoi(row.key));
    }
    for (int hour = first; hour <= last; ++hour)
        keys.push_back((hour < 10 ? "0" : "") + std::to_string(hour));
    return keys;
}

} // namespace

SalesCard::SalesCard(Shop& shop, const Formats& formats)
    : Surface{Fill::Card, Edge::All, 10}
    , m_shop{shop}
    , m_formats{formats}
    , m_period{new ChipRow}
    , m_by{new ChipRow}
    , m_bars{new SalesBars}
    , m_sum{new PlainLabel{{}, 18, QFont::DemiBold}}
{
    m_bars->setObjectName(u"salesBars"_s);
    m_bars->setAccessibleName(tr("Sales"));
    m_sum->setObjectName(u"salesSum"_s);
    m_period->setChoices({{u"today"_s, tr("Today")}, {u"week"_s, tr("7 days")}});
    m_by->setChoices(
        {{u"hour"_s, tr("By hour")}, {u"department"_s, tr("By department")}, {u"day"_s, tr("By day")}});
    auto* content = new QWidget;
    auto* inContent = new QVBoxLayout{content};
    inContent->setContentsMargins(0, 0, 0, 0);
    inContent->addWidget(m_bars);
    auto* scroll = scrollDown(content, u"salesScroll"_s, tr("Sales"));
    auto* column = new QVBoxLayout{this};
    column->addWidget(m_sum);
    column->addWidget(m_period);
    column->addWidget(m_by);
    column->addWidget(scroll, 1);
    onTheme(this, [column] {
        const Tokens& t = tokens();
        column->setContentsMargins(t.px(16), t.px(16), t.px(16), t.px(12));
        column->setSpacing(t.px(8));
    });
    for (auto* chips : {m_period, m_by})
        connect(chips, &ChipRow::chosen, this, [this] { guarded(this, [this] { refresh(); }); });
}

void SalesCard::refresh()
{
    const auto today = m_shop.now().businessDay;
    const bool week = m_period->current() == u"week"_s;
    const auto by = dimensionOf(m_by->current());
    const auto from = week ? BusinessDay{today.days - 6} : today;
    const auto report = m_shop.reports().sales(from, today, by);
    const auto bars = by == SalesBy::Department ? named(report.rows) : timed(by, report.rows, from, today);
    const auto shape = by == SalesBy::Department ? SalesBars::Shape::Rows : SalesBars::Shape::Columns;
    m_bars->show(shape, bars, tr("Nothing sold yet."));
    m_sum->setText(tr("Sales with tax %1, %n receipt(s)", nullptr, static_cast<int>(report.total.tickets))
                       .arg(m_formats.moneyWithSymbol(report.total.gross)));
}

SalesBars::Bar SalesCard::bar(const QString& words, const SalesRow& row) const
{
    return {words, m_formats.money(row.gross), row.gross.minor()};
}

std::vector<SalesBars::Bar> SalesCard::named(const std::vector<SalesRow>& rows) const
{
    std::vector<SalesBars::Bar> bars;
    bars.reserve(rows.size());
    for (const auto& row : rows)
        bars.push_back(bar(row.name.empty() ? tr("none") : QString::fromStdString(row.name), row));
    return bars;
}

std::vector<SalesBars::Bar> SalesCard::timed(
    SalesBy by, const std::vector<SalesRow>& rows, BusinessDay from, BusinessDay to) const
{
    std::vector<SalesBars::Bar> bars;
    for (const auto& key : timeline(by, rows, from, to)) {
        auto words = QString::fromStdString(key);
        if (by == SalesBy::Day)
            words = m_formats.locale().toString(QDate::fromString(words, Qt::ISODate), u"ddd d"_s);
        const auto row = std::ranges::find(rows, key, &SalesRow::key);
        bars.push_back(row == rows.end() ? SalesBars::Bar{words, {}, 0} : bar(words, *row));
    }
    return bars;
}

} // namespace till
