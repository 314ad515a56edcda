#include "ui/sell/last_sale_strip.h"

#include "ui/kit/key_button.h"
#include "ui/kit/paint.h"
#include "ui/kit/plain_label.h"
#include "ui/kit/theme.h"

#include <QGridLayout>
#include <QPainter>

namespace till {

using namespace Qt::StringLiterals;

LastSaleStrip::LastSaleStrip(QWidget* parent)
    : QWidget{parent}
    , m_what{new PlainLabel{{}, 12, QFont::Normal, Ink::Secondary}}
    , m_amount{new PlainLabel{{}, 14, QFont::Bold}}
    , m_change{new PlainLabel{{}, 12, QFont::DemiBold, Ink::Secondary}}
    , m_print{new KeyButton{u"printer"_s, tr("Print again"), {}}}
{
    m_what->setObjectName(u"lastSale"_s);
    m_amount->setObjectName(u"lastSaleAmount"_s);
    m_print->setObjectName(u"printAgain"_s);
    m_print->setHeights(36, 44);
    m_what->setElided(true);
    m_change->setElided(true);
    auto* grid = new QGridLayout{this};
    grid->addWidget(m_what, 0, 0, 1, 2, Qt::AlignBottom);
    grid->addWidget(m_amount, 1, 0, Qt::AlignTop);
    grid->addWidget(m_change, 1, 1, Qt::AlignVCenter);
    grid->addWidget(m_print, 0, 2, 2, 1, Qt::AlignVCenter);
    grid->setColumnStretch(1, 1);
    onTheme(this, [this, grid] {
        const Tokens& t = tokens();
        setFixedHeight(t.px(52, 60));
        grid->setContentsMargins(t.px(16), t.px(5), t.px(8), t.px(5));
        grid->setHorizontalSpacing(t.px(8));
        grid->setVerticalSpacing(0);
    });
    connect(m_print, &KeyButton::clicked, this, &LastSaleStrip::printAgainRequested);
}

void LastSaleStrip::setSale(const LastSale& sale)
{
    m_what->setPlainText(sale.what);
    m_amount->setText(sale.amount);
    m_change->setPlainText(sale.change);
}

void LastSaleStrip::setKey(const QKeySequence& printAgain)
{
    m_print->setKey(printAgain);
}

void LastSaleStrip::paintEvent(QPaintEvent*)
{
    QPainter painter{this};
    paintBox(painter, rect(), tokens().px(8), tokens().colours().surface2, {});
}

} // namespace till
