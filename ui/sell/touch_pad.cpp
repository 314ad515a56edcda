#include "ui/sell/touch_pad.h"

#include "ui/kit/number_pad.h"
#include "ui/kit/paint.h"
#include "ui/kit/plain_label.h"
#include "ui/kit/theme.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace till {

using namespace Qt::StringLiterals;

TouchPad::TouchPad(QChar decimalSign, QWidget* parent)
    : QWidget{parent}
    , m_box{new QWidget}
    , m_number{new PlainLabel{{}, 24, QFont::Bold}}
{
    setObjectName(u"touchPad"_s);
    m_number->setObjectName(u"touchPadNumber"_s);
    m_number->setElided(true);
    m_number->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    auto* hint = new PlainLabel{tr("Number first,\nthen what it is"), 13, QFont::Normal, Ink::Secondary};
    auto* boxRow = new QHBoxLayout{m_box};
    boxRow->addWidget(hint);
    boxRow->addWidget(m_number, 1);
    auto* pad = new NumberPad{{u"×"_s, tr("times")}, {u"%"_s, tr("percent off")}, decimalSign};
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_box);
    column->addWidget(pad, 1);
    onTheme(this, [this, column, boxRow] {
        const Tokens& t = tokens();
        m_box->setFixedHeight(t.px(56));
        boxRow->setContentsMargins(t.px(13), 0, t.px(13), 0);
        boxRow->setSpacing(t.px(8));
        column->setSpacing(t.px(8));
        update();
    });
    connect(pad, &NumberPad::typed, this, &TouchPad::typed);
    connect(pad, &NumberPad::backspace, this, &TouchPad::backspace);
    connect(pad, &NumberPad::entered, this, &TouchPad::entered);
    connect(pad, &NumberPad::ownKeyPressed, this,
        [this](int which) { Q_EMIT typed(which == 0 ? u"*"_s : u"%"_s); });
}

void TouchPad::showTyped(const QString& text)
{
    const bool hasLetters = std::any_of(text.begin(), text.end(), [](QChar c) { return c.isLetter(); });
    m_number->setPlainText(hasLetters ? QString{} : QString{text}.replace(u'*', u" × "_s).trimmed());
}

void TouchPad::paintEvent(QPaintEvent*)
{
    const Tokens& t = tokens();
    QPainter painter{this};
    paintBox(painter, m_box->geometry(), t.px(8), t.colours().surface, t.colours().input);
}

} // namespace till
