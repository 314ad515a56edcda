#include "ui/sell/cart_header.h"

#include "ui/kit/chip.h"
#include "ui/kit/icons.h"
#include "ui/kit/key_button.h"
#include "ui/kit/paint.h"
#include "ui/kit/plain_label.h"
#include "ui/kit/theme.h"

#include <QHBoxLayout>
#include <QPainter>

namespace till {

using namespace Qt::StringLiterals;

CartHeader::CartHeader(QWidget* parent)
    : QWidget{parent}
    , m_title{new PlainLabel{{}, 16, QFont::Bold}}
    , m_detail{new PlainLabel{{}, 12, QFont::Normal, Ink::Secondary}}
    , m_chip{new Chip}
    , m_undo{new KeyButton{u"undo-2"_s, tr("Undo"), {}}}
    , m_tickPlace{new QWidget}
{
    m_title->setObjectName(u"saleTitle"_s);
    m_detail->setObjectName(u"saleDetail"_s);
    m_detail->setElided(true);
    m_chip->setObjectName(u"saleChip"_s);
    m_chip->hide();
    m_undo->setObjectName(u"undo"_s);
    m_undo->setKind(ButtonKind::Quiet);
    m_undo->setHeights(36, 44);
    m_tickPlace->hide();

    auto* row = new QHBoxLayout{this};
    row->addWidget(m_tickPlace);
    row->addWidget(m_title);
    row->addWidget(m_detail, 1);
    row->addWidget(m_chip);
    row->addWidget(m_undo);
    onTheme(this, [this] { adapt(); });
    connect(m_undo, &KeyButton::clicked, this, &CartHeader::undoRequested);
}

void CartHeader::adapt()
{
    const Tokens& t = tokens();
    setFixedHeight(t.px(44, 56));
    // Undo has no box at rest: its words, not its edge, stand at the margin.
    layout()->setContentsMargins(t.px(16), 0, t.px(m_undo->isHidden() ? 16 : 8), 1);
    layout()->setSpacing(t.px(8));
    m_tickPlace->setFixedSize(t.px(18), t.px(18));
}

void CartHeader::setSale(const QString& title, const QString& detail)
{
    m_title->setText(title);
    m_detail->setPlainText(detail);
}

void CartHeader::setPaid(bool paid)
{
    m_paid = paid;
    m_tickPlace->setVisible(paid);
    m_undo->setVisible(!paid);
    adapt();
    update();
}

void CartHeader::setChip(const QString& text, Tone tone)
{
    m_chip->setChip(text, tone);
}

void CartHeader::setUndo(bool possible, const QKeySequence& key)
{
    m_undo->setKey(key);
    m_undo->setVisible(possible && !m_paid);
    adapt();
}

void CartHeader::paintEvent(QPaintEvent*)
{
    QPainter painter{this};
    painter.setLayoutDirection(layoutDirection());
    painter.fillRect(0, height() - 1, width(), 1, tokens().colours().hair);
    if (m_paid) paintIcon(painter, m_tickPlace->geometry(), u"check"_s, tokens().colours().text);
}

} // namespace till
