#include "ui/sell/tile_delegate.h"

#include "ui/kit/icons.h"
#include "ui/kit/paint.h"
#include "ui/kit/theme.h"
#include "ui/sell/tile_model.h"

#include <QFontMetrics>
#include <QPainter>
#include <QPainterPath>
#include <QRegularExpression>
#include <QStyleOptionViewItem>

namespace till {

using namespace Qt::StringLiterals;

namespace {

// "Farmhouse loaf 1 kg" may break before the figure, never between it and its unit.
QString keepUnitsTogether(const QString& name)
{
    static const QRegularExpression figureAndUnit{u"(\\d) (?=(?:kg|g|l|ml|cl|m|cm|mm|%|x|×)\\b)"_s};
    return QString{name}.replace(figureAndUnit, u"\\1\u00A0"_s);
}

} // namespace

QSize TileDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {tokens().px(150), tokens().px(100, 120)};
}

void TileDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto* model = qobject_cast<const TileModel*>(index.model());
    if (model == nullptr) return;
    const TileRow& row = model->at(index.row());
    const Tokens& t = tokens();
    const QRect box = option.rect;

    paintFrame(*painter, option, row);
    paintPicture(*painter, box, row);
    paintPrice(*painter, box, row);
    const int badge = paintInCart(*painter, box, row);
    const QRect name = box.adjusted(t.px(16), t.px(10), -std::max(t.px(8), badge), -t.px(36));
    paintLines(*painter, mirrored(*painter, name, box), keepUnitsTogether(row.name),
        t.font(14, QFont::DemiBold), row.soldOut ? t.colours().text2 : t.colours().text, 2);
}

void TileDelegate::paintFrame(QPainter& painter, const QStyleOptionViewItem& option, const TileRow& row) const
{
    const Tokens& t = tokens();
    const Colours& c = t.colours();
    const QRect box = option.rect;
    const bool pressed = option.state.testFlag(QStyle::State_Sunken);
    const bool hovered = option.state.testFlag(QStyle::State_MouseOver);
    const QColor fill = pressed ? c.sel : row.soldOut || hovered ? c.surface2 : c.surface;
    paintBox(painter, box, t.px(8), fill, c.hair);

    // The bar follows the rounded corners of the tile, so it is the tile's shape cut off at 5 px.
    QPainterPath shape;
    shape.addRoundedRect(box, t.px(8), t.px(8));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipRect(mirrored(painter, {box.x(), box.y(), t.px(5), box.height()}, box));
    painter.fillPath(shape, t.series(row.colour));
    painter.restore();
    if (option.state.testFlag(QStyle::State_HasFocus))
        paintBox(painter, box, t.px(8), {}, c.primary, t.px(2));
}

int TileDelegate::paintInCart(QPainter& painter, const QRect& box, const TileRow& row) const
{
    if (row.inCart.isEmpty()) return 0;
    const Tokens& t = tokens();
    const QFont font = t.font(12, QFont::Bold);
    const int height = t.px(22);
    const int width = std::max(height, textWidth(font, row.inCart) + t.px(14));
    const QRect pill{box.right() - t.px(8) - width, box.y() + t.px(9), width, height};
    const QRect shown = mirrored(painter, pill, box);
    paintBox(painter, shown, height / 2, t.colours().primary, {});
    paintText(painter, shown, row.inCart, font, t.colours().onPrimary, Qt::AlignCenter);
    return width + t.px(12);
}

// A price too long to stand beside the picture has the place to itself.
bool TileDelegate::showsPicture(const QRect& box, const TileRow& row) const
{
    const Tokens& t = tokens();
    if ((row.picture.isNull() && row.icon.isEmpty()) || row.soldOut) return false;
    return textWidth(t.font(16, QFont::DemiBold), row.priceText) <= box.width() - t.px(72);
}

void TileDelegate::paintPrice(QPainter& painter, const QRect& box, const TileRow& row) const
{
    const Tokens& t = tokens();
    const Colours& c = t.colours();
    const int height = t.px(24);
    const bool hasPicture = showsPicture(box, row);
    const int right = hasPicture ? t.px(56) : t.px(8);
    const QRect line{
        box.x() + t.px(16), box.bottom() - t.px(7) - height, box.width() - t.px(16) - right, height};
    const int used = paintText(painter, mirrored(painter, line, box), row.priceText,
        t.font(16, QFont::DemiBold), row.soldOut ? c.text2 : c.text);
    const QString after = row.soldOut ? TileModel::tr("Sold out") : row.perUnit;
    const int gap = t.px(row.soldOut ? 7 : 4);
    const QRect rest{line.x() + used + gap, line.y() + 1, line.width() - used - gap, height};
    paintText(painter, mirrored(painter, rest, box), after, t.font(12), c.text2);
}

void TileDelegate::paintPicture(QPainter& painter, const QRect& box, const TileRow& row) const
{
    if (!showsPicture(box, row)) return;
    const Tokens& t = tokens();
    const int size = t.px(44);
    const QRect place{box.right() - t.px(8) - size, box.bottom() - t.px(8) - size, size, size};
    const QRect shown = mirrored(painter, place, box);
    if (row.picture.isNull()) {
        const int inset = t.px(4);
        return paintIcon(
            painter, shown.adjusted(inset, inset, -inset, -inset), row.icon, t.series(row.colour));
    }
    QPainterPath corners;
    corners.addRoundedRect(shown, t.px(6), t.px(6));
    painter.save();
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    painter.setClipPath(corners);
    const QSize fitted = row.picture.size().scaled(shown.size(), Qt::KeepAspectRatio);
    const QPoint corner{shown.x() + (size - fitted.width()) / 2, shown.y() + (size - fitted.height()) / 2};
    painter.drawImage(QRect{corner, fitted}, row.picture);
    painter.restore();
}

} // namespace till
