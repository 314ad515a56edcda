#include "ui/sell/pay_zone.h"

#include "ui/kit/key_badge.h"
#include "ui/kit/key_button.h"
#include "ui/kit/plain_label.h"
#include "ui/kit/theme.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace till {

using namespace Qt::StringLiterals;

PayZone::PayZone(QWidget* parent)
    : QWidget{parent}
    , m_caption{new PlainLabel{{}, 12, QFont::Normal, Ink::Secondary}}
    , m_captionKey{new KeyBadge{QKeySequence{}}}
    , m_part{new KeyButton{{}, tr("Part cash"), {}}}
    , m_card{new KeyButton{u"credit-card"_s, tr("Card"), {}}}
    , m_cash{new KeyButton{u"banknote"_s, tr("Cash"), {}}}
{
    setObjectName(u"payZone"_s);
    m_part->setObjectName(u"payPartCash"_s);
    m_card->setObjectName(u"payCard"_s);
    m_cash->setObjectName(u"payCash"_s);
    m_part->setArrangement(KeyButton::Arrangement::Stacked);
    m_part->setHeights(52, 60);
    for (auto* button : {m_card, m_cash}) {
        button->setTextSize(18);
        button->setIconSizeAt100(24);
        button->setHeights(64, 72);
    }
    m_card->setKind(ButtonKind::Primary);
    m_cash->setKind(ButtonKind::Pay);
    m_cash->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_caption->setElided(true);
    m_caption->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);

    auto* captionRow = new QHBoxLayout;
    captionRow->addWidget(m_caption);
    captionRow->addWidget(m_captionKey);
    captionRow->addStretch(1);
    auto* noteRow = new QHBoxLayout;
    for (std::size_t i = 0; i < m_notes.size(); ++i) {
        auto* note = m_notes[i] = new KeyButton;
        note->setObjectName(u"payNote"_s + QString::number(i + 1));
        note->setHeights(52, 60);
        note->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        noteRow->addWidget(note, 1);
        connect(note, &KeyButton::clicked, this, [this, i] { Q_EMIT noteChosen(m_values.at(i).minor); });
    }
    noteRow->addWidget(m_part);
    auto* payRow = new QHBoxLayout;
    payRow->addWidget(m_card);
    payRow->addWidget(m_cash, 1);
    auto* column = new QVBoxLayout{this};
    column->addLayout(captionRow);
    column->addLayout(noteRow);
    column->addLayout(payRow);
    onTheme(this, [this, column, captionRow, noteRow, payRow] {
        const Tokens& t = tokens();
        column->setContentsMargins(t.px(16), t.px(3), t.px(16), t.px(12));
        column->setSpacing(t.px(8));
        captionRow->setSpacing(t.px(6));
        noteRow->setSpacing(t.px(8));
        payRow->setSpacing(t.px(8));
        m_captionKey->setFixedHeight(t.px(18));
        adapt();
    });
    connect(m_part, &KeyButton::clicked, this, &PayZone::partCashRequested);
    connect(m_card, &KeyButton::clicked, this, &PayZone::cardRequested);
    connect(m_cash, &KeyButton::clicked, this, &PayZone::cashRequested);
    setKeys({});
    setGivingBack(false);
}

void PayZone::setNotes(const std::vector<CashNote>& notes)
{
    m_values = notes;
    for (std::size_t i = 0; i < m_notes.size(); ++i) {
        const bool given = i < notes.size();
        m_notes[i]->setVisible(given);
        if (!given) continue;
        m_notes[i]->setText(notes[i].text);
        m_notes[i]->setCaption(notes[i].back);
        m_notes[i]->setAccessibleName(tr("Cash received %1").arg(notes[i].text));
    }
}

void PayZone::setCashAmount(const QString& amount)
{
    m_cash->setAmount(amount);
}

void PayZone::setPayable(bool payable)
{
    m_payable = payable;
    enable();
}

void PayZone::setGivingBack(bool back)
{
    m_givingBack = back;
    m_caption->setPlainText(back ? tr("Money goes back to the customer: in cash with")
                                 : tr("Cash received: touch a note, or type the amount and press"));
    enable();
}

void PayZone::enable()
{
    for (auto* note : m_notes) note->setEnabled(m_payable && !m_givingBack);
    for (auto* button : {m_part, m_card, m_cash}) button->setEnabled(m_payable);
}

void PayZone::setKeys(const SellKeys& keys)
{
    m_captionKey->setKey(keys.cash);
    m_part->setKey(keys.partCash);
    m_card->setKey(keys.card);
    m_cash->setKey(keys.cash);
}

void PayZone::setNarrow(bool narrow)
{
    m_narrow = narrow;
    adapt();
}

void PayZone::adapt()
{
    const Tokens& t = tokens();
    for (auto* note : m_notes) note->setTextSize(m_narrow ? 16 : 18, QFont::Bold);
    m_part->setText(m_narrow ? tr("Part", "of the sum in cash, short") : tr("Part cash"));
    m_part->setAccessibleName(tr("Part cash"));
    m_part->setTextSize(14);
    m_part->setFixedWidth(std::max(t.px(m_narrow ? 56 : 79), m_part->sizeHint().width() - t.px(16)));
    m_card->setFixedWidth(
        std::max(t.px(m_narrow ? 124 : 152), m_card->sizeHint().width() - t.px(m_narrow ? 24 : 12)));
}

} // namespace till
