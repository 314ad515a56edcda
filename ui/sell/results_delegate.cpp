#include "ui/sell/results_delegate.h"

#include "ui/kit/chip.h"
#include "ui/kit/paint.h"
#include "ui/kit/theme.h"

#include <QFontMetrics>
#include <QPainter>

namespace till {

namespace {

struct Run {
    QString text;
    bool marked;
};

std::vector<Run> runsOf(const QString& text, const std::vector<MatchMark>& marks)
{
    std::vector<Run> runs;
    int at = 0;
    const auto size = static_cast<int>(text.size());
    for (const auto& mark : marks) {
        const int start = std::clamp(mark.start, at, size);
        const int end = std::clamp(mark.start + mark.length, start, size);
        if (start > at) runs.push_back({text.mid(at, start - at), false});
        if (end > start) runs.push_back({text.mid(start, end - start), true});
        at = end;
    }
    if (at < size) runs.push_back({text.mid(at), false});
    return runs;
}

} // namespace

void paintMarked(QPainter& painter, const QRect& box, const QString& text,
    const std::vector<MatchMark>& marks, int size, const QColor& ink)
{
    const Tokens& t = tokens();
    const QFont normal = t.font(size);
    // Marks cut a text into pieces, and pieces of a right-to-left text cannot be laid side by side from the
    // left.
    if (marks.empty() || text.isRightToLeft()) {
        paintText(painter, box, text, normal, ink);
        return;
    }
    const QFont bold = t.font(size, QFont::Bold);
    const auto runs = runsOf(text, marks);
    int total = 0;
    for (const auto& run : runs) total += textWidth(run.marked ? bold : normal, run.text);
    const bool fromRight = painter.layoutDirection() == Qt::RightToLeft;
    int x = fromRight ? std::max(box.left(), box.right() + 1 - total) : box.left();
    painter.save();
    painter.setLayoutDirection(Qt::LeftToRight);
    for (const auto& run : runs) {
        const QFont& font = run.marked ? bold : normal;
        const int width = std::min(textWidth(font, run.text), box.right() + 1 - x);
        if (width < std::min(textWidth(font, run.text), t.px(16))) break; // no room for a letter and its dots
        const QRect cell{x, box.y(), width, box.height()};
        if (run.marked) {
            const int height = QFontMetrics{font}.height();
            const QRect ground{x, box.center().y() - height / 2, width, height};
            paintBox(painter, ground.adjusted(-1, 0, 1, 0), t.px(3), t.colours().mark, {});
        }
        paintText(painter, cell, run.text, font, run.marked ? t.colours().onMark : ink);
        x += width;
    }
    painter.restore();
}

void ResultsDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto* model = qobject_cast<const ResultsModel*>(index.model());
    if (model == nullptr) return;
    const Tokens& t = tokens();
    const Colours& c = t.colours();
    const ResultRow& row = model->at(index.row());
    const QRect cell = option.rect;
    const bool selected = option.state.testFlag(QStyle::State_Selected);

    painter->save();
    if (selected) painter->fillRect(cell, c.sel);
    painter->fillRect(QRect{cell.x(), cell.bottom(), cell.width(), 1}, c.line);
    switch (index.column()) {
    case ResultsModel::Name: {
        if (selected)
            painter->fillRect(
                mirrored(*painter, {cell.x(), cell.y(), t.px(4), cell.height()}, cell), c.primary);
        const QRect swatch{
            cell.x() + t.px(16), cell.y() + (cell.height() - t.px(10)) / 2, t.px(10), t.px(10)};
        paintBox(*painter, mirrored(*painter, swatch, cell), t.px(3), t.series(row.colour), {});
        const QRect name = cell.adjusted(t.px(36), 0, -t.px(8), 0);
        paintMarked(*painter, mirrored(*painter, name, cell), row.name, row.nameMarks, 16, c.text);
        break;
    }
    case ResultsModel::Code:
        paintMarked(*painter, cell.adjusted(t.px(2), 0, -t.px(4), 0), row.code, row.codeMarks, 14, c.text2);
        break;
    case ResultsModel::Stock: paintStock(*painter, cell, row); break;
    case ResultsModel::Price: {
        const QRect price = cell.adjusted(t.px(4), 0, -t.px(16), 0);
        paintText(*painter, mirrored(*painter, price, cell), row.priceText, t.font(16, QFont::DemiBold),
            c.text, Qt::AlignTrailing | Qt::AlignVCenter);
        break;
    }
    }
    painter->restore();
}

void ResultsDelegate::paintStock(QPainter& painter, const QRect& cell, const ResultRow& row) const
{
    const Tokens& t = tokens();
    if (row.stockTone == Tone::Neutral) {
        paintText(painter, cell.adjusted(t.px(4), 0, -t.px(4), 0), row.stockText, t.font(14),
            t.colours().text, Qt::AlignTrailing | Qt::AlignVCenter);
        return;
    }
    const QSize size = chipSize(row.stockText);
    const int width = std::min(size.width(), cell.width());
    const QRect chip{cell.right() + 1 - t.px(4) - width, cell.y() + (cell.height() - size.height()) / 2,
        width, size.height()};
    paintChip(painter, mirrored(painter, chip, cell), row.stockText, row.stockTone);
}

} // namespace till
