#include "ui/sell/pay_parts_page.h"

#include "ui/kit/icon_label.h"
#include "ui/kit/key_button.h"
#include "ui/kit/number_pad.h"
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
    , m_total{new PlainLabel{{}, 18, QFont::DemiBold}}
    , m_left{new PlainLabel{{}, 44, QFont::Bold}}
    , m_partRows{new QVBoxLayout}
    , m_groups{new PayGroupCards}
    , m_partCard{new KeyButton{{}, tr("Part card"), {}}}
    , m_partCash{new KeyButton{{}, tr("Part cash"), {}}}
{
    setObjectName(u"payParts"_s);
    auto* lower = new QHBoxLayout;
    lower->addWidget(m_groups, 1);
    auto* pad = buildPad(decimalSign);
    lower->addWidget(pad);
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(buildHead());
    column->addWidget(buildParts());
    column->addLayout(lower, 1);
    onTheme(this, [pad, column, lower] {
        column->setSpacing(tokens().px(12));
        lower->setSpacing(tokens().px(16));
        pad->setFixedWidth(tokens().px(296));
    });
    connect(m_back, &KeyButton::clicked, this, &PayPartsPage::backRequested);
    connect(m_partCard, &KeyButton::clicked, this, &PayPartsPage::partCardRequested);
    connect(m_partCash, &KeyButton::clicked, this, &PayPartsPage::partCashRequested);
    connect(m_groups, &PayGroupCards::methodChosen, this, &PayPartsPage::methodChosen);
    connect(m_groups, &PayGroupCards::shareChosen, this, &PayPartsPage::shareChosen);
    connect(m_groups, &PayGroupCards::foreignChosen, this, &PayPartsPage::foreignChosen);
    setKeys({});
}

QWidget* PayPartsPage::buildHead()
{
    auto* head = new QWidget;
    auto* row = new QHBoxLayout{head};
    row->setContentsMargins(0, 0, 0, 0);
    m_back->setObjectName(u"partsBack"_s);
    m_back->setTextSize(14);
    auto* safe =
        new PlainLabel{tr("Each part is safe once it is listed."), 12, QFont::Normal, Ink::Secondary};
    safe->setElided(true);
    safe->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    row->addWidget(m_back);
    row->addWidget(new PlainLabel{tr("Pay in parts"), 24, QFont::Bold});
    row->addWidget(safe, 1);
    onTheme(head, [head, row] {
        head->setFixedHeight(tokens().px(52, 56));
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
    totalRow->addWidget(new PlainLabel{tr("Sale total"), 16, QFont::Normal, Ink::Secondary});
    totalRow->addStretch(1);
    totalRow->addWidget(m_total);
    auto* words = new QVBoxLayout;
    words->addStretch(1);
    words->addWidget(new PlainLabel{tr("Left to pay"), 18, QFont::DemiBold});
    words->addWidget(new PlainLabel{
        tr("take it by card or cash, or add another part"), 12, QFont::Normal, Ink::Secondary});
    words->addStretch(1);
    auto* leftRow = new QHBoxLayout;
    leftRow->addLayout(words, 1);
    leftRow->addWidget(m_left);
    column->addLayout(totalRow);
    column->addLayout(m_partRows);
    column->addWidget(new Hairline);
    column->addLayout(leftRow);
    onTheme(card, [this, totalRow, leftRow, words] {
        const Tokens& t = tokens();
        totalRow->setContentsMargins(t.px(16), 0, t.px(16), 0);
        m_total->setMinimumHeight(t.px(44));
        m_left->setMinimumHeight(t.px(76));
        leftRow->setContentsMargins(t.px(16), 0, t.px(16), 0);
        words->setSpacing(0);
    });
    return card;
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
                       if (key.key() != Qt::Key_Delete || !m_amountIsProposal || m_lastPosition < 0)
                           return false;
                       Q_EMIT removePartRequested(m_lastPosition);
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
    m_total->setText(state.total);
    m_left->setText(state.left);
    while (QLayoutItem* item = m_partRows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_lastPosition = -1;
    const Tokens& t = tokens();
    for (const auto& part : state.parts) {
        auto* line = new Surface{Surface::Fill::None, Surface::Edge::Top};
        line->setFixedHeight(t.px(52, 68));
        auto* row = new QHBoxLayout{line};
        row->setContentsMargins(t.px(16), 0, t.px(16), 0);
        row->setSpacing(t.px(12));
        auto* detail = new PlainLabel{part.detail, 12, QFont::Normal, Ink::Secondary};
        detail->setElided(true);
        auto* remove = new KeyButton{{}, tr("Remove"), {}};
        remove->setObjectName(u"partRemove"_s + QString::number(part.position));
        remove->setAccessibleName(tr("Remove %1 %2").arg(part.name, part.amount));
        remove->setKind(ButtonKind::Danger);
        remove->setHeights(36, 56);
        auto* amount = new PlainLabel{part.amount, 18, QFont::DemiBold, Ink::OnOk};
        amount->setMinimumWidth(t.px(88));
        amount->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
        row->addWidget(new IconLabel{part.iconName, 18, Ink::Text});
        row->addWidget(new PlainLabel{part.name, 16, QFont::DemiBold});
        row->addWidget(detail, 1);
        row->addWidget(remove);
        row->addWidget(amount);
        m_partRows->addWidget(line);
        connect(remove, &KeyButton::clicked, this,
            [this, at = part.position] { Q_EMIT removePartRequested(at); });
        if (&part == &state.parts.back()) remove->setKey(QKeySequence{Qt::Key_Delete});
        m_lastPosition = part.position;
    }
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

void PayPartsPage::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT backRequested();
    else if (event->key() == Qt::Key_Delete && m_lastPosition >= 0)
        Q_EMIT removePartRequested(m_lastPosition);
    else
        QWidget::keyPressEvent(event);
}

} // namespace till
