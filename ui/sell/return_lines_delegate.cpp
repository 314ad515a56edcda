#include "ui/sell/return_lines_delegate.h"

#include "ui/kit/icons.h"
#include "ui/kit/paint.h"
#include "ui/kit/theme.h"
#include "ui/sell/return_lines_model.h"

#include <QPainter>
#include <QStyleOptionViewItem>

namespace till {

using namespace Qt::StringLiterals;

namespace {

constexpr auto kFigure = Qt::AlignTrailing | Qt::AlignVCenter;

const ReturnRow& rowOf(const QModelIndex& index)
{
    return qobject_cast<const ReturnLinesModel*>(index.model())->at(index.row());
}

QFont labelFont()
{
    return tokens().font(13);
}

} // namespace

int ReturnLinesDelegate::lineHeight(const ReturnRow& row)
{
    return row.isTicked ? tokens().px(48, 64) : tokens().px(44, 56);
}

int ReturnLinesDelegate::stripHeight()
{
    return tokens().px(44, 58);
}

int ReturnLinesDelegate::stripBegin(const ReturnColumns& columns)
{
    const Tokens& t = tokens();
    return columns.isNarrow ? columns.name.x
                            : columns.name.x + textWidth(labelFont(), tr("Condition")) + t.px(8);
}

QSize ReturnLinesDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const ReturnRow& row = rowOf(index);
    return {option.rect.width(), lineHeight(row) + (row.isTicked ? stripHeight() : 0)};
}

void ReturnLinesDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Tokens& t = tokens();
    const Colours& c = t.colours();
    const ReturnRow& row = rowOf(index);
    const bool marked = index.row() == m_marked;
    const QRect box = option.rect;
    const QRect line{box.x(), box.y(), box.width(), lineHeight(row)};
    painter->save();
    painter->setLayoutDirection(option.direction);
    if (row.isTicked || marked) painter->fillRect(box, row.isTicked ? c.sel : c.surface2);
    if (marked)
        painter->fillRect(mirrored(*painter, {box.x(), box.y(), t.px(4), box.height()}, box), c.primary);
    paintBox(*painter, mirrored(*painter, m_columns.box.in(line), line), row);
    paintName(*painter, mirrored(*painter, m_columns.name.in(line), line), row);
    paintFigures(*painter, line, row);
    if (row.isTicked)
        paintStrip(*painter, {box.x(), line.bottom() + 1, box.width(), box.height() - line.height()}, row);
    painter->fillRect(QRect{box.x(), box.bottom(), box.width(), 1}, row.isTicked ? c.hair : c.line);
    painter->restore();
}

void ReturnLinesDelegate::paintBox(QPainter& painter, const QRect& cell, const ReturnRow& row) const
{
    const Tokens& t = tokens();
    const Colours& c = t.colours();
    const int size = t.px(20);
    const int x = painter.layoutDirection() == Qt::RightToLeft ? cell.right() + 1 - size : cell.x();
    const QRect box{x, cell.y() + (cell.height() - size) / 2, size, size};
    if (!row.kept.isEmpty()) return till::paintBox(painter, box, t.px(4), c.surface2, c.hair);
    till::paintBox(painter, box, t.px(4), row.isTicked ? c.primary : c.surface,
        row.isTicked ? c.primary : c.input, t.px(2));
    if (row.isTicked) paintIcon(painter, box.adjusted(3, 3, -3, -3), u"check"_s, c.onPrimary);
}

void ReturnLinesDelegate::paintName(QPainter& painter, const QRect& cell, const ReturnRow& row) const
{
    const Tokens& t = tokens();
    const Colours& c = t.colours();
    QStringList below;
    if (!row.until.isEmpty()) below << row.until;
    if (m_columns.isNarrow) {
        if (row.until.isEmpty()) below << tr("bought %1").arg(row.bought);
        if (!row.left.isEmpty()) below << tr("can return %1").arg(row.left);
    }
    const QColor ink = row.kept.isEmpty() ? c.text : c.text2;
    if (below.isEmpty()) {
        paintText(painter, cell, row.name, t.font(16), ink);
        return;
    }
    const int upper = t.px(22);
    const int lower = t.px(16);
    const int top = cell.y() + (cell.height() - upper - lower) / 2;
    paintText(painter, {cell.x(), top, cell.width(), upper}, row.name, t.font(16), ink);
    paintText(painter, {cell.x(), top + upper, cell.width(), lower}, below.join(u", "_s), t.font(12),
        row.until.isEmpty() ? c.text2 : c.onWarn);
}

void ReturnLinesDelegate::paintFigures(QPainter& painter, const QRect& line, const ReturnRow& row) const
{
    const Tokens& t = tokens();
    const Colours& c = t.colours();
    const auto at = [&](const ReturnColumns::Span& span) { return mirrored(painter, span.in(line), line); };
    const QColor ink = row.kept.isEmpty() ? c.text : c.text2;
    if (!m_columns.isNarrow) {
        paintText(painter, at(m_columns.bought), row.bought, t.font(14), ink, kFigure);
        paintText(painter, at(m_columns.returned), row.returned, t.font(14), ink, kFigure);
        paintText(painter, at(m_columns.left), row.left, t.font(14, QFont::DemiBold), ink, kFigure);
    }
    const QFont strong = t.font(16, QFont::DemiBold);
    const QRect takeBack = at(m_columns.takeBack);
    if (!row.kept.isEmpty()) {
        paintText(painter, takeBack, row.kept, labelFont(), c.text2, Qt::AlignCenter);
    } else {
        paintText(painter, takeBack, row.inSale, row.isTicked ? strong : t.font(14),
            row.isTicked ? c.text : c.text2, Qt::AlignCenter);
    }
    paintText(painter, at(m_columns.refund), row.refund, strong, c.text, kFigure);
}

void ReturnLinesDelegate::paintStrip(QPainter& painter, const QRect& strip, const ReturnRow& row) const
{
    const Tokens& t = tokens();
    const QRect room{strip.x(), strip.y(), strip.width(), strip.height() - t.px(8, 10)};
    const auto at = [&](int from, int to) {
        return mirrored(painter, {room.x() + from, room.y(), to - from, room.height()}, room);
    };
    const QFont font = labelFont();
    if (!m_columns.isNarrow)
        paintText(
            painter, at(m_columns.name.x, stripBegin(m_columns)), tr("Condition"), font, t.colours().text2);
    // Half a sentence would say less than none: the choice says it too.
    const auto words = conditionMeans(row.condition);
    const int from = m_stripEnd + t.px(16);
    const int to = m_columns.refund.x + m_columns.refund.width;
    if (textWidth(font, words) <= to - from)
        paintText(painter, at(from, to), words, font, t.colours().text2, kFigure);
}

} // namespace till
