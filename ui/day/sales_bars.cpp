#include "ui/day/sales_bars.h"

#include "base/rounding.h"
#include "ui/kit/paint.h"
#include "ui/kit/theme.h"

#include <QPainter>
#include <QStringList>

namespace till {

namespace {
constexpr int kRowHeight = 32;
}

SalesBars::SalesBars(QWidget* parent)
    : QWidget{parent}
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    onTheme(this, [this] {
        updateGeometry();
        update();
    });
}

void SalesBars::show(Shape shape, std::vector<Bar> bars, const QString& whenEmpty)
{
    m_shape = shape;
    m_bars = std::move(bars);
    m_whenEmpty = whenEmpty;
    setAccessibleDescription(text());
    updateGeometry();
    update();
}

QString SalesBars::text() const
{
    QStringList lines;
    for (const auto& bar : m_bars) {
        if (!bar.figure.isEmpty()) lines << bar.words + u' ' + bar.figure;
    }
    return lines.isEmpty() ? m_whenEmpty : lines.join(u'\n');
}

QSize SalesBars::minimumSizeHint() const
{
    const Tokens& t = tokens();
    const int rows = m_shape == Shape::Rows ? static_cast<int>(m_bars.size()) * t.px(kRowHeight) : 0;
    return {t.px(240), std::max(t.px(160), rows)};
}

QSize SalesBars::sizeHint() const
{
    return minimumSizeHint();
}

qint64 SalesBars::largest() const
{
    qint64 most = 1;
    for (const auto& bar : m_bars) most = std::max(most, bar.value);
    return most;
}

void SalesBars::paintEvent(QPaintEvent*)
{
    QPainter painter{this};
    painter.setLayoutDirection(layoutDirection());
    if (m_bars.empty()) {
        paintText(painter, rect(), m_whenEmpty, tokens().font(14), tokens().colours().text2, Qt::AlignCenter);
        return;
    }
    if (m_shape == Shape::Columns)
        paintColumns(painter);
    else
        paintRows(painter);
}

void SalesBars::paintColumns(QPainter& painter) const
{
    const Tokens& t = tokens();
    const Colours& c = t.colours();
    const int count = static_cast<int>(m_bars.size());
    const int cell = std::min(width() / count, t.px(96));
    const int floor = height() - t.px(24);
    const int room = floor - t.px(24);
    const QFont small = t.font(11);
    const QFont bold = t.font(11, QFont::DemiBold);
    painter.fillRect(QRect{0, floor, width(), 1}, c.hair);
    for (int i = 0; i < count; ++i) {
        const auto& bar = m_bars[static_cast<std::size_t>(i)];
        const QRect place{i * cell, 0, cell, height()};
        const auto tall = static_cast<int>(multiplyAndRound(std::max<qint64>(0, bar.value), room, largest()));
        const int gap = std::min(t.px(8), cell / 5);
        const QRect box{place.x() + gap, floor - tall, std::max(2, cell - 2 * gap), tall};
        if (tall > 0) paintBox(painter, mirrored(painter, box, rect()), t.px(3), c.series[0], {});
        const QRect head{place.x(), box.y() - t.px(20), cell, t.px(18)};
        if (textWidth(bold, bar.figure) <= cell)
            paintText(painter, mirrored(painter, head, rect()), bar.figure, bold,
                bar.value < 0 ? c.danger : c.text, Qt::AlignCenter);
        const QRect foot{place.x(), floor + t.px(4), cell, t.px(18)};
        paintText(painter, mirrored(painter, foot, rect()), bar.words, small, c.text2, Qt::AlignCenter);
    }
}

void SalesBars::paintRows(QPainter& painter) const
{
    const Tokens& t = tokens();
    const Colours& c = t.colours();
    const QFont font = t.font(13);
    const QFont bold = t.font(13, QFont::DemiBold);
    int figures = 0;
    for (const auto& bar : m_bars) figures = std::max(figures, textWidth(bold, bar.figure) + t.px(2));
    const int words = std::min(t.px(180), width() / 3);
    const int room = std::max(0, width() - words - figures - t.px(24));
    int y = 0;
    for (const auto& bar : m_bars) {
        const QRect name{0, y, words, t.px(kRowHeight)};
        const QRect figure{width() - figures, y, figures, t.px(kRowHeight)};
        const auto wide = static_cast<int>(multiplyAndRound(std::max<qint64>(0, bar.value), room, largest()));
        const QRect box{words + t.px(12), y + t.px(kRowHeight - 12) / 2, wide, t.px(12)};
        paintText(painter, mirrored(painter, name, rect()), bar.words, font, c.text);
        if (wide > 0) paintBox(painter, mirrored(painter, box, rect()), t.px(3), c.series[0], {});
        paintText(painter, mirrored(painter, figure, rect()), bar.figure, bold,
            bar.value < 0 ? c.danger : c.text, Qt::AlignTrailing | Qt::AlignVCenter);
        y += t.px(kRowHeight);
    }
}

} // namespace till
