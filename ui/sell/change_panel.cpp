#include "ui/sell/change_panel.h"

#include "ui/kit/icon_label.h"
#include "ui/kit/key_button.h"
#include "ui/kit/paint.h"
#include "ui/kit/plain_label.h"
#include "ui/kit/surface.h"
#include "ui/kit/theme.h"
#include "ui/sell/coin_row.h"

#include <QAccessible>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QPainter>
#include <QShortcut>
#include <QVBoxLayout>

namespace till {

using namespace Qt::StringLiterals;

namespace {

// A rule in the colour of the words around it.
class InkRule : public QWidget {
public:
    InkRule() { setFixedHeight(1); }

protected:
    void paintEvent(QPaintEvent*) override { QPainter{this}.fillRect(rect(), tokens().colours().onOk); }
};

} // namespace

ChangePanel::ChangePanel(QWidget* parent)
    : QWidget{parent}
    , m_toPayLabel{new PlainLabel{{}, 20, QFont::Normal, Ink::OnOk}}
    , m_toPay{new PlainLabel{{}, 20, QFont::Normal, Ink::OnOk}}
    , m_receivedLabel{new PlainLabel{{}, 20, QFont::Normal, Ink::OnOk}}
    , m_received{new PlainLabel{{}, 20, QFont::Normal, Ink::OnOk}}
    , m_changeLabel{new PlainLabel{{}, 32, QFont::Bold, Ink::OnOk}}
    , m_change{new PlainLabel{{}, 56, QFont::Bold, Ink::OnOk}}
    , m_give{new PlainLabel{tr("Give back, largest first"), 14, QFont::Normal, Ink::OnOk}}
    , m_coins{new CoinRow}
    , m_receiptTitle{new PlainLabel{{}, 12, QFont::Normal, Ink::Secondary}}
    , m_receiptState{new PlainLabel{{}, 12, QFont::Normal, Ink::Secondary}}
    , m_saved{new PlainLabel{{}, 12, QFont::Normal, Ink::Secondary}}
    , m_receipt{new KeyButton{u"receipt-text"_s, tr("Show receipt"), {}}}
    , m_done{new KeyButton{u"check"_s, tr("Next sale"), Qt::Key_Enter}}
    , m_mail{new KeyButton{u"mail"_s, tr("E-mail"), QKeySequence{u"Ctrl+E"_s}}}
    , m_gift{new KeyButton{u"gift"_s, tr("Gift receipt"), QKeySequence{u"Ctrl+G"_s}}}
{
    setObjectName(u"changePanel"_s);
    m_change->setObjectName(u"changeAmount"_s);
    m_changeLabel->setObjectName(u"changeLabel"_s);
    m_receiptState->setObjectName(u"receiptState"_s);
    m_receivedLabel->setObjectName(u"receivedLabel"_s);
    m_receivedLabel->setWordWrap(true);

    m_receipt->setObjectName(u"paidReceipt"_s);
    m_receipt->setKind(ButtonKind::Primary);
    m_done->setObjectName(u"paidDone"_s);
    auto* actions = new QHBoxLayout;
    for (auto* button : {m_receipt, m_done}) {
        button->setTextSize(14);
        button->setHeights(56, 64);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        actions->addWidget(button, 1);
    }
    m_mail->setObjectName(u"paidMail"_s);
    m_gift->setObjectName(u"paidGift"_s);
    auto* others = new QHBoxLayout;
    for (auto* button : {m_mail, m_gift}) {
        button->setAccessibleName(button->text());
        button->setHeights(36, 56);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        others->addWidget(button, 1);
    }
    // A letter alone could be the first of a name: these start a program, or use paper up.
    for (auto* button : {m_mail, m_gift}) {
        auto* shortcut = new QShortcut{button->key(), this};
        connect(shortcut, &QShortcut::activated, button, &KeyButton::click);
    }
    connect(m_mail, &KeyButton::clicked, this, &ChangePanel::mailRequested);
    connect(m_gift, &KeyButton::clicked, this, &ChangePanel::giftRequested);
    connect(m_receipt, &KeyButton::clicked, this, &ChangePanel::receiptRequested);
    connect(m_done, &KeyButton::clicked, this, &ChangePanel::done);
    auto* receiptRow = new QHBoxLayout;
    receiptRow->addWidget(m_receiptTitle);
    receiptRow->addStretch(1);
    receiptRow->addWidget(m_receiptState);

    auto* middle = new QVBoxLayout;
    middle->addWidget(buildSum(), 1);
    middle->addLayout(receiptRow);
    middle->addLayout(actions);
    middle->addLayout(others);
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(middle, 1);
    column->addWidget(buildNext());
    onTheme(this, [middle, actions, others, receiptRow] {
        const Tokens& t = tokens();
        middle->setContentsMargins(t.px(16), t.px(16), t.px(16), t.px(12));
        middle->setSpacing(t.px(8));
        actions->setSpacing(t.px(8));
        others->setSpacing(t.px(8));
        receiptRow->setContentsMargins(0, t.px(6), 0, 0);
    });
}

QWidget* ChangePanel::buildSum()
{
    auto* box = new Surface{Surface::Fill::Ok, Surface::Edge::None, 10};
    auto* grid = new QGridLayout{box};
    grid->addWidget(m_toPayLabel, 1, 0);
    grid->addWidget(m_toPay, 1, 1, Qt::AlignTrailing);
    grid->addWidget(m_receivedLabel, 2, 0);
    grid->addWidget(m_received, 2, 1, Qt::AlignTrailing);
    grid->addWidget(new InkRule, 4, 0, 1, 2);
    auto* change = new QHBoxLayout;
    change->addWidget(m_changeLabel, 1, Qt::AlignBottom);
    change->addWidget(m_change);
    grid->addLayout(change, 6, 0, 1, 2);
    grid->addWidget(m_give, 8, 0, 1, 2);
    grid->addWidget(m_coins, 9, 0, 1, 2);
    grid->setColumnStretch(0, 1);
    grid->setRowStretch(0, 1);
    grid->setRowStretch(10, 1);
    onTheme(box, [this, grid, change] {
        const Tokens& t = tokens();
        change->setSpacing(t.px(12));
        grid->setContentsMargins(t.px(24), t.px(16), t.px(24), t.px(16));
        grid->setVerticalSpacing(t.px(6));
        grid->setRowMinimumHeight(3, t.px(8));
        grid->setRowMinimumHeight(7, t.px(16));
        m_changeLabel->setContentsMargins(0, 0, 0, t.px(10));
    });
    return box;
}

QWidget* ChangePanel::buildNext()
{
    auto* bar = new Surface{Surface::Fill::None, Surface::Edge::Top};
    auto* row = new QHBoxLayout{bar};
    auto* words = new QVBoxLayout;
    words->addStretch(1);
    words->addWidget(new PlainLabel{tr("The next scan starts the next sale"), 18, QFont::DemiBold});
    words->addWidget(m_saved);
    words->addStretch(1);
    row->addWidget(new IconLabel{u"scan-barcode"_s, 32, Ink::Primary});
    row->addLayout(words, 1);
    onTheme(bar, [bar, row, words] {
        const Tokens& t = tokens();
        bar->setFixedHeight(t.px(72));
        row->setContentsMargins(t.px(16), 0, t.px(16), 0);
        row->setSpacing(t.px(16));
        words->setSpacing(0);
    });
    return bar;
}

void ChangePanel::setSale(const PaidSale& sale)
{
    const bool hasChange = !sale.change.isEmpty();
    m_toPayLabel->setText(sale.toPayLabel);
    m_toPay->setText(sale.toPay);
    m_receivedLabel->setText(sale.receivedLabel);
    m_received->setText(sale.received);
    m_changeLabel->setText(sale.changeLabel);
    m_change->setText(sale.change);
    m_change->setVisible(hasChange);
    m_give->setVisible(!sale.coins.empty());
    m_coins->setVisible(!sale.coins.empty());
    m_coins->setCoins(sale.coins);
    fitChange();
    m_receiptTitle->setText(sale.receiptTitle);
    m_receiptState->setText(sale.receiptState);
    m_saved->setText(sale.saved);
    setAccessibleName(m_changeLabel->text() + u' ' + sale.change);
    QAccessibleEvent event{this, QAccessible::Alert};
    QAccessible::updateAccessibility(&event);
}

/// Where both do not fit the words give way first: the sum is what the hand is looking for.
void ChangePanel::fitChange()
{
    const auto widthOf = [](const QLabel& label, int size) {
        return textWidth(tokens().font(size, QFont::Bold), label.text());
    };
    const bool hasSum = !m_change->text().isEmpty();
    const int room = width() - tokens().px(80) - (hasSum ? tokens().px(16) : 0);
    const auto taken = [&](int words, int sum) {
        return widthOf(*m_changeLabel, words) + (hasSum ? widthOf(*m_change, sum) : 0);
    };
    int words = 32;
    while (words > 20 && taken(words, 44) > room) words -= 2;
    int sum = 56;
    while (sum > 28 && taken(words, sum) > room) sum -= 4;
    m_changeLabel->setLook(words, QFont::Bold, Ink::OnOk);
    m_changeLabel->setWordWrap(taken(words, sum) > room);
    m_change->setLook(sum, QFont::Bold, Ink::OnOk);
}

void ChangePanel::resizeEvent(QResizeEvent*)
{
    fitChange();
}

void ChangePanel::setKeys(const SellKeys& keys)
{
    m_printAgain = keys.printAgain;
    setPrinting(m_printing);
}

void ChangePanel::setPrinting(Printing printing)
{
    m_printing = printing;
    const bool isAsked = printing == Printing::Asked;
    m_receipt->setIconName(printing == Printing::No ? u"receipt-text"_s : u"printer"_s);
    m_receipt->setText(printing == Printing::No ? tr("Show receipt")
                       : isAsked                ? tr("Print")
                                                : tr("Print again"));
    m_receipt->setKey(isAsked ? QKeySequence{Qt::Key_P} : m_printAgain);
    m_receipt->setKind(printing == Printing::Ordered ? ButtonKind::Normal : ButtonKind::Primary);
    m_done->setText(isAsked ? tr("No receipt") : tr("Next sale"));
    for (auto* button : {m_receipt, m_done}) button->setAccessibleName(button->text());
}

void ChangePanel::setReceiptState(const QString& words)
{
    m_receiptState->setText(words);
}

} // namespace till
