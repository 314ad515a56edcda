#include "ui/day/x_card.h"

#include "services/report_service.h"
#include "ui/app/error_text.h"
#include "ui/day/figure_list.h"
#include "ui/day/x_figures.h"
#include "ui/kit/plain_label.h"
#include "ui/kit/scroll_down.h"
#include "ui/kit/theme.h"

#include <QScrollArea>
#include <QVBoxLayout>

namespace till {

using namespace Qt::StringLiterals;

XCard::XCard(Shop& shop, const Formats& formats)
    : Surface{Fill::Card, Edge::All, 10}
    , m_shop{shop}
    , m_formats{formats}
    , m_none{new PlainLabel{{}, 14, QFont::Normal, Ink::Secondary}}
    , m_figures{new FigureList}
{
    m_figures->setObjectName(u"xFigures"_s);
    m_figures->setAccessibleName(tr("X report"));
    m_none->setObjectName(u"noFigures"_s);
    m_none->setWordWrap(true);
    auto* content = new QWidget;
    auto* inContent = new QVBoxLayout{content};
    inContent->addWidget(m_none);
    inContent->addWidget(m_figures);
    inContent->addStretch(1);
    auto* scroll = scrollDown(content, u"xScroll"_s, tr("X report"));
    auto* column = new QVBoxLayout{this};
    column->addWidget(new PlainLabel{tr("X report"), 18, QFont::DemiBold});
    column->addWidget(scroll, 1);
    onTheme(this, [column, inContent] {
        const Tokens& t = tokens();
        column->setContentsMargins(t.px(16), t.px(16), t.px(4), t.px(4));
        column->setSpacing(t.px(4));
        inContent->setContentsMargins(0, 0, t.px(12), t.px(12));
    });
}

void XCard::refresh()
{
    const auto report = m_shop.reports().x(m_shop.owner());
    m_figures->setVisible(report.hasValue());
    m_none->setVisible(!report);
    if (report) return m_figures->setRows(xFigures(*report, m_formats));
    m_none->setText(report.error().code == ErrorCode::NoShiftOpen
                        ? tr("The figures of a shift start once the till is opened.")
                        : errorText(report.error()));
}

} // namespace till
