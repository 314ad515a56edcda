#include "ui/sell/held_page.h"

#include "ui/kit/key_button.h"
#include "ui/kit/plain_label.h"

#include <QKeyEvent>
#include <QScrollArea>
#include <QVBoxLayout>

namespace till {

using namespace Qt::StringLiterals;

HeldPage::HeldPage(const std::vector<HeldCart>& waiting, const Formats& formats, const ShopCalendar& calendar,
    QWidget* parent)
    : QWidget{parent}
    , m_waiting{waiting}
{
    setObjectName(u"heldPage"_s);
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(new PlainLabel{tr("Sales on hold"), 24, QFont::Bold});
    auto* list = new QWidget;
    auto* rows = new QVBoxLayout{list};
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(8);
    int digit = 1;
    for (const auto& cart : waiting) {
        auto* button = new KeyButton{QString::fromStdString(cart.label)};
        button->setObjectName(u"held%1"_s.arg(cart.id.value));
        button->setAccessibleName(button->text());
        button->setAmount(formats.moneyWithSymbol(cart.total));
        button->setCaption(
            tr("%1, %n line(s)", nullptr, cart.lines).arg(formats.time(calendar.at(cart.since))));
        button->setHeights(72, 72);
        if (digit <= 9) button->setKey(QKeySequence{static_cast<Qt::Key>(Qt::Key_0 + digit++)});
        connect(button, &KeyButton::clicked, this, [this, id = cart.id.value] { Q_EMIT taken(id); });
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
    column->addWidget(scroll, 1);
    auto* back = new KeyButton{u"arrow-left"_s, tr("Back to the sale"), Qt::Key_Escape};
    back->setObjectName(u"heldBack"_s);
    back->setAccessibleName(back->text());
    connect(back, &KeyButton::clicked, this, &HeldPage::left);
    column->addWidget(back, 0, Qt::AlignLeft);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Sales on hold"));
}

void HeldPage::takeFocus()
{
    setFocus(Qt::OtherFocusReason);
}

void HeldPage::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) return Q_EMIT left();
    const int index = event->key() - Qt::Key_1;
    const bool first = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (first || (index >= 0 && index < static_cast<int>(m_waiting.size()))) {
        return Q_EMIT taken(m_waiting[first ? 0 : static_cast<std::size_t>(index)].id.value);
    }
    QWidget::keyPressEvent(event);
}

} // namespace till
