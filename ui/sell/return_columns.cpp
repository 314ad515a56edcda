#include "ui/sell/return_columns.h"

#include "ui/kit/paint.h"
#include "ui/kit/theme.h"

#include <algorithm>

namespace till {

namespace {

constexpr int kEdge = 12;
constexpr int kGap = 8;
constexpr int kBox = 24;
constexpr int kLeastName = 168;

int widest(const std::vector<ReturnRow>& rows, QString ReturnRow::*text, const QFont& font, int least)
{
    int width = least;
    for (const auto& row : rows) width = std::max(width, textWidth(font, row.*text));
    return width;
}

} // namespace

int ReturnColumns::buttonSize()
{
    return tokens().px(36, 56);
}

ReturnColumns ReturnColumns::of(int width, const std::vector<ReturnRow>& rows)
{
    const Tokens& t = tokens();
    const QFont plain = t.font(14);
    const QFont strong = t.font(16, QFont::DemiBold);
    ReturnColumns columns;
    columns.m_figure = widest(rows, &ReturnRow::inSale, strong, t.px(32)) + t.px(8);
    const int takeBack = 2 * buttonSize() + columns.m_figure + t.px(12);
    int end = width - t.px(kEdge);
    const auto place = [&](Span& span, int needed) {
        span = {end - needed, needed};
        end = span.x - t.px(kGap);
    };
    place(columns.refund, widest(rows, &ReturnRow::refund, strong, t.px(76)));
    place(columns.takeBack, std::max(t.px(124), takeBack));
    const int besides = end;
    place(columns.left, widest(rows, &ReturnRow::left, t.font(14, QFont::DemiBold), t.px(72)));
    place(columns.returned, widest(rows, &ReturnRow::returned, plain, t.px(60)));
    place(columns.bought, widest(rows, &ReturnRow::bought, plain, t.px(56)));
    columns.box = {t.px(kEdge), t.px(kBox)};
    const int nameX = t.px(kEdge + kBox + kGap);
    columns.isNarrow = end - nameX < t.px(kLeastName);
    if (columns.isNarrow) {
        columns.left = columns.returned = columns.bought = {};
        end = besides;
    }
    columns.name = {nameX, std::max(0, end - nameX)};
    return columns;
}

QRect ReturnColumns::lessIn(const QRect& row) const
{
    const int size = buttonSize();
    const int x = takeBack.x + (takeBack.width - 2 * size - m_figure) / 2;
    return {row.x() + x, row.y() + (row.height() - size) / 2, size, size};
}

QRect ReturnColumns::moreIn(const QRect& row) const
{
    return lessIn(row).translated(buttonSize() + m_figure, 0);
}

} // namespace till
