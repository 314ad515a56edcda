#include "ui/kit/note_bar.h"

#include "ui/kit/icons.h"
#include "ui/kit/key_button.h"
#include "ui/kit/paint.h"
#include "ui/kit/plain_label.h"
#include "ui/kit/theme.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QPainter>

namespace till {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLongestWhole = 32;

Ink inkOf(Tone tone)
{
    switch (tone) {
    case Tone::Neutral:
    case Tone::Info: return Ink::Text;
    case Tone::Ok: return Ink::OnOk;
    case Tone::Warn: return Ink::OnWarn;
    case Tone::Bad: return Ink::OnBad;
    }
    Q_UNREACHABLE();
}

QString iconOf(Tone tone)
{
    switch (tone) {
    case Tone::Neutral:
    case Tone::Info: return u"info"_s;
    case Tone::Ok: return u"circle-check"_s;
    case Tone::Warn: return u"triangle-alert"_s;
    case Tone::Bad: return u"octagon-alert"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

NoteBar::NoteBar(QWidget* parent)
    : QWidget{parent}
    , m_subject{new PlainLabel}
    , m_text{new PlainLabel}
    , m_action{new KeyButton}
    , m_close{new KeyButton}
{
    setObjectName(u"noteBar"_s);
    m_subject->setObjectName(u"noteSubject"_s);
    m_subject->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setWordWrap(true);
    m_text->setObjectName(u"noteText"_s);
    m_action->setObjectName(u"noteAction"_s);
    m_action->setHeights(36, 56);
    m_close->setObjectName(u"noteClose"_s);
    m_close->setKind(ButtonKind::Quiet);
    m_close->setIconName(u"x"_s);
    m_close->setHeights(36, 56);
    m_close->setAccessibleName(tr("Close this message"));

    auto* row = new QHBoxLayout{this};
    row->addWidget(m_subject);
    row->addWidget(m_text, 1);
    row->addWidget(m_action);
    row->addWidget(m_close);
    onTheme(this, [row] {
        const auto& t = tokens();
        row->setContentsMargins(t.px(48), t.px(6), t.px(12), t.px(6));
        row->setSpacing(t.px(8));
    });
    setMinimumHeight(tokens().px(48));
    setVisible(false);
    connect(m_action, &KeyButton::clicked, this, &NoteBar::actionTriggered);
    connect(m_close, &KeyButton::clicked, this, &NoteBar::dismiss);
}

void NoteBar::show(const Note& note)
{
    if (m_hasNote) Q_EMIT gone();
    m_tone = note.tone;
    m_hasNote = true;
    m_subject->setLook(14, QFont::Bold, inkOf(note.tone));
    // A name can have 200 characters. A code is whole, to be marked and copied.
    m_subject->setElided(note.subject.size() > kLongestWhole);
    m_subject->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    m_subject->setPlainText(note.subject);
    m_subject->setVisible(!note.subject.isEmpty());
    m_text->setLook(14, QFont::Normal, inkOf(note.tone));
    m_text->setText(note.text);
    m_action->setText(note.action);
    m_action->setAccessibleName(note.action);
    m_action->setKey(note.key);
    m_action->setKind(note.tone == Tone::Warn ? ButtonKind::Warn : ButtonKind::Normal);
    m_action->setVisible(!note.action.isEmpty());
    setAccessibleName(text());
    setVisible(true);
    update();
    QAccessibleEvent event{this, QAccessible::Alert};
    QAccessible::updateAccessibility(&event);
}

void NoteBar::dismiss()
{
    if (!m_hasNote) return;
    m_hasNote = false;
    setVisible(false);
    Q_EMIT gone();
}

QString NoteBar::text() const
{
    const QString subject = m_subject->text();
    return subject.isEmpty() ? m_text->text() : subject + u' ' + m_text->text();
}

void NoteBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_subject->setMaximumWidth(width() / 2); // what is said about it needs room too
}

void NoteBar::paintEvent(QPaintEvent*)
{
    const Tokens& t = tokens();
    QPainter painter{this};
    painter.setLayoutDirection(layoutDirection());
    paintBox(painter, rect(), t.px(8), t.noteFill(m_tone), {});
    const int size = t.px(18);
    const QRect icon{t.px(17), (height() - size) / 2, size, size};
    paintIcon(painter, mirrored(painter, icon, rect()), iconOf(m_tone), t.noteText(m_tone));
}

} // namespace till
