#include "ui/sell/pay_question.h"

#include "ui/kit/key_button.h"
#include "ui/kit/number_pad.h"
#include "ui/kit/plain_label.h"
#include "ui/kit/surface.h"
#include "ui/kit/theme.h"
#include "ui/wizard/form_field.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QVBoxLayout>

namespace till {

using namespace Qt::StringLiterals;

PayQuestion::PayQuestion(const Words& words, QChar decimalSign, bool hasPad, QWidget* parent)
    : QWidget{parent}
    , m_edit{new QLineEdit}
    , m_problem{new PlainLabel{{}, 14, QFont::Normal, Ink::Danger}}
{
    setObjectName(u"payQuestion"_s);
    m_edit->setObjectName(u"payAnswer"_s);
    m_edit->setAccessibleName(words.field);
    m_edit->setText(words.proposal);
    auto* card = Surface::card();
    auto* form = new QVBoxLayout{card};
    form->addWidget(new PlainLabel{words.title, 24, QFont::Bold});
    auto* detail = new PlainLabel{words.detail, 14, QFont::Normal, Ink::Secondary};
    detail->setObjectName(u"payQuestionDetail"_s);
    detail->setWordWrap(true);
    form->addWidget(detail);
    form->addWidget(new FormField{words.field, m_edit});
    if (!words.second.isEmpty()) {
        m_second = new QLineEdit;
        m_second->setObjectName(u"payAnswerSecond"_s);
        m_second->setAccessibleName(words.second);
        form->addWidget(new FormField{words.second, m_second});
        connect(m_second, &QLineEdit::returnPressed, this, &PayQuestion::go);
    }
    if (hasPad) form->addWidget(makePad(decimalSign), 1);
    m_problem->setObjectName(u"payQuestionProblem"_s);
    m_problem->setWordWrap(true);
    m_problem->hide();
    form->addWidget(m_problem);
    auto* buttons = makeButtons(words.go);
    form->addLayout(buttons);

    auto* row = new QHBoxLayout;
    row->addStretch();
    row->addWidget(card, 10);
    row->addStretch();
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(row, hasPad ? 1 : 0);
    if (!hasPad) column->addStretch(1);
    onTheme(this, [this, card, form, buttons] {
        const Tokens& t = tokens();
        card->setMaximumWidth(t.px(520));
        form->setContentsMargins(t.px(24), t.px(24), t.px(24), t.px(24));
        form->setSpacing(t.px(12));
        buttons->setSpacing(t.px(8));
        m_edit->setFont(t.font(24, QFont::Bold));
        m_edit->setMinimumHeight(t.px(56));
        if (m_second) m_second->setMinimumHeight(t.px(44, 56));
    });
    connect(m_edit, &QLineEdit::returnPressed, this, &PayQuestion::go);
    connect(m_edit, &QLineEdit::textChanged, m_problem, &QWidget::hide);
}

QHBoxLayout* PayQuestion::makeButtons(const QString& word)
{
    auto* go = new KeyButton{{}, word, Qt::Key_Return};
    go->setObjectName(u"payAnswerGo"_s);
    go->setKind(ButtonKind::Pay);
    go->setHeights(64, 72);
    go->setTextSize(18);
    go->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    auto* back = new KeyButton{u"arrow-left"_s, tr("Back"), Qt::Key_Escape};
    back->setObjectName(u"payAnswerBack"_s);
    back->setHeights(64, 72);
    back->setTextSize(14);
    connect(go, &KeyButton::clicked, this, &PayQuestion::go);
    connect(back, &KeyButton::clicked, this, &PayQuestion::left);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(back);
    buttons->addWidget(go, 1);
    return buttons;
}

QWidget* PayQuestion::makePad(QChar decimalSign)
{
    auto* pad = new NumberPad{{u"C"_s, tr("clear")}, {u"100"_s, tr("one hundred")}, decimalSign};
    connect(pad, &NumberPad::typed, this, [this](const QString& text) { m_edit->insert(text); });
    connect(pad, &NumberPad::backspace, m_edit, &QLineEdit::backspace);
    connect(pad, &NumberPad::ownKeyPressed, this, [this](int which) {
        if (which == 0) return m_edit->clear();
        m_edit->insert(u"100"_s);
    });
    connect(pad, &NumberPad::entered, this, &PayQuestion::go);
    return pad;
}

void PayQuestion::takeFocus()
{
    m_edit->setFocus(Qt::OtherFocusReason);
    m_edit->selectAll();
}

void PayQuestion::refuse(const QString& why)
{
    m_problem->setPlainText(why);
    m_problem->show();
    takeFocus();
}

void PayQuestion::setCode(const QString& code)
{
    (m_second ? m_second : m_edit)->setText(code);
}

void PayQuestion::go()
{
    Q_EMIT answered(m_edit->text(), m_second ? m_second->text() : QString{});
}

void PayQuestion::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT left();
    else
        QWidget::keyPressEvent(event);
}

} // namespace till
