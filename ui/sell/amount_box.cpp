#include "ui/sell/amount_box.h"

#include "ui/kit/paint.h"
#include "ui/kit/plain_label.h"
#include "ui/kit/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPainter>

namespace till {

using namespace Qt::StringLiterals;

AmountBox::AmountBox(const QString& name, QWidget* parent)
    : QWidget{parent}
    , m_edit{new QLineEdit}
{
    auto* label = new PlainLabel{name, 13, QFont::Normal, Ink::Secondary};
    label->setBuddy(m_edit);
    m_edit->setObjectName(u"amountEdit"_s);
    m_edit->setAccessibleName(name);
    m_edit->setProperty("bare", true);
    m_edit->setFrame(false);
    m_edit->setMaxLength(20);
    m_edit->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    m_edit->installEventFilter(this);
    setFocusProxy(m_edit);
    auto* row = new QHBoxLayout{this};
    row->addWidget(label);
    row->addWidget(m_edit, 1);
    onTheme(this, [this, row] {
        const Tokens& t = tokens();
        setFixedHeight(t.px(56));
        row->setContentsMargins(t.px(14), t.px(2), t.px(14), t.px(2));
        m_edit->setFont(t.font(24, QFont::DemiBold));
        update();
    });
}

bool AmountBox::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut) update();
    return QWidget::eventFilter(watched, event);
}

void AmountBox::paintEvent(QPaintEvent*)
{
    const Tokens& t = tokens();
    QPainter painter{this};
    const bool focused = m_edit->hasFocus();
    paintBox(painter, rect(), t.px(8), t.colours().surface, focused ? t.colours().primary : t.colours().input,
        focused ? t.px(2) : 1);
}

} // namespace till
