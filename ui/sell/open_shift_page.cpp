#include "ui/sell/open_shift_page.h"

#include "ui/app/error_text.h"
#include "ui/kit/key_button.h"
#include "ui/kit/number_pad.h"
#include "ui/kit/plain_label.h"
#include "ui/kit/surface.h"
#include "ui/kit/theme.h"
#include "ui/wizard/form_field.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace till {

using namespace Qt::StringLiterals;

namespace {

/// No drawer holds ten million: eight digits in a row come from a scanner.
bool looksLikeBarcode(const QString& text)
{
    return text.size() >= 8 && std::ranges::all_of(text, [](QChar c) { return c.isDigit(); });
}

} // namespace

OpenShiftPage::OpenShiftPage(const Formats& formats, std::optional<Money> lastLeft, QWidget* parent)
    : QWidget{parent}
    , m_formats{formats}
    , m_amount{new QLineEdit}
    , m_problem{new PlainLabel{{}, 14, QFont::Normal, Ink::Danger}}
{
    setObjectName(u"openShiftPage"_s);
    m_amount->setObjectName(u"openingFloat"_s);
    m_amount->setAccessibleName(tr("Cash in the drawer"));
    m_amount->setAlignment(Qt::AlignRight);
    m_amount->setText(formats.money(lastLeft.value_or(Money{})));
    onTheme(this, [this] {
        m_amount->setFont(tokens().font(24, QFont::Bold));
        m_amount->setMinimumHeight(tokens().px(56));
    });
    auto* start = new KeyButton{u"banknote"_s, tr("Open the till"), Qt::Key_Return};
    start->setObjectName(u"openTill"_s);
    start->setAccessibleName(start->text());
    start->setKind(ButtonKind::Pay);
    start->setHeights(64, 72);
    start->setTextSize(18);

    auto* card = Surface::card();
    card->setMaximumWidth(480);
    auto* form = new QVBoxLayout{card};
    form->setContentsMargins(24, 24, 24, 24);
    form->setSpacing(12);
    form->addWidget(new PlainLabel{tr("Open the till"), 24, QFont::Bold});
    auto* words = new PlainLabel{
        lastLeft ? tr("Last time %1 were left in the drawer. Count it, and correct the sum if it differs.")
                       .arg(formats.moneyWithSymbol(*lastLeft))
                 : tr("Count the coins and notes in the drawer. Sales start once this is said."),
        14, QFont::Normal, Ink::Secondary};
    words->setWordWrap(true);
    form->addWidget(words);
    form->addWidget(new FormField{tr("Cash in the drawer, %1").arg(formats.currencySymbol()), m_amount});
    auto* pad = new NumberPad{{u"C"_s, tr("clear")}, {u"100"_s, tr("one hundred")}, formats.decimalSign()};
    pad->setMinimumHeight(240);
    connect(pad, &NumberPad::typed, this, [this](const QString& text) { m_amount->insert(text); });
    connect(pad, &NumberPad::backspace, m_amount, &QLineEdit::backspace);
    connect(pad, &NumberPad::ownKeyPressed, this, [this](int which) {
        if (which == 0) return m_amount->clear();
        m_amount->insert(u"100"_s);
    });
    connect(pad, &NumberPad::entered, this, &OpenShiftPage::confirm);
    form->addWidget(pad, 1);
    form->addWidget(m_problem);
    m_problem->setObjectName(u"openShiftProblem"_s);
    m_problem->hide();
    m_problem->setWordWrap(true);
    form->addWidget(start);

    auto* row = new QHBoxLayout{this};
    row->addStretch();
    row->addWidget(card, 10);
    row->addStretch();
    connect(start, &KeyButton::clicked, this, &OpenShiftPage::confirm);
    connect(m_amount, &QLineEdit::returnPressed, this, &OpenShiftPage::confirm);
    connect(m_amount, &QLineEdit::textChanged, m_problem, &QWidget::hide);
}

void OpenShiftPage::takeFocus()
{
    m_amount->setFocus(Qt::OtherFocusReason);
    m_amount->selectAll();
}

void OpenShiftPage::refuseScan()
{
    m_problem->setPlainText(tr("This is a barcode, not the cash in the drawer. Type the sum you counted."));
    m_problem->show();
}

void OpenShiftPage::confirm()
{
    if (looksLikeBarcode(m_amount->text())) {
        refuseScan();
        return takeFocus();
    }
    const auto amount = m_formats.parseMoney(m_amount->text());
    if (!amount || amount->isNegative()) {
        m_problem->setPlainText(errorText(amount ? Error{ErrorCode::PriceInvalid} : amount.error()));
        m_problem->show();
        return takeFocus();
    }
    Q_EMIT confirmed(amount->minor());
}

} // namespace till
