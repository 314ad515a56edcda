#include "ui/receipts/block_list.h"

#include "ui/kit/paint.h"
#include "ui/kit/theme.h"

#include <QCoreApplication>
#include <QDropEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScopedValueRollback>
#include <QStyle>
#include <QStyledItemDelegate>

#include <algorithm>
#include <optional>
#include <utility>

namespace till {

using namespace Qt::StringLiterals;

namespace {

constexpr int kKindRole = Qt::UserRole;
constexpr int kTrackWidth = 34;
constexpr int kTrackHeight = 20;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(till::BlockList)
};

bool isOn(const QModelIndex& index)
{
    return index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
}

bool canBeSwitched(const QModelIndex& index)
{
    return index.data(kKindRole).toInt() != static_cast<int>(ReceiptBlockKind::Lines);
}

/// A grip, the block's name, its switch.
class BlockDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override
    {
        return {tokens().px(160), tokens().px(32, 52)};
    }

    static QRect switchBox(const QRect& row)
    {
        const Tokens& t = tokens();
        return {row.right() - t.px(kTrackWidth + 12), row.center().y() - t.px(kTrackHeight) / 2,
            t.px(kTrackWidth), t.px(kTrackHeight)};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Tokens& t = tokens();
        const Colours& c = t.colours();
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const bool isMarked = (option.state & QStyle::State_Selected) != 0;
        if (isMarked) painter->fillRect(option.rect, c.sel);
        const bool hasFocus = isMarked && option.widget != nullptr && option.widget->hasFocus();
        if (hasFocus) paintBox(*painter, option.rect, 0, {}, c.primary, t.px(2));
        painter->setPen(Qt::NoPen);
        painter->setBrush(c.text2);
        for (int dot = 0; dot < 6; ++dot) {
            const QRect at{option.rect.left() + t.px(14 + 5 * (dot % 2)),
                option.rect.center().y() + t.px(5 * (dot / 2) - 6), t.px(2), t.px(2)};
            painter->drawRect(mirrored(*painter, at, option.rect));
        }
        const QRect words = option.rect.adjusted(t.px(36), 0, -t.px(kTrackWidth + 24), 0);
        paintText(*painter, mirrored(*painter, words, option.rect), index.data().toString(),
            t.font(14, isOn(index) ? QFont::DemiBold : QFont::Normal), isOn(index) ? c.text : c.text2);
        if (canBeSwitched(index)) paintSwitch(*painter, option.rect, isOn(index));
        painter->restore();
    }

private:
    static void paintSwitch(QPainter& painter, const QRect& row, bool on)
    {
        const Tokens& t = tokens();
        const Colours& c = t.colours();
        const auto track = switchBox(row);
        const int knob = track.height() - t.px(6);
        const QRect at{on ? track.right() + 1 - t.px(3) - knob : track.left() + t.px(3),
            track.top() + t.px(3), knob, knob};
        paintBox(painter, mirrored(painter, track, row), track.height() / 2, on ? c.primary : c.input, {});
        paintBox(painter, mirrored(painter, at, row), knob / 2, on ? c.onPrimary : c.surface, {});
    }
};

} // namespace

QString blockWord(ReceiptBlockKind kind)
{
    switch (kind) {
    case ReceiptBlockKind::Logo: return Words::tr("Logo");
    case ReceiptBlockKind::ShopHead: return Words::tr("Shop name and address");
    case ReceiptBlockKind::TaxNumber: return Words::tr("Tax number");
    case ReceiptBlockKind::Lines: return Words::tr("Goods, total and payment");
    case ReceiptBlockKind::TaxTable: return Words::tr("Tax table");
    case ReceiptBlockKind::Saved: return Words::tr("You saved");
    case ReceiptBlockKind::ThankYou: return Words::tr("Thank-you text");
    case ReceiptBlockKind::OpeningHours: return Words::tr("Opening hours");
    case ReceiptBlockKind::ReturnPolicy: return Words::tr("Return policy");
    case ReceiptBlockKind::Barcode: return Words::tr("Receipt barcode");
    case ReceiptBlockKind::QrCode: break;
    }
    return Words::tr("QR code");
}

