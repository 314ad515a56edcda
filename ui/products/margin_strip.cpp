#include "ui/products/margin_strip.h"

#include "base/rounding.h"
#include "ui/kit/paint.h"
#include "ui/kit/plain_label.h"
#include "ui/kit/theme.h"

#include <QGridLayout>
#include <QPainter>

namespace till {

using namespace Qt::StringLiterals;

class MarginStrip::Bar : public QWidget {
public:
    Bar()
    {
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        onTheme(this, [this] { setFixedHeight(tokens().px(8)); });
    }
    /// Parts in a thousand; nothing draws an empty bar.
    void setMargin(std::optional<int> permille)
    {
        m_permille = permille;
        update();
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const Colours& c = tokens().colours();
        QPainter painter{this};
        painter.setLayoutDirection(layoutDirection());
        paintBox(painter, rect(), tokens().px(3), m_permille ? c.series[4] : c.hair, {});
        if (!m_permille) return;
        const int margin = width() * std::clamp(*m_permille, 0, 1000) / 1000;
        const QRect part{width() - margin, 0, margin, height()};
        paintBox(painter, mirrored(painter, part, rect()), tokens().px(3), c.series[2], {});
    }

private:
    std::optional<int> m_permille;
};

MarginStrip::MarginStrip(const Formats& formats, bool pricesIncludeTax, QWidget* parent)
    : Surface{Fill::Quiet, Edge::None, 8, parent}
    , m_formats{formats}
    , m_pricesIncludeTax{pricesIncludeTax}
    , m_bar{new Bar}
{
    auto* grid = new QGridLayout{this};
    int column = 0;
    const auto add = [&](const QString& caption, const QString& name) {
        auto* figure = new PlainLabel{u"–"_s, 14, QFont::Bold};
        figure->setObjectName(name);
        figure->setElided(true);
        grid->addWidget(new PlainLabel{caption, 12, QFont::Normal, Ink::Secondary}, 0, column);
        grid->addWidget(figure, 1, column);
        grid->setColumnStretch(column++, 1);
        return figure;
    };
    m_other = pricesIncludeTax ? add(tr("Net price"), u"netPrice"_s) : add(tr("To pay"), u"grossPrice"_s);
    m_tax = add(tr("Tax"), u"taxAmount"_s);
    m_margin = add(tr("Margin"), u"margin"_s);
    grid->setColumnStretch(column - 1, 2);
    grid->addWidget(m_bar, 2, 0, 1, column);
    onTheme(this, [grid] {
        const Tokens& t = tokens();
        grid->setContentsMargins(t.px(12), t.px(8), t.px(12), t.px(10));
        grid->setHorizontalSpacing(t.px(12));
        grid->setVerticalSpacing(t.px(4));
    });
}

void MarginStrip::show(const std::optional<Figures>& figures)
{
    const auto dash = u"–"_s;
    const auto other = [this](const Figures& all) { return m_pricesIncludeTax ? all.net : all.total; };
    m_other->setPlainText(figures ? m_formats.money(other(*figures)) : dash);
    m_tax->setPlainText(figures ? m_formats.money(figures->tax) : dash);
    m_margin->setPlainText(dash);
    m_margin->setInk(Ink::Text);
    m_bar->setMargin(std::nullopt);
    if (!figures || !figures->cost) return;
    const auto margin = figures->net - *figures->cost;
    m_margin->setInk(margin.isNegative() ? Ink::Danger : Ink::Text);
    if (!figures->net.isPositive()) return m_margin->setPlainText(m_formats.money(margin));
    const auto percent = multiplyAndRound(margin.minor(), 100, figures->net.minor());
    m_margin->setPlainText(
        tr("%1 = %2").arg(m_formats.money(margin), m_formats.percent(Rate::fromPercent(percent))));
    m_bar->setMargin(static_cast<int>(std::clamp<std::int64_t>(percent * 10, 0, 1000)));
}

} // namespace till
