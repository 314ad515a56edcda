#include "ui/products/price_history.h"

#include "ui/kit/key_button.h"
#include "ui/kit/plain_label.h"
#include "ui/kit/theme.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace till {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t kMostShown = 100;

QString dayText(const Formats& formats, BusinessDay day)
{
    return formats.date({Timestamp{std::chrono::sys_days{day.date()}}, 0, day});
}

} // namespace

PriceHistory::PriceHistory(const Formats& formats, QWidget* parent)
    : Surface{Fill::Card, Edge::All, 10, parent}
    , m_formats{formats}
    , m_head{new KeyButton}
    , m_list{new QWidget}
    , m_rows{new QVBoxLayout{m_list}}
{
    m_head->setObjectName(u"priceHistory"_s);
    m_head->setKind(ButtonKind::Quiet);
    m_head->setHeights(40, 56);
    m_head->setArrangement(KeyButton::Arrangement::Spread);
    m_list->setObjectName(u"priceHistoryList"_s);
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    column->addWidget(m_head);
    column->addWidget(m_list);
    onTheme(this, [this] {
        const Tokens& t = tokens();
        m_rows->setContentsMargins(t.px(40), 0, t.px(16), t.px(12));
        m_rows->setSpacing(t.px(4));
    });
    fold(false);
    connect(m_head, &KeyButton::clicked, this, [this] { fold(m_list->isHidden()); });
}

void PriceHistory::fold(bool open)
{
    m_list->setVisible(open);
    m_head->setIconName(open ? u"chevron-down"_s : u"chevron-right"_s);
}

void PriceHistory::show(const std::vector<ProductDetails::DatedPrice>& newestFirst)
{
    while (QLayoutItem* item = m_rows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (std::size_t i = 0; i < newestFirst.size() && i < kMostShown; ++i) {
        const auto& price = newestFirst[i];
        const auto figure = price.price ? m_formats.unitPrice(*price.price) : tr("no price");
        m_rows->addWidget(new PlainLabel{
            tr("since %1: %2").arg(dayText(m_formats, price.validFrom), figure), 13, QFont::Normal});
    }
    const auto words = newestFirst.empty() ? tr("Prices so far: none")
                                           : tr("Prices so far: %1, the last since %2")
                                                 .arg(QString::number(newestFirst.size()),
                                                     dayText(m_formats, newestFirst.front().validFrom));
    m_head->setText(words);
    m_head->setAccessibleName(words);
    m_head->setEnabled(!newestFirst.empty());
    fold(false);
}

} // namespace till