BlockList::BlockList(QWidget* parent)
    : QListWidget{parent}
{
    setObjectName(u"receiptBlocks"_s);
    setAccessibleName(tr("Blocks of the receipt"));
    setAccessibleDescription(tr("Alt+Up and Alt+Down move the marked block, Space switches it."));
    setItemDelegate(new BlockDelegate{this});
    setDragDropMode(QAbstractItemView::InternalMove);
    setDefaultDropAction(Qt::MoveAction);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    onTheme(this, [this] { scheduleDelayedItemsLayout(); });
    connect(this, &QListWidget::currentRowChanged, this, [this] {
        if (!m_isShowing) Q_EMIT markedChanged();
    });
}

void BlockList::show(const std::vector<ReceiptBlock>& blocks)
{
    const QScopedValueRollback guard{m_isShowing, true};
    const int row = std::max(currentRow(), 0);
    const auto kept = count() > 0 ? std::optional{marked()} : std::nullopt;
    clear();
    for (const auto& block : blocks) {
        auto* item = new QListWidgetItem{blockWord(block.kind), this};
        item->setData(kKindRole, static_cast<int>(block.kind));
        item->setFlags(Qt::ItemIsSelectable | Qt::ItemIsEnabled | Qt::ItemIsDragEnabled);
        item->setCheckState(block.isOn ? Qt::Checked : Qt::Unchecked);
    }
    setCurrentRow(row);
    if (kept) mark(*kept);
}

void BlockList::mark(ReceiptBlockKind kind)
{
    const auto all = order();
    const auto found = std::find(all.begin(), all.end(), kind);
    if (found != all.end()) setCurrentRow(static_cast<int>(found - all.begin()));
}

ReceiptBlockKind BlockList::marked() const
{
    const auto* marked = currentItem();
    return marked != nullptr ? static_cast<ReceiptBlockKind>(marked->data(kKindRole).toInt())
                             : ReceiptBlockKind::Lines;
}

std::vector<ReceiptBlockKind> BlockList::order() const
{
    std::vector<ReceiptBlockKind> kinds;
    kinds.reserve(static_cast<std::size_t>(count()));
    for (int row = 0; row < count(); ++row)
        kinds.push_back(static_cast<ReceiptBlockKind>(item(row)->data(kKindRole).toInt()));
    return kinds;
}

void BlockList::moveMarked(int rows)
{
    auto kinds = order();
    const int from = currentRow();
    const int to = from + rows;
    if (from < 0 || to < 0 || to >= count()) return;
    std::swap(kinds[static_cast<std::size_t>(from)], kinds[static_cast<std::size_t>(to)]);
    Q_EMIT reordered(kinds);
}

void BlockList::toggle(QListWidgetItem* item)
{
    if (item == nullptr || !canBeSwitched(indexFromItem(item))) return;
    Q_EMIT switched(
        static_cast<ReceiptBlockKind>(item->data(kKindRole).toInt()), item->checkState() != Qt::Checked);
}

void BlockList::keyPressEvent(QKeyEvent* event)
{
    const bool isAlt = (event->modifiers() & Qt::AltModifier) != 0;
    if (isAlt && event->key() == Qt::Key_Up) return moveMarked(-1);
    if (isAlt && event->key() == Qt::Key_Down) return moveMarked(1);
    if (event->key() == Qt::Key_Space) return toggle(currentItem());
    QListWidget::keyPressEvent(event);
}

void BlockList::mouseReleaseEvent(QMouseEvent* event)
{
    auto* under = itemAt(event->position().toPoint());
    const bool isOnSwitch = under != nullptr && state() != DraggingState &&
                            QStyle::visualRect(layoutDirection(), visualItemRect(under),
                                BlockDelegate::switchBox(visualItemRect(under)))
                                .adjusted(-tokens().px(8), -tokens().px(8), tokens().px(8), tokens().px(8))
                                .contains(event->position().toPoint());
    QListWidget::mouseReleaseEvent(event);
    if (isOnSwitch) toggle(under);
}

void BlockList::dropEvent(QDropEvent* event)
{
    QListWidget::dropEvent(event);
    // The view still takes away the row that was dragged; the new order comes after that.
    QMetaObject::invokeMethod(
        this, [this] { Q_EMIT reordered(order()); }, Qt::QueuedConnection);
}

} // namespace till
