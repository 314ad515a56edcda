#include "ui/day/sales_card.h"

#include "services/report_service.h"
#include "ui/app/action_guard.h"
#include "ui/day/sales_bars.h"
#include "ui/kit/chip_row.h"
#include "ui/kit/plain_label.h"
#include "ui/kit/theme.h"

#include <QDate>
#include <QScrollArea>
#include <QVBoxLayout>

namespace till {

using namespace Qt::StringLiterals;

namespace {

SalesBy dimensionOf(const QString& id)
{
    if (id == u"department"_s) return SalesBy::Department;
    return id == u"day"_s ? SalesBy::Day : SalesBy::Hour;
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
    content->setObjectName(u"scrolled"_s);
    auto* inContent = new QVBoxLayout{content};
    inContent->setContentsMargins(0, 0, 0, 0);
    inContent->addWidget(m_bars);
    auto* scroll = new QScrollArea;
    scroll->setObjectName(u"salesScroll"_s);
    scroll->setAccessibleName(tr("Sales"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(content);
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
    const auto report = m_shop.reports().sales(week ? BusinessDay{today.days - 6} : today, today, by);
    std::vector<SalesBars::Bar> bars;
    for (const auto& row : report.rows) {
        auto words = QString::fromStdString(row.name.empty() ? row.key : row.name);
        if (by == SalesBy::Day)
            words = m_formats.locale().toString(QDate::fromString(words, Qt::ISODate), u"ddd d"_s);
        if (words.isEmpty()) words = tr("none");
        bars.push_back({words, m_formats.money(row.gross), row.gross.minor()});
    }
    const auto shape = by == SalesBy::Department ? SalesBars::Shape::Rows : SalesBars::Shape::Columns;
    m_bars->show(shape, std::move(bars), tr("Nothing sold yet."));
    m_sum->setText(tr("Sales with tax %1, %n receipt(s)", nullptr, static_cast<int>(report.total.tickets))
                       .arg(m_formats.moneyWithSymbol(report.total.gross)));
}

} // namespace till
