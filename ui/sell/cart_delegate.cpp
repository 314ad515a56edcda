#include "ui/sell/cart_delegate.h"

#include "ui/kit/paint.h"
#include "ui/kit/theme.h"
#include "ui/sell/cart_model.h"

#include <QPainter>
#include <QStyleOptionViewItem>

namespace till {

namespace {

const CartModel& modelOf(const QModelIndex& index)
{
    return *qobject_cast<const CartModel*>(index.model());
}

/// What is taken off it, or belongs to it, stands in the next row.
bool goesOnBelow(const QModelIndex& index)
{
    const int next = index.row() + 1;
    if (next >= index.model()->rowCount()) return false;
    const auto kind = modelOf(index).at(next).kind;
    return (kind == CartRow::Kind::Saving || kind == CartRow::Kind::Detail) &&
           modelOf(index).at(next).lineId == modelOf(index).at(index.row()).lineId;
}

constexpr auto kFigure = Qt::AlignTrailing | Qt::AlignVCenter;

} // namespace

void CartDelegate::setOpen(const QModelIndex& line)
{
    m_open = line;
}

bool CartDelegate::isOpen(const QModelIndex& index) const
{
    if (!m_open.isValid()) return false;
    const CartRow& row = modelOf(index).at(index.row());
    return row.kind != CartRow::Kind::Section && row.lineId == modelOf(index).at(m_open.row()).lineId;
}

bool CartDelegate::carriesStrip(const QModelIndex& index) const
{
    return isOpen(index) && !goesOnBelow(index);
}

int CartDelegate::lineHeight()
{
    return tokens().px(32, 48);
}

int CartDelegate::stripHeight()
{
    return tokens().px(44, 68);
}

QSize CartDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const int strip = carriesStrip(index) ? stripHeight() : 0;
    return {option.rect.width(), rowHeight(modelOf(index).at(index.row())) + strip};
}

int CartDelegate::rowHeight(const CartRow& row)
{
    switch (row.kind) {
    case CartRow::Kind::Line: return lineHeight();
    case CartRow::Kind::Detail:
    case CartRow::Kind::Saving: return tokens().px(row.lineId > 0 ? 18 : 26);
    case CartRow::Kind::Section: return tokens().px(32);
    }
    Q_UNREACHABLE();
}

void CartDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Tokens& t = tokens();
    const Colours& c = t.colours();
    const CartRow& row = modelOf(index).at(index.row());
    const QRect box = option.rect;
    const QRect words{box.x(), box.y(), box.width(), rowHeight(row)};
    painter->save();
    if (isOpen(index)) {
        painter->fillRect(box, c.sel);
        painter->fillRect(mirrored(*painter, {box.x(), box.y(), t.px(4), box.height()}, box), c.primary);
    }
    switch (row.kind) {
    case CartRow::Kind::Line: paintLine(*painter, words, row); break;
    case CartRow::Kind::Detail:
    case CartRow::Kind::Saving: paintSaving(*painter, words, row); break;
    case CartRow::Kind::Section: paintSection(*painter, words, row); break;
    }
    // A saving belongs to its line: no rule between them.
    if (row.kind != CartRow::Kind::Section && !goesOnBelow(index))
        painter->fillRect(QRect{box.x(), box.bottom(), box.width(), 1}, c.line);
    painter->restore();
}

void CartDelegate::paintLine(QPainter& painter, const QRect& box, const CartRow& row) const
{
    const Tokens& t = tokens();
    const Colours& c = t.colours();
    const QColor ink = row.takenBack ? c.onBad : c.text;
    const QFont figures = t.font(16, QFont::DemiBold);
    const auto at = [&](const QRect& part) { return mirrored(painter, part, box); };

    // So does a weight that comes back: its minus does not cost it a digit.
    const int quantityEnd = box.x() + std::max(t.px(60), t.px(6) + textWidth(figures, row.quantity));
    const QRect quantity{box.x() + t.px(6), box.y(), quantityEnd - box.x() - t.px(6), box.height()};
    paintText(painter, at(quantity), row.quantity, figures, ink, kFigure);

    // The amount takes what it needs: a large one pushes the name back, never loses a digit.
    const int amountWidth = std::max(t.px(72), textWidth(figures, row.amount));
    const int amountX = box.right() + 1 - t.px(16) - amountWidth;
    paintText(painter, at({amountX, box.y(), amountWidth, box.height()}), row.amount, figures, ink, kFigure);

    int nameEnd = amountX - t.px(12);
    if (!row.unitPrice.isEmpty()) {
        const QFont small = t.font(13);
        const int width = textWidth(small, row.unitPrice);
        const QRect unit{amountX - t.px(24) - width, box.y(), width, box.height()};
        paintText(painter, at(unit), row.unitPrice, small, row.takenBack ? c.onBad : c.text2, kFigure);
        nameEnd = unit.x() - t.px(12);
    }
    const int nameX = quantityEnd + t.px(12);
    paintText(painter, at({nameX, box.y(), nameEnd - nameX, box.height()}), row.name, t.font(16), ink);
}

void CartDelegate::paintSaving(QPainter& painter, const QRect& box, const CartRow& row) const
{
    const Tokens& t = tokens();
    const QColor ink = row.kind == CartRow::Kind::Detail ? t.colours().text2 : t.colours().onOk;
    const QFont font = t.font(13, QFont::DemiBold);
    const int amountWidth = textWidth(font, row.amount);
    // What is taken off a line stands close under its name; what is taken off the sale stands for itself.
    const int lift = row.lineId > 0 ? t.px(4) : 0;
    const QRect lifted = box.adjusted(0, -lift, 0, -lift);
    const QRect amount{box.right() + 1 - t.px(16) - amountWidth, lifted.y(), amountWidth, lifted.height()};
    paintText(painter, mirrored(painter, amount, box), row.amount, font, ink, kFigure);
    const int nameX = box.x() + t.px(72);
    const QRect name{nameX, lifted.y(), amount.x() - t.px(12) - nameX, lifted.height()};
    paintText(painter, mirrored(painter, name, box), row.name, t.font(13), ink);
}

void CartDelegate::paintSection(QPainter& painter, const QRect& box, const CartRow& row) const
{
    const Tokens& t = tokens();
    const Colours& c = t.colours();
    painter.fillRect(box, c.surface2);
    const QRect swatch{box.x() + t.px(16), box.y() + (box.height() - t.px(10)) / 2, t.px(10), t.px(10)};
    paintBox(painter, mirrored(painter, swatch, box), t.px(3), row.takenBack ? c.danger : c.primary, {});
    const QRect words = mirrored(painter, box.adjusted(t.px(34), 0, -t.px(16), 0), box);
    paintText(painter, words, row.name, t.font(13, QFont::DemiBold), c.text);
    paintText(painter, words, row.amount, t.font(13, QFont::DemiBold), c.text, kFigure);
}

} // namespace till
