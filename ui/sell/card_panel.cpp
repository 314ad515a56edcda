#include "ui/sell/card_panel.h"

#include "ui/kit/icon_label.h"
#include "ui/kit/key_button.h"
#include "ui/kit/plain_label.h"
#include "ui/kit/surface.h"
#include "ui/kit/theme.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QVBoxLayout>

namespace till {

using namespace Qt::StringLiterals;

CardPanel::CardPanel(QWidget* parent)
    : QWidget{parent}
    , m_amount{new PlainLabel{{}, 44, QFont::Bold}}
    , m_words{new PlainLabel{{}, 24, QFont::Bold}}
    , m_detail{new PlainLabel{{}, 16, QFont::Normal, Ink::Secondary}}
    , m_cancel{new KeyButton{{}, tr("Cancel the payment"), Qt::Key_Delete}}
    , m_ask{new KeyButton{u"refresh-cw"_s, tr("Ask the terminal"), Qt::Key_Return}}
    , m_charged{new KeyButton{{}, tr("It was charged"), {}}}
    , m_notCharged{new KeyButton{{}, tr("It was not charged"), {}}}
    , m_back{new KeyButton{u"arrow-left"_s, tr("Back to items"), Qt::Key_Escape}}
{
    setObjectName(u"cardPanel"_s);
    setFocusPolicy(Qt::StrongFocus);
    m_amount->setObjectName(u"cardAmount"_s);
    m_words->setObjectName(u"cardWords"_s);
    m_detail->setObjectName(u"cardDetail"_s);
    m_words->setWordWrap(true);
    m_detail->setWordWrap(true);
    m_cancel->setObjectName(u"cardCancel"_s);
    m_ask->setObjectName(u"cardAsk"_s);
    m_charged->setObjectName(u"cardCharged"_s);
    m_notCharged->setObjectName(u"cardNotCharged"_s);
    m_back->setObjectName(u"cardBack"_s);
    m_cancel->setKind(ButtonKind::Danger);
    m_ask->setKind(ButtonKind::Primary);
    auto* head = new QHBoxLayout;
    auto* icon = new IconLabel{u"credit-card"_s, 56, Ink::Primary};
    head->addWidget(icon);
    head->addWidget(m_amount, 1);
    auto* decide = new QHBoxLayout;
    decide->addWidget(m_charged, 1);
    decide->addWidget(m_notCharged, 1);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_back);
    buttons->addStretch(1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_ask);
    for (auto* button : {m_cancel, m_ask, m_charged, m_notCharged, m_back}) {
        button->setHeights(56, 64);
        button->setTextSize(14);
    }
    for (auto* button : {m_charged, m_notCharged})
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    auto* card = Surface::card();
    auto* column = new QVBoxLayout{card};
    column->addLayout(head);
    column->addWidget(m_words);
    column->addWidget(m_detail);
    column->addLayout(decide);
    column->addLayout(buttons);
    auto* outer = new QVBoxLayout{this};
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(card);
    outer->addStretch(1);
    onTheme(this, [column, head, decide, buttons] {
        const Tokens& t = tokens();
        column->setContentsMargins(t.px(24), t.px(24), t.px(24), t.px(24));
        column->setSpacing(t.px(16));
        head->setSpacing(t.px(16));
        decide->setSpacing(t.px(8));
        buttons->setSpacing(t.px(8));
    });
    connect(m_cancel, &KeyButton::clicked, this, &CardPanel::cancelRequested);
    connect(m_ask, &KeyButton::clicked, this, &CardPanel::askRequested);
    connect(m_charged, &KeyButton::clicked, this, [this] { Q_EMIT chargedDecided(true); });
    connect(m_notCharged, &KeyButton::clicked, this, [this] { Q_EMIT chargedDecided(false); });
    connect(m_back, &KeyButton::clicked, this, &CardPanel::left);
}

void CardPanel::showPayment(const View& view)
{
    m_amount->setText(view.amount);
    const bool news = m_words->text() != view.words;
    m_words->setText(view.words);
    m_detail->setText(view.detail);
    m_detail->setVisible(!view.detail.isEmpty());
    m_cancel->setVisible(view.isUnderWay && !view.isUnknown);
    m_ask->setVisible(view.isUnknown && view.canAsk);
    m_ask->setEnabled(!view.isUnderWay);
    for (auto* button : {m_charged, m_notCharged}) {
        button->setVisible(view.isUnknown);
        button->setEnabled(!view.isUnderWay);
    }
    if (!news) return;
    setAccessibleName(view.words);
    QAccessibleEvent event{this, QAccessible::Alert};
    QAccessible::updateAccessibility(&event);
}

void CardPanel::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT left();
    else if (event->key() == Qt::Key_Delete && m_cancel->isVisibleTo(this))
        Q_EMIT cancelRequested();
    else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && m_ask->isVisibleTo(this) &&
             m_ask->isEnabled())
        Q_EMIT askRequested();
    else
        QWidget::keyPressEvent(event);
}

} // namespace till
