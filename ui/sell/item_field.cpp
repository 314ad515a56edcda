#include "ui/sell/item_field.h"

#include "ui/kit/icons.h"
#include "ui/kit/key_badge.h"
#include "ui/kit/key_button.h"
#include "ui/kit/paint.h"
#include "ui/kit/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>

namespace till {

using namespace Qt::StringLiterals;

namespace {

bool isUndoOrRedo(const QKeyEvent& key)
{
    return key.matches(QKeySequence::Undo) || key.matches(QKeySequence::Redo) ||
           (key.key() == Qt::Key_Y && key.modifiers() == Qt::ControlModifier);
}

} // namespace

ItemField::ItemField(const QString& iconName, QWidget* parent)
    : QWidget{parent}
    , m_iconName{iconName}
    , m_edit{new QLineEdit}
    , m_clear{new KeyButton{u"x"_s, tr("Clear"), QKeySequence{Qt::Key_Escape}}}
    , m_badge{new KeyBadge{QKeySequence{}}}
{
    m_edit->setObjectName(u"itemEdit"_s);
    m_edit->setProperty("bare", true);
    m_edit->setFrame(false);
    m_edit->setMaxLength(500);
    m_edit->installEventFilter(this);
    m_clear->setObjectName(u"itemClear"_s);
    m_clear->setKind(ButtonKind::Quiet);
    m_clear->setHeights(36, 44);
    m_clear->setVisible(false);
    setFocusProxy(m_edit);

    auto* row = new QHBoxLayout{this};
    row->addWidget(m_edit, 1);
    row->addWidget(m_clear);
    row->addWidget(m_badge);
    onTheme(this, [this, row] {
        const Tokens& t = tokens();
        setFixedHeight(t.px(52, 56));
        row->setContentsMargins(t.px(50), t.px(2), t.px(16), t.px(2));
        row->setSpacing(t.px(12));
        m_edit->setFont(t.font(18));
        update();
    });
    connect(m_edit, &QLineEdit::textChanged, this, [this] {
        // Not what the signal says: while typing, a listener may have emptied the field already.
        m_clear->setVisible(!text().isEmpty());
        Q_EMIT textChanged(text());
    });
    connect(m_edit, &QLineEdit::textEdited, this, &ItemField::textEdited);
    connect(m_clear, &KeyButton::clicked, this, &ItemField::clearByUser);
}

void ItemField::setHint(const QString& text)
{
    m_edit->setPlaceholderText(text);
    m_edit->setAccessibleName(text);
}

void ItemField::setKey(const QKeySequence& key)
{
    m_badge->setKey(key);
}

QString ItemField::text() const
{
    return m_edit->text();
}

void ItemField::setText(const QString& text)
{
    m_edit->setText(text);
}

void ItemField::clear()
{
    m_edit->clear();
}

void ItemField::type(const QString& text)
{
    m_edit->insert(text);
}

void ItemField::backspace()
{
    m_edit->backspace();
}

void ItemField::submit()
{
    Q_EMIT submitted(m_edit->text());
}

void ItemField::takeFocus()
{
    m_edit->setFocus(Qt::ShortcutFocusReason);
    m_edit->selectAll();
}

void ItemField::clearByUser()
{
    m_edit->clear();
    m_edit->setFocus(Qt::OtherFocusReason);
    Q_EMIT textEdited({});
}

bool ItemField::handleKey(int key)
{
    switch (key) {
    case Qt::Key_Up: Q_EMIT moveRequested(-1); return true;
    case Qt::Key_Down: Q_EMIT moveRequested(1); return true;
    case Qt::Key_PageUp: Q_EMIT moveRequested(-10); return true;
    case Qt::Key_PageDown: Q_EMIT moveRequested(10); return true;
    case Qt::Key_Delete:
        if (!m_edit->text().isEmpty()) return false;
        Q_EMIT removeRequested();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter: submit(); return true;
    case Qt::Key_Escape:
        if (m_edit->text().isEmpty())
            Q_EMIT escaped();
        else
            clearByUser();
        return true;
    default: return false;
    }
}

bool ItemField::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_edit) {
        // Undo is the sale's: the field's own would bring back a command that is done.
        const bool isKey = event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress;
        if (isKey && isUndoOrRedo(*static_cast<QKeyEvent*>(event))) {
            event->ignore();
            return true;
        }
        if (event->type() == QEvent::KeyPress) {
            const auto* press = static_cast<QKeyEvent*>(event);
            const auto modifiers = press->modifiers() & ~Qt::KeypadModifier;
            if (modifiers == Qt::NoModifier && handleKey(press->key())) return true;
        }
        if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut) update();
    }
    return QWidget::eventFilter(watched, event);
}

void ItemField::paintEvent(QPaintEvent*)
{
    const Tokens& t = tokens();
    const Colours& c = t.colours();
    QPainter painter{this};
    painter.setLayoutDirection(layoutDirection());
    const bool focused = m_edit->hasFocus();
    paintBox(painter, rect(), t.px(8), c.surface, focused ? c.primary : c.input, focused ? t.px(2) : 1);
    const int size = t.px(22);
    const QRect icon{t.px(16), (height() - size) / 2, size, size};
    paintIcon(painter, mirrored(painter, icon, rect()), m_iconName, c.text2);
}

void ItemField::mousePressEvent(QMouseEvent*)
{
    m_edit->setFocus(Qt::MouseFocusReason);
}

} // namespace till
