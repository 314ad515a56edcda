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
    , m_waiting{new KeyButton}
    , m_customer{new KeyButton{u"user"_s, {}, {}}}
    , m_newSale{new KeyButton{u"plus"_s, {}, {}}}
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
    m_waiting->setObjectName(u"codesWaiting"_s);
    m_waiting->setKind(ButtonKind::Warn);
    m_waiting->setHeights(28, 44);
    m_waiting->hide();
    m_customer->setObjectName(u"saleCustomer"_s);
    m_newSale->setObjectName(u"newSale"_s);
    m_newSale->setAccessibleName(tr("New sale beside this one"));
    for (auto* button : {m_customer, m_newSale}) {
        button->setKind(ButtonKind::Quiet);
        button->setHeights(36, 44);
    }
    m_customer->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_tickPlace->hide();

    auto* row = new QHBoxLayout{this};
    row->addWidget(m_tickPlace);
    row->addWidget(m_title);
    row->addWidget(m_detail, 1);
    row->addWidget(m_chip);
    row->addWidget(m_waiting);
    row->addWidget(m_customer);
    row->addWidget(m_newSale);
    row->addWidget(m_undo);
    onTheme(this, [this] { adapt(); });
    connect(m_undo, &KeyButton::clicked, this, &CartHeader::undoRequested);
    connect(m_customer, &KeyButton::clicked, this, &CartHeader::customerRequested);
    connect(m_newSale, &KeyButton::clicked, this, &CartHeader::newSaleRequested);
    connect(m_waiting, &KeyButton::clicked, this, &CartHeader::waitingRequested);
    setCustomer({});
}

void CartHeader::adapt()
{
    const Tokens& t = tokens();
    setFixedHeight(t.px(44, 56));
    // Undo has no box at rest: its words, not its edge, stand at the margin.
    layout()->setContentsMargins(t.px(16), 0, t.px(m_undo->isHidden() ? 16 : 8), 1);
    layout()->setSpacing(t.px(8));
    m_customer->setMaximumWidth(m_customer->text().isEmpty() ? t.px(40, 48) : t.px(170));
    m_newSale->setMaximumWidth(t.px(40, 48));
    for (auto* button : {m_customer, m_newSale}) button->setMinimumWidth(t.isTouch() ? t.px(44) : 0);
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
    m_customer->setVisible(!paid);
    m_newSale->setVisible(!paid);
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

void CartHeader::setCustomer(const QString& name)
{
    m_customer->setText(name);
    m_customer->setAccessibleName(name.isEmpty() ? tr("Customer") : tr("Customer: %1").arg(name));
    m_detail->setVisible(name.isEmpty());
    adapt();
}

void CartHeader::setWaiting(int codes)
{
    m_waiting->setText(tr("%n code(s) wait", nullptr, codes));
    m_waiting->setAccessibleName(m_waiting->text());
    m_waiting->setVisible(codes > 0);
}

void CartHeader::setNarrow(bool narrow)
{
    m_undo->setIconShown(!narrow);
}

void CartHeader::setKeys(const QKeySequence& customer, const QKeySequence& newSale)
{
    const auto tip = [](KeyButton& button, const QString& words, const QKeySequence& key) {
        setPlainToolTip(button, words + u"  "_s + key.toString(QKeySequence::NativeText));
    };
    tip(*m_customer, tr("Whose sale it is"), customer);
    tip(*m_newSale, tr("New sale beside this one"), newSale);
}

void CartHeader::paintEvent(QPaintEvent*)
{
    QPainter painter{this};
    painter.setLayoutDirection(layoutDirection());
    painter.fillRect(0, height() - 1, width(), 1, tokens().colours().hair);
    if (m_paid) paintIcon(painter, m_tickPlace->geometry(), u"check"_s, tokens().colours().text);
}

} // namespace till
