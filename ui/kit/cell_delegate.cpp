#include "ui/kit/cell_delegate.h"

#include "ui/kit/chip.h"
#include "ui/kit/paint.h"
#include "ui/kit/plain_label.h"
#include "ui/kit/theme.h"

#include <QPainter>

namespace till {

namespace {

constexpr auto kLeading = Qt::AlignLeading | Qt::AlignVCenter;

bool isLastColumn(const QModelIndex& index)
{
    return index.column() == index.model()->columnCount() - 1;
}

} // namespace

void CellDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Tokens& t = tokens();
    const Colours& c = t.colours();
    const QRect box = option.rect;
    painter->save();
    painter->setLayoutDirection(option.direction);
    if (option.state.testFlag(QStyle::State_Selected)) {
        painter->fillRect(box, c.sel);
        const QRect mark{box.x(), box.y(), t.px(4), box.height()};
        if (index.column() == 0) painter->fillRect(mirrored(*painter, mark, box), c.primary);
    }
    painter->fillRect(QRect{box.x(), box.bottom(), box.width(), 1}, c.line);
    const QRect inner =
        box.adjusted(t.px(index.column() == 0 ? 16 : 8), 0, -t.px(isLastColumn(index) ? 16 : 8), 0);
    paintContent(*painter, mirrored(*painter, inner, box), index);
    painter->restore();
}

void CellDelegate::paintContent(QPainter& painter, const QRect& box, const QModelIndex& index) const
{
    const Tokens& t = tokens();
    const QString text = index.data(Qt::DisplayRole).toString();
    const auto aligned = index.data(Qt::TextAlignmentRole);
    const auto alignment = aligned.isValid() ? aligned.value<Qt::Alignment>() : Qt::Alignment{kLeading};
    const auto tone = index.data(ChipToneRole);
    if (tone.isValid() && !text.isEmpty()) {
        const int width = std::min(box.width(), chipSize(text).width());
        const int x = alignment.testFlag(Qt::AlignRight) ? box.right() + 1 - width : box.x();
        const QRect chip{x, box.y() + (box.height() - t.px(22)) / 2, width, t.px(22)};
        return paintChip(painter, mirrored(painter, chip, box), text, static_cast<Tone>(tone.toInt()));
    }
    QRect words = box;
    if (const int swatch = index.data(SwatchRole).toInt(); swatch > 0) {
        const QRect square{box.x(), box.y() + (box.height() - t.px(10)) / 2, t.px(10), t.px(10)};
        paintBox(painter, mirrored(painter, square, box), t.px(3), t.series(swatch), {});
        words = mirrored(painter, box.adjusted(t.px(18), 0, 0, 0), box);
    }
    const auto ink = index.data(InkRole);
    const auto weight = index.data(WeightRole);
    paintText(painter, words, text, t.font(14, weight.isValid() ? weight.toInt() : QFont::Normal),
        inkColour(ink.isValid() ? static_cast<Ink>(ink.toInt()) : Ink::Text), alignment);
}

} // namespace till
