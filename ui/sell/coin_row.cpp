#include "ui/sell/coin_row.h"

#include "ui/kit/paint.h"
#include "ui/kit/theme.h"

#include <QPainter>

namespace till {

CoinRow::CoinRow(QWidget* parent)
    : QWidget{parent}
{
    setObjectName(QStringLiteral("changeCoins"));
    QSizePolicy policy{QSizePolicy::Preferred, QSizePolicy::Minimum};
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void CoinRow::setCoins(const std::vector<ChangeCoin>& coins)
{
    m_coins = coins;
    QStringList spoken;
    for (const auto& coin : coins) spoken << coin.text;
    setAccessibleName(spoken.join(QStringLiteral(", ")));
    updateGeometry();
    update();
}

std::vector<QRect> CoinRow::places(int width) const
{
    const Tokens& t = tokens();
    std::vector<QRect> places;
    int x = 0;
    int y = 0;
    for (const auto& coin : m_coins) {
        const int size = std::max(t.px(34), textWidth(t.font(14, QFont::Bold), coin.text) + t.px(26));
        if (x > 0 && x + size > width) {
            x = 0;
            y += t.px(40);
        }
        places.push_back({x, y, size, t.px(32)});
        x += size + t.px(8);
    }
    return places;
}

int CoinRow::heightForWidth(int width) const
{
    const auto all = places(width);
    return all.empty() ? 0 : all.back().bottom() + 1;
}

QSize CoinRow::sizeHint() const
{
    return {tokens().px(200), heightForWidth(std::max(width(), tokens().px(200)))};
}

void CoinRow::paintEvent(QPaintEvent*)
{
    const Tokens& t = tokens();
    QPainter painter{this};
    painter.setLayoutDirection(layoutDirection());
    const QColor ink = t.colours().onOk;
    const auto all = places(width());
    for (std::size_t i = 0; i < all.size(); ++i) {
        const QRect box = mirrored(painter, all[i], rect());
        paintBox(painter, box, m_coins[i].isNote ? t.px(6) : box.height() / 2, {}, ink);
        paintText(painter, box, m_coins[i].text, t.font(14, QFont::Bold), ink, Qt::AlignCenter);
    }
}

} // namespace till
