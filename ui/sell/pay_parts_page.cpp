#include "ui/sell/pay_parts_page.h"

#include "ui/kit/key_button.h"
#include "ui/kit/number_pad.h"
#include "ui/kit/paint.h"
#include "ui/kit/plain_label.h"
#include "ui/kit/surface.h"
#include "ui/kit/theme.h"
#include "ui/sell/amount_box.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QVBoxLayout>

#include <functional>
#include <utility>

namespace till {

using namespace Qt::StringLiterals;

namespace {

// What stands above and around the parts, as high as it is at 100 %.
constexpr int kHead = 52;
constexpr int kHeadTouch = 56;
constexpr int kGap = 12;
constexpr int kTotal = 44;
constexpr int kLeft = 76;

/// Takes keys before the field that has the focus does.
class KeysBefore : public QObject {
public:
    KeysBefore(QObject& field, std::function<bool(const QKeyEvent&)> take)
        : QObject{&field}
        , m_take{std::move(take)}
    {
        field.installEventFilter(this);
    }

protected:
    bool eventFilter(QObject*, QEvent* event) override
    {
        return event->type() == QEvent::KeyPress && m_take(*static_cast<QKeyEvent*>(event));
    }

private:
    std::function<bool(const QKeyEvent&)> m_take;
};

} // namespace

PayPartsPage::PayPartsPage(QChar decimalSign, QWidget* parent)
    : QWidget{parent}
    , m_back{new KeyButton{u"arrow-left"_s, tr("Back to items"), {}}}
    , m_safe{new PlainLabel{{}, 12, QFont::Normal, Ink::Secondary}}
    , m_title{new PlainLabel{{}, 24, QFont::Bold}}
    , m_totalLabel{new PlainLabel{{}, 16, QFont::Normal, Ink::Secondary}}
    , m_leftLabel{new PlainLabel{{}, 18, QFont::DemiBold}}
    , m_leftHint{new PlainLabel{{}, 12, QFont::Normal, Ink::Secondary}}
    , m_total{new PlainLabel{{}, 18, QFont::DemiBold}}
    , m_left{new PlainLabel{{}, 44, QFont::Bold}}
    , m_parts{new PartList}
    , m_lower{new QHBoxLayout}
    , m_groups{new PayGroupCards}
    , m_partCard{new KeyButton{{}, tr("Part card"), {}}}
    , m_partCash{new KeyButton{{}, tr("Part cash"), {}}}
{
    setObjectName(u"payParts"_s);
    m_lower->addWidget(m_groups, 1);
    auto* pad = buildPad(decimalSign);
    m_lower->addWidget(pad);
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(buildHead());
    column->addWidget(buildParts());
    column->addLayout(m_lower, 1);
    onTheme(this, [this, pad, column] {
        column->setSpacing(tokens().px(kGap));
        m_lower->setSpacing(tokens().px(16));
        pad->setFixedWidth(tokens().px(296));
        fitParts();
    });
    connect(m_back, &KeyButton::clicked, this, &PayPartsPage::backRequested);
    connect(m_parts, &PartList::removeRequested, this, &PayPartsPage::removePartRequested);
    connect(m_partCard, &KeyButton::clicked, this, &PayPartsPage::partCardRequested);
    connect(m_partCash, &KeyButton::clicked, this, &PayPartsPage::partCashRequested);
    connect(m_groups, &PayGroupCards::methodChosen, this, &PayPartsPage::methodChosen);
    connect(m_groups, &PayGroupCards::shareChosen, this, &PayPartsPage::shareChosen);
    connect(m_groups, &PayGroupCards::foreignChosen, this, &PayPartsPage::foreignChosen);
    setKeys({});
    say(false);
}

void PayPartsPage::say(bool givesBack)
{
    m_title->setText(givesBack ? tr("Give back in parts") : tr("Pay in parts"));
    m_totalLabel->setText(givesBack ? tr("Goods taken back") : tr("Sale total"));
    m_leftLabel->setText(givesBack ? tr("Left to give back") : tr("Left to pay"));
    m_leftHint->setText(givesBack ? tr("give it back by card or cash, or type a part of it")
                                  : tr("take it by card or cash, or add another part"));
}

QWidget* PayPartsPage::buildHead()
{
    auto* head = new QWidget;
    auto* row = new QHBoxLayout{head};
    row->setContentsMargins(0, 0, 0, 0);
    m_back->setObjectName(u"partsBack"_s);
    m_back->setTextSize(14);
    m_safe->setElided(true);
    m_safe->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    row->addWidget(m_back);
    m_title->setObjectName(u"partsTitle"_s);
    row->addWidget(m_title);
    row->addWidget(m_safe, 1);
    onTheme(head, [head, row] {
        head->setFixedHeight(tokens().px(kHead, kHeadTouch));
        row->setSpacing(tokens().px(16));
    });
    return head;
}

QWidget* PayPartsPage::buildParts()
{
    auto* card = Surface::card();
    auto* column = new QVBoxLayout{card};
    column->setContentsMargins(1, 0, 1, 0);
    column->setSpacing(0);
    auto* totalRow = new QHBoxLayout;
    m_total->setObjectName(u"partsTotal"_s);
    m_left->setObjectName(u"partsLeft"_s);
    m_totalLabel->setObjectName(u"partsTotalLabel"_s);
    m_leftLabel->setObjectName(u"partsLeftLabel"_s);
    totalRow->addWidget(m_totalLabel);
    totalRow->addStretch(1);
    totalRow->addWidget(m_total);
    auto* words = new QVBoxLayout;
    words->addStretch(1);
    m_leftHint->setElided(true);
    words->addWidget(m_leftLabel);
    words->addWidget(m_leftHint);
    words->addStretch(1);
    auto* leftRow = new QHBoxLayout;
    leftRow->addLayout(words, 1);
    leftRow->addWidget(m_left);
    column->addLayout(totalRow);
    column->addWidget(m_parts);
    column->addWidget(new Hairline);
    column->addLayout(leftRow);
    onTheme(card, [this, totalRow, leftRow, words] {
        const Tokens& t = tokens();
        totalRow->setContentsMargins(t.px(16), 0, t.px(16), 0);
        m_total->setMinimumHeight(t.px(kTotal));
        m_left->setMinimumHeight(t.px(kLeft));
        leftRow->setContentsMargins(t.px(16), 0, t.px(16), 0);
        leftRow->setSpacing(t.px(16));
        words->setSpacing(0);
        fitLeft();
    });
    return card;
}

/// Beside the pad there is room for three of them, for fingers for one: the rest scrolls, the newest in
/// What is left above the pad and the cards.
void PayPartsPage::fitParts()
{
    const Tokens& t = tokens();
    const int others = t.px(kHead, kHeadTouch) + 2 * t.px(kGap) + t.px(kTotal + kLeft) + 3;
    m_parts->fitInto(height() - others - m_lower->minimumSize().height());
}

void PayPartsPage::fitLeft()
{
    const Tokens& t = tokens();
    const int room = width() - t.px(16 + 16 + 16) - m_leftLabel->sizeHint().width();
    int size = 44;
    while (size > 24 && textWidth(t.font(size, QFont::Bold), m_left->text()) > room) size -= 4;
    m_left->setLook(size, QFont::Bold);
}

QWidget* PayPartsPage::buildPad(QChar decimalSign)
{
    auto* side = new QWidget;
    auto* column = new QVBoxLayout{side};
    column->setContentsMargins(0, 0, 0, 0);
    auto* box = new AmountBox{tr("Amount")};
    m_amount = box->edit();
    auto* pad = new NumberPad{{u"C"_s, tr("clear")}, {u"½"_s, tr("half of the rest")}, decimalSign};
    auto* parts = new QHBoxLayout;
    m_partCard->setObjectName(u"partCard"_s);
    m_partCash->setObjectName(u"partCash"_s);
    for (auto* button : {m_partCard, m_partCash}) {
        button->setHeights(64, 72);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        parts->addWidget(button, 1);
    }
    column->addWidget(box);
    column->addWidget(pad, 1);
    column->addLayout(parts);
    onTheme(side, [column, parts] {
        column->setSpacing(tokens().px(8));
        parts->setSpacing(tokens().px(8));
    });
    connect(pad, &NumberPad::typed, this, &PayPartsPage::type);
    connect(pad, &NumberPad::backspace, this, [this] {
        m_amountIsProposal = false;
        m_amount->backspace();
    });
    connect(pad, &NumberPad::entered, this, &PayPartsPage::partCashRequested);
    connect(pad, &NumberPad::ownKeyPressed, this, [this](int which) {
        if (which == 1)
            Q_EMIT halfRequested();
        else
            setAmountText({});
    });
    connect(m_amount, &QLineEdit::textEdited, this, [this] { m_amountIsProposal = false; });
    // Nothing is typed yet: Del takes the last part off, where the field would only clear its proposal.
    new KeysBefore{*m_amount, [this](const QKeyEvent& key) {
                       if (key.key() != Qt::Key_Delete || !m_amountIsProposal || m_parts->last() < 0)
                           return false;
                       Q_EMIT removePartRequested(m_parts->last());
                       return true;
                   }};
    return side;
}

// The proposed amount gives way to the first digit; what was typed grows.
void PayPartsPage::type(const QString& text)
{
    if (m_amountIsProposal) m_amount->clear();
    m_amountIsProposal = false;
    m_amount->insert(text);
}

void PayPartsPage::setState(const PartsState& state)
{
    say(state.givesBack);
    m_total->setText(state.total);
    m_left->setText(state.left);
    fitLeft();
    m_parts->setParts(state.parts);
    fitParts();
    setAmountText(state.amountField);
}

void PayPartsPage::setGroups(const PayGroups& groups)
{
    m_groups->setGroups(groups);
}

void PayPartsPage::setKeys(const SellKeys& keys)
{
    m_back->setKey(keys.back);
    m_partCard->setKey(keys.partCard);
    m_partCash->setKey(keys.partCash);
}

QString PayPartsPage::amountText() const
{
    return m_amount->text();
}

void PayPartsPage::setAmountText(const QString& text)
{
    m_amount->setText(text);
    m_amountIsProposal = true;
    if (m_amount->hasFocus()) m_amount->selectAll(); // also here the proposal gives way to the first digit
}

void PayPartsPage::focusAmount()
{
    m_amount->setFocus(Qt::OtherFocusReason);
    m_amount->selectAll();
}

bool PayPartsPage::event(QEvent* event)
{
    const bool isDone = QWidget::event(event);
    if (event->type() == QEvent::LayoutRequest) fitParts(); // only now it is known what the cards need
    return isDone;
}

void PayPartsPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitLeft();
    fitParts();
    m_safe->setText(width() < tokens().px(640) ? QString{} : tr("Each part is safe once it is listed."));
}

void PayPartsPage::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT backRequested();
    else if (event->key() == Qt::Key_Delete && m_parts->last() >= 0)
        Q_EMIT removePartRequested(m_parts->last());
    else
        QWidget::keyPressEvent(event);
}

} // namespace till
