#include "ui/sell/pay_groups.h"

#include "ui/kit/key_button.h"
#include "ui/kit/plain_label.h"
#include "ui/kit/surface.h"
#include "ui/kit/theme.h"

#include <QGridLayout>
#include <QVBoxLayout>

namespace till {

using namespace Qt::StringLiterals;

namespace {

struct Card {
    Surface* surface;
    QGridLayout* grid;
};

Card makeCard(const QString& title, const QString& detail)
{
    auto* surface = Surface::card();
    auto* column = new QVBoxLayout{surface};
    auto* head = new QHBoxLayout;
    head->addWidget(new PlainLabel{title, 14, QFont::DemiBold});
    auto* words = new PlainLabel{detail, 12, QFont::Normal, Ink::Secondary};
    words->setElided(true);
    head->addWidget(words, 1);
    auto* grid = new QGridLayout;
    column->addLayout(head);
    column->addLayout(grid, 1);
    const Tokens& t = tokens();
    column->setContentsMargins(t.px(16), t.px(10), t.px(16), t.px(16));
    column->setSpacing(t.px(8));
    head->setSpacing(t.px(10));
    grid->setSpacing(t.px(8));
    return {surface, grid};
}

KeyButton* sumButton(const QString& name, const QString& text, const QString& caption)
{
    auto* button = new KeyButton{text};
    button->setObjectName(name);
    button->setTextSize(18, QFont::DemiBold);
    button->setHeights(52, 60);
    button->setCaption(caption);
    button->setArrangement(KeyButton::Arrangement::Stacked);
    button->setAccessibleName(text);
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    return button;
}

} // namespace

PayGroupCards::PayGroupCards(QWidget* parent)
    : QWidget{parent}
    , m_column{new QVBoxLayout{this}}
{
    m_column->setContentsMargins(0, 0, 0, 0);
    onTheme(this, [this] { m_column->setSpacing(tokens().px(12)); });
}

void PayGroupCards::setGroups(const PayGroups& groups)
{
    m_groups = groups;
    rebuild();
}

void PayGroupCards::resizeEvent(QResizeEvent*)
{
    const bool narrow = width() < tokens().px(320);
    if (narrow == m_narrow) return;
    m_narrow = narrow;
    rebuild();
}

void PayGroupCards::rebuild()
{
    const PayGroups& groups = m_groups;
    while (QLayoutItem* item = m_column->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    if (!groups.methods.empty()) m_column->addWidget(methodsCard(groups.methods), 100);
    if (!groups.shares.empty()) m_column->addWidget(sharesCard(groups.shares));
    if (!groups.foreign.empty()) m_column->addWidget(foreignCard(groups.foreign, groups.foreignDetail));
    m_column->addStretch(1);
}

QWidget* PayGroupCards::methodsCard(const std::vector<PayMethod>& methods)
{
    const auto [surface, grid] =
        makeCard(m_groups.givesBack ? tr("Other ways") : tr("Other ways to pay"), {});
    for (int i = 0; i < static_cast<int>(methods.size()); ++i) {
        const PayMethod& method = methods[static_cast<std::size_t>(i)];
        auto* button = new KeyButton{method.iconName, method.name, method.key};
        button->setObjectName(u"payMethod_"_s + method.id);
        button->setAccessibleName(method.name);
        button->setArrangement(KeyButton::Arrangement::Spread);
        button->setTextSize(14);
        button->setStretchy();
        grid->addWidget(button, m_narrow ? i : i / 2, m_narrow ? 0 : i % 2);
        connect(button, &KeyButton::clicked, this, [this, id = method.id] { Q_EMIT methodChosen(id); });
    }
    // Two ways to pay need no half of the page: their keys grow to 96 px each, not further.
    const auto count = static_cast<int>(methods.size());
    surface->setMaximumHeight(tokens().px(56 + (m_narrow ? count : (count + 1) / 2) * 104));
    return surface;
}

QWidget* PayGroupCards::sharesCard(const std::vector<PayShare>& shares)
{
    const auto [surface, grid] =
        makeCard(tr("Share the rest evenly"), m_narrow ? QString{} : tr("cents go to the last part"));
    for (int i = 0; i < static_cast<int>(shares.size()); ++i) {
        const PayShare& share = shares[static_cast<std::size_t>(i)];
        auto* button = sumButton(u"payShare"_s + QString::number(share.parts), share.text, share.last);
        grid->addWidget(button, m_narrow ? i : 0, m_narrow ? 0 : i);
        connect(
            button, &KeyButton::clicked, this, [this, parts = share.parts] { Q_EMIT shareChosen(parts); });
    }
    return surface;
}

QWidget* PayGroupCards::foreignCard(const std::vector<ForeignSum>& sums, const QString& detail)
{
    const auto [surface, grid] = makeCard(tr("Foreign cash"), detail);
    for (int i = 0; i < static_cast<int>(sums.size()); ++i) {
        const ForeignSum& sum = sums[static_cast<std::size_t>(i)];
        auto* button = sumButton(u"payForeign_"_s + sum.currency, sum.text, sum.rate);
        grid->addWidget(button, m_narrow ? i : 0, m_narrow ? 0 : i);
        connect(
            button, &KeyButton::clicked, this, [this, code = sum.currency] { Q_EMIT foreignChosen(code); });
    }
    return surface;
}

} // namespace till
