#include "ui/sell/part_list.h"

#include "ui/kit/icon_label.h"
#include "ui/kit/key_button.h"
#include "ui/kit/plain_label.h"
#include "ui/kit/surface.h"
#include "ui/kit/theme.h"

#include <QHBoxLayout>
#include <QScrollBar>

#include <algorithm>

namespace till {

using namespace Qt::StringLiterals;

namespace {

int rowHeight()
{
    return tokens().px(52, 68);
}

} // namespace

PartList::PartList(QWidget* parent)
    : QScrollArea{parent}
{
    setObjectName(u"partsScroll"_s);
    setAccessibleName(tr("Parts"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWidgetResizable(true);
    auto* content = new QWidget;
    content->setObjectName(u"scrolled"_s);
    m_rows = new QVBoxLayout{content};
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(0);
    setWidget(content);
    auto* bar = verticalScrollBar();
    connect(bar, &QScrollBar::rangeChanged, this, [bar](int, int end) { bar->setValue(end); });
    hide();
}

void PartList::setParts(const std::vector<PaidPart>& parts)
{
    while (QLayoutItem* item = m_rows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const auto& part : parts) add(part, &part == &parts.back());
    m_last = parts.empty() ? -1 : parts.back().position;
    setVisible(!parts.empty());
}

void PartList::add(const PaidPart& part, bool isLast)
{
    auto* line = new Surface{Surface::Fill::None, Surface::Edge::Top};
    auto* detail = new PlainLabel{part.detail, 12, QFont::Normal, Ink::Secondary};
    detail->setElided(true);
    auto* remove = new KeyButton{{}, tr("Remove"), isLast ? QKeySequence{Qt::Key_Delete} : QKeySequence{}};
    remove->setObjectName(u"partRemove"_s + QString::number(part.position));
    remove->setAccessibleName(tr("Remove %1 %2").arg(part.name, part.amount));
    remove->setKind(ButtonKind::Danger);
    remove->setHeights(36, 56);
    connect(remove, &KeyButton::clicked, this, [this, at = part.position] { Q_EMIT removeRequested(at); });
    auto* amount = new PlainLabel{part.amount, 18, QFont::DemiBold, Ink::OnOk};
    amount->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    auto* row = new QHBoxLayout{line};
    row->addWidget(new IconLabel{part.iconName, 18, Ink::Text});
    row->addWidget(new PlainLabel{part.name, 16, QFont::DemiBold});
    row->addWidget(detail, 1);
    row->addWidget(remove);
    row->addWidget(amount);
    onTheme(line, [line, row, amount] {
        const Tokens& t = tokens();
        line->setFixedHeight(rowHeight());
        row->setContentsMargins(t.px(16), 0, t.px(16), 0);
        row->setSpacing(t.px(12));
        amount->setMinimumWidth(t.px(88));
    });
    m_rows->addWidget(line);
}

void PartList::fitInto(int room)
{
    const int fitting = std::min(m_rows->count(), room / rowHeight());
    setFixedHeight(rowHeight() * std::max(1, fitting));
}

} // namespace till
