#include "ui/sell/held_page.h"

#include "ui/kit/key_button.h"
#include "ui/kit/plain_label.h"
#include "ui/kit/surface.h"
#include "ui/kit/theme.h"
#include "ui/sell/cart_view.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QScrollArea>
#include <QVBoxLayout>

namespace till {

using namespace Qt::StringLiterals;

HeldPage::HeldPage(std::vector<Row> waiting, const Formats& formats, const ShopCalendar& calendar,
    RowsOf rowsOf, QWidget* parent)
    : QWidget{parent}
    , m_waiting{std::move(waiting)}
    , m_rowsOf{std::move(rowsOf)}
    , m_preview{new CartView}
{
    setObjectName(u"heldPage"_s);
    auto* row = new QHBoxLayout{this};
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(16);
    row->addWidget(buildList(formats, calendar), 1);
    row->addWidget(buildPreview(), 1);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Sales on hold"));
    mark(0);
}

QWidget* HeldPage::buildList(const Formats& formats, const ShopCalendar& calendar)
{
    auto* list = new QWidget;
    auto* rows = new QVBoxLayout{list};
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(8);
    int digit = 1;
    for (std::size_t i = 0; i < m_waiting.size(); ++i) {
        const auto& [sale, customer] = m_waiting[i];
        const auto label = QString::fromStdString(sale.label);
        auto* button = new KeyButton{customer.isEmpty() ? label : tr("%1, %2").arg(customer, label)};
        button->setObjectName(u"held%1"_s.arg(sale.id.value));
        button->setAccessibleName(button->text());
        button->setAmount(formats.moneyWithSymbol(sale.total));
        button->setCaption(
            tr("%1, %n line(s)", nullptr, sale.lines).arg(formats.time(calendar.at(sale.since))));
        button->setHeights(72, 72);
        button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        if (digit <= 9) button->setKey(QKeySequence{static_cast<Qt::Key>(Qt::Key_0 + digit++)});
        // The first touch shows what is in it, the second takes it.
        connect(button, &KeyButton::clicked, this,
            [this, i] { i == m_marked ? Q_EMIT taken(markedId()) : mark(i); });
        rows->addWidget(button);
        m_buttons.push_back(button);
    }
    rows->addStretch();
    auto* scroll = new QScrollArea;
    scroll->setObjectName(u"heldScroll"_s);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(list);
    auto* side = new QWidget;
    auto* column = new QVBoxLayout{side};
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(new PlainLabel{tr("Sales on hold"), 24, QFont::Bold});
    column->addWidget(scroll, 1);
    auto* back = new KeyButton{u"arrow-left"_s, tr("Back to the sale"), Qt::Key_Escape};
    back->setObjectName(u"heldBack"_s);
    back->setAccessibleName(back->text());
    connect(back, &KeyButton::clicked, this, &HeldPage::left);
    column->addWidget(back, 0, Qt::AlignLeft);
    return side;
}

QWidget* HeldPage::buildPreview()
{
    m_preview->setObjectName(u"heldPreview"_s);
    m_preview->setAccessibleName(tr("What is in the marked sale"));
    m_preview->setReadOnly(true);
    m_preview->setFocusPolicy(Qt::NoFocus);
    auto* card = Surface::card();
    auto* column = new QVBoxLayout{card};
    column->setContentsMargins(1, 12, 1, 12);
    column->setSpacing(12);
    column->addWidget(m_preview, 1);
    auto* take = new KeyButton{tr("Take it up")};
    take->setObjectName(u"heldTake"_s);
    take->setKind(ButtonKind::Primary);
    take->setKey(Qt::Key_Return);
    connect(take, &KeyButton::clicked, this, [this] { Q_EMIT taken(markedId()); });
    auto* discard = new KeyButton{u"trash-2"_s, tr("Give it up"), Qt::Key_Delete};
    discard->setObjectName(u"heldDiscard"_s);
    discard->setKind(ButtonKind::Danger);
    connect(discard, &KeyButton::clicked, this, [this] { Q_EMIT discardRequested(markedId()); });
    auto* buttons = new QHBoxLayout;
    buttons->setContentsMargins(16, 0, 16, 0);
    for (auto* button : {take, discard}) {
        button->setAccessibleName(button->text());
        button->setHeights(56, 64);
        buttons->addWidget(button, button == take ? 1 : 0);
    }
    column->addLayout(buttons);
    return card;
}

void HeldPage::mark(std::size_t index)
{
    m_marked = index;
    for (std::size_t i = 0; i < m_buttons.size(); ++i)
        m_buttons[i]->setKind(i == index ? ButtonKind::Primary : ButtonKind::Normal);
    m_preview->setRows(m_rowsOf(m_waiting[index].sale.id));
}

void HeldPage::takeFocus()
{
    setFocus(Qt::OtherFocusReason);
}

void HeldPage::keyPressEvent(QKeyEvent* event)
{
    const int digit = event->key() - Qt::Key_1;
    switch (event->key()) {
    case Qt::Key_Escape: return Q_EMIT left();
    case Qt::Key_Return:
    case Qt::Key_Enter: return Q_EMIT taken(markedId());
    case Qt::Key_Delete: return Q_EMIT discardRequested(markedId());
    case Qt::Key_Up: return mark(m_marked > 0 ? m_marked - 1 : 0);
    case Qt::Key_Down: return mark(std::min(m_marked + 1, m_waiting.size() - 1));
    default: break;
    }
    if (digit >= 0 && digit < static_cast<int>(m_waiting.size()))
        return Q_EMIT taken(m_waiting[static_cast<std::size_t>(digit)].sale.id.value);
    QWidget::keyPressEvent(event);
}

} // namespace till
