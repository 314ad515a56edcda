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
{
    setObjectName(u"changePanel"_s);
    m_change->setObjectName(u"changeAmount"_s);
    m_changeLabel->setObjectName(u"changeLabel"_s);
    m_receiptState->setObjectName(u"receiptState"_s);

    struct Entry {
        QString id, icon, word;
        QKeySequence key;
        ButtonKind kind;
    };
    const std::vector<Entry> entries{
        {u"paidPrint"_s, u"printer"_s, tr("Print"), QKeySequence{Qt::Key_P}, ButtonKind::Primary},
        {u"paidEmail"_s, u"mail"_s, tr("E-mail"), QKeySequence{Qt::Key_E}, ButtonKind::Normal},
        {u"paidNone"_s, {}, tr("None", "no receipt"), QKeySequence{Qt::Key_Enter}, ButtonKind::Normal},
        {u"paidGift"_s, {}, tr("Gift receipt"), QKeySequence{Qt::Key_G}, ButtonKind::Normal},
        {u"paidInvoice"_s, {}, tr("Invoice"), QKeySequence{Qt::Key_I}, ButtonKind::Normal},
        {u"paidReturn"_s, u"undo-2"_s, tr("Return"), QKeySequence{Qt::Key_F8}, ButtonKind::Normal},
    };
    auto* first = new QHBoxLayout;
    auto* second = new QHBoxLayout;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        auto* button = new KeyButton{entries[i].icon, entries[i].word, entries[i].key};
        button->setObjectName(entries[i].id);
        button->setKind(entries[i].kind);
        button->setHeights(i < 3 ? 56 : 36, i < 3 ? 64 : 48);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        (i < 3 ? first : second)->addWidget(button, 1);
        connect(
            button, &KeyButton::clicked, this, [this, i] { Q_EMIT actionRequested(static_cast<Action>(i)); });
        m_actions.push_back(button);
    }
    auto* receiptRow = new QHBoxLayout;
    receiptRow->addWidget(m_receiptTitle);
    receiptRow->addStretch(1);
    receiptRow->addWidget(m_receiptState);

    auto* middle = new QVBoxLayout;
    middle->addWidget(buildSum(), 1);
    middle->addLayout(receiptRow);
    middle->addLayout(first);
    middle->addLayout(second);
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(middle, 1);
    column->addWidget(buildNext());
    onTheme(this, [middle, first, second, receiptRow] {
        const Tokens& t = tokens();
        middle->setContentsMargins(t.px(16), t.px(16), t.px(16), t.px(12));
        middle->setSpacing(t.px(8));
        first->setSpacing(t.px(8));
        second->setSpacing(t.px(8));
        receiptRow->setContentsMargins(0, t.px(6), 0, 0);
    });
}

QWidget* ChangePanel::buildSum()
{
    auto* box = new Surface{Surface::Fill::Ok, Surface::Edge::None, 10};
    auto* grid = new QGridLayout{box};
    auto* toPayLabel = new PlainLabel{tr("To pay"), 20, QFont::Normal, Ink::OnOk};
    grid->addWidget(toPayLabel, 1, 0);
    grid->addWidget(m_toPay, 1, 1, Qt::AlignTrailing);
    grid->addWidget(m_receivedLabel, 2, 0);
    grid->addWidget(m_received, 2, 1, Qt::AlignTrailing);
    grid->addWidget(new InkRule, 4, 0, 1, 2);
    grid->addWidget(m_changeLabel, 6, 0, Qt::AlignBottom);
    grid->addWidget(m_change, 6, 1, Qt::AlignTrailing);
    grid->addWidget(m_give, 8, 0, 1, 2);
    grid->addWidget(m_coins, 9, 0, 1, 2);
    grid->setColumnStretch(0, 1);
    grid->setRowStretch(0, 1);
    grid->setRowStretch(10, 1);
    onTheme(box, [this, grid] {
        const Tokens& t = tokens();
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
    m_toPay->setText(sale.toPay);
    m_receivedLabel->setText(sale.receivedLabel);
    m_received->setText(sale.received);
    m_changeLabel->setText(hasChange ? tr("Change") : sale.doneWords);
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

void ChangePanel::fitChange()
{
    const int room = width() - tokens().px(96) - m_changeLabel->sizeHint().width();
    int size = 56;
    while (size > 28 && textWidth(tokens().font(size, QFont::Bold), m_change->text()) > room) size -= 4;
    m_change->setLook(size, QFont::Bold, Ink::OnOk);
}

void ChangePanel::resizeEvent(QResizeEvent*)
{
    fitChange();
}

void ChangePanel::setReceiptState(const QString& words)
{
    m_receiptState->setText(words);
}

void ChangePanel::setActionShown(Action action, bool shown)
{
    m_actions[static_cast<std::size_t>(action)]->setVisible(shown);
}

} // namespace till
