#include "ui/sell/totals_block.h"

#include "ui/kit/paint.h"
#include "ui/kit/plain_label.h"
#include "ui/kit/theme.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace till {

using namespace Qt::StringLiterals;

TotalsBlock::TotalsBlock(QWidget* parent)
    : QWidget{parent}
    , m_count{new PlainLabel{{}, 12, QFont::Normal, Ink::Secondary}}
    , m_taxes{new PlainLabel{{}, 12, QFont::Normal, Ink::Secondary}}
    , m_savings{new PlainLabel{{}, 12, QFont::DemiBold, Ink::OnOk}}
    , m_label{new PlainLabel{{}, 16, QFont::DemiBold, Ink::Secondary}}
    , m_amount{new PlainLabel{{}, 44, QFont::Bold}}
{
    setObjectName(u"totals"_s);
    m_count->setObjectName(u"totalsCount"_s);
    m_taxes->setObjectName(u"totalsTaxes"_s);
    m_savings->setObjectName(u"totalsSavings"_s);
    m_label->setObjectName(u"totalsLabel"_s);
    m_amount->setObjectName(u"totalsAmount"_s);
    auto* left = new QVBoxLayout;
    left->setSpacing(0);
    for (auto* label : {m_count, m_taxes, m_savings}) {
        label->setElided(true);
        left->addWidget(label);
    }
    left->addStretch(1);
    auto* row = new QHBoxLayout{this};
    row->addLayout(left, 1);
    row->addWidget(m_label, 0, Qt::AlignBottom);
    row->addWidget(m_amount, 0, Qt::AlignVCenter);
    onTheme(this, [this, row, left] {
        const Tokens& t = tokens();
        setFixedHeight(t.px(68));
        row->setContentsMargins(t.px(16), 1, t.px(16), 0);
        row->setSpacing(t.px(12));
        left->setContentsMargins(0, t.px(7), 0, 0);
        for (auto* label : {m_count, m_taxes, m_savings}) label->setFixedHeight(t.px(18));
        m_label->setContentsMargins(0, 0, 0, t.px(8));
        fitAmount();
        fitWords();
    });
}

void TotalsBlock::setTotals(const CartTotals& totals)
{
    const bool newAmount = m_totals.amount != totals.amount;
    m_totals = totals;
    m_label->setText(totals.label);
    m_amount->setText(totals.amount);
    m_amount->setAccessibleName(totals.label + u' ' + totals.amount);
    fitAmount();
    fitWords();
    if (!newAmount) return;
    QAccessibleValueChangeEvent event{m_amount, totals.amount};
    QAccessible::updateAccessibility(&event);
}

void TotalsBlock::fitWords()
{
    const int figures = m_label->sizeHint().width() + m_amount->sizeHint().width();
    const int room = width() - tokens().px(16 + 16 + 12 + 12) - figures;
    const QFont small = tokens().font(12);
    const auto fitting = [&](const QString& words, const QString& few) {
        return textWidth(small, words) <= room ? words : few;
    };
    m_count->setPlainText(fitting(m_totals.count, m_totals.countShort));
    m_taxes->setPlainText(fitting(m_totals.taxes, m_totals.taxesShort));
    m_savings->setPlainText(m_totals.savings);
}

void TotalsBlock::fitAmount()
{
    // A total of eight figures still fits; the words beside it give way first.
    const int room = width() - tokens().px(16 + 16 + 12 + 60) - m_label->sizeHint().width();
    int size = 44;
    while (size > 24 && textWidth(tokens().font(size, QFont::Bold), m_amount->text()) > room) size -= 4;
    const Ink ink = m_totals.count.isEmpty() ? Ink::Secondary : Ink::Text;
    m_amount->setLook(size, QFont::Bold, ink);
}

void TotalsBlock::resizeEvent(QResizeEvent*)
{
    fitAmount();
    fitWords();
}

void TotalsBlock::paintEvent(QPaintEvent*)
{
    QPainter{this}.fillRect(0, 0, width(), 1, tokens().colours().hair);
}

} // namespace till
