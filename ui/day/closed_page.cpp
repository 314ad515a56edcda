#include "ui/day/closed_page.h"

#include "ui/day/figure_list.h"
#include "ui/kit/chip.h"
#include "ui/kit/key_button.h"
#include "ui/kit/page_head.h"
#include "ui/kit/plain_label.h"
#include "ui/kit/surface.h"
#include "ui/kit/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QVBoxLayout>

namespace till {

using namespace Qt::StringLiterals;

ClosedPage::ClosedPage(const Formats& formats, QWidget* parent)
    : QWidget{parent}
    , m_formats{formats}
    , m_difference{new PlainLabel{{}, 44, QFont::Bold}}
    , m_verdict{new Chip}
    , m_figures{new FigureList}
    , m_done{new KeyButton{u"check"_s, tr("Done"), Qt::Key_Return}}
{
    setObjectName(u"closedPage"_s);
    m_difference->setObjectName(u"closeDifference"_s);
    m_figures->setObjectName(u"closeFigures"_s);
    m_figures->setAccessibleName(tr("Expected and counted"));
    auto* card = Surface::card();
    auto* inCard = new QVBoxLayout{card};
    inCard->addWidget(new PlainLabel{tr("Difference"), 12, QFont::DemiBold, Ink::Secondary});
    inCard->addWidget(m_difference);
    inCard->addWidget(m_verdict, 0, Qt::AlignLeft);
    inCard->addWidget(m_figures);
    auto* backup = new KeyButton{u"wallet"_s, tr("Backup now"), QKeySequence{}};
    backup->setObjectName(u"closedBackup"_s);
    m_done->setObjectName(u"closedDone"_s);
    m_done->setKind(ButtonKind::Primary);
    auto* row = new QHBoxLayout;
    row->addStretch(1);
    for (auto* button : {backup, m_done}) {
        button->setAccessibleName(button->text());
        button->setHeights(40, 56);
        row->addWidget(button);
    }
    inCard->addLayout(row);
    auto* middle = new QHBoxLayout;
    middle->addStretch(1);
    middle->addWidget(card, 10);
    middle->addStretch(1);
    auto* column = new QVBoxLayout{this};
    column->addWidget(new PageHead{tr("The till is closed")});
    column->addLayout(middle);
    column->addStretch(1);
    onTheme(this, [card, inCard, column, row] {
        const Tokens& t = tokens();
        card->setMaximumWidth(t.px(560));
        inCard->setContentsMargins(t.px(24), t.px(24), t.px(24), t.px(24));
        inCard->setSpacing(t.px(12));
        column->setContentsMargins(t.px(16), t.px(16), t.px(16), t.px(16));
        column->setSpacing(t.px(12));
        row->setSpacing(t.px(8));
    });
    connect(backup, &KeyButton::clicked, this, &ClosedPage::backupRequested);
    connect(m_done, &KeyButton::clicked, this, &ClosedPage::left);
    setFocusPolicy(Qt::ClickFocus);
    setAccessibleName(tr("The till is closed"));
}

void ClosedPage::show(const ClosedShift& shift)
{
    const bool exact = shift.difference.isZero();
    m_difference->setInk(shift.difference.isNegative() ? Ink::Danger : Ink::Text);
    m_difference->setText(m_formats.difference(shift.difference));
    const auto amount = m_formats.money(shift.difference.isNegative() ? -shift.difference : shift.difference);
    m_verdict->setChip(exact                           ? tr("exact")
                       : shift.difference.isNegative() ? tr("%1 short").arg(amount)
                                                       : tr("%1 too much").arg(amount),
        exact                           ? Tone::Ok
        : shift.difference.isNegative() ? Tone::Bad
                                        : Tone::Warn);
    using Kind = FigureList::Kind;
    m_figures->setRows({{tr("In the drawer at the start"), m_formats.money(shift.cash.openingFloat)},
        {tr("Cash taken"), m_formats.difference(shift.cash.cashSales)},
        {tr("Cash given back"), m_formats.difference(-shift.cash.cashRefunds)},
        {tr("Expected"), m_formats.moneyWithSymbol(shift.cash.expected), Kind::Total},
        {tr("Counted"), m_formats.moneyWithSymbol(shift.counted)},
        {tr("Difference"), m_formats.difference(shift.difference),
            shift.difference.isNegative() ? Kind::Danger : Kind::Total},
        {tr("Stays in the drawer"), m_formats.money(shift.left)},
        {tr("Taken out"), m_formats.money(shift.counted - shift.left)}});
}

void ClosedPage::takeFocus()
{
    setFocus(Qt::OtherFocusReason);
}

void ClosedPage::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Escape: return Q_EMIT left();
    default: QWidget::keyPressEvent(event);
    }
}

} // namespace till
