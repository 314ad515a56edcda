#include "ui/sell/choice_page.h"

#include "ui/kit/key_button.h"
#include "ui/kit/plain_label.h"
#include "ui/kit/surface.h"
#include "ui/kit/theme.h"
#include "ui/wizard/form_field.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace till {

using namespace Qt::StringLiterals;

namespace {

// As in LineQuestion: a second Enter of a scanner, or of a finger that strikes twice, is no answer.
constexpr qint64 kReadingMs = 300;
constexpr int kMostKeys = 9; // as many digits

} // namespace

ChoicePage::ChoicePage(const QString& name, const QString& title, QWidget* parent)
    : QWidget{parent}
    , m_words{new PlainLabel{{}, 14, QFont::Normal, Ink::Secondary}}
    , m_large{new PlainLabel{{}, 44, QFont::Bold}}
    , m_problem{new PlainLabel{{}, 14, QFont::Normal, Ink::Danger}}
    , m_list{new QWidget}
    , m_shownAt{QDateTime::currentMSecsSinceEpoch()}
{
    setObjectName(name);
    setAccessibleName(title);
    setFocusPolicy(Qt::StrongFocus);
    m_large->setObjectName(name + u"Large"_s);
    m_problem->setObjectName(name + u"Problem"_s);
    for (auto* label : {m_words, m_problem, m_large}) {
        label->setWordWrap(true);
        label->hide();
    }
    auto* card = Surface::card();
    m_column = new QVBoxLayout{card};
    m_column->setContentsMargins(16, 16, 16, 16);
    m_column->setSpacing(12);
    m_column->addWidget(new PlainLabel{title, 24, QFont::Bold});
    m_column->addWidget(m_words);
    m_column->addWidget(m_large);
    m_column->addWidget(m_problem);
    m_rows = new QVBoxLayout{m_list};
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(8);
    auto* scroll = new QScrollArea;
    scroll->setObjectName(name + u"Scroll"_s);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(m_list);
    scroll->viewport()->setAutoFillBackground(false); // it lies on the card
    m_list->setAutoFillBackground(false);
    m_column->addWidget(scroll, 1);
    auto* side = Surface::card();
    m_buttons = new QVBoxLayout{side};
    m_buttons->setContentsMargins(16, 16, 16, 16);
    m_buttons->setSpacing(12);
    m_buttons->addStretch(1);
    auto* back = new KeyButton{u"arrow-left"_s, tr("Back to the sale"), Qt::Key_Escape};
    back->setObjectName(name + u"Back"_s);
    back->setAccessibleName(back->text());
    connect(back, &KeyButton::clicked, this, &ChoicePage::left);
    m_buttons->addWidget(back);
    auto* row = new QHBoxLayout{this};
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(16);
    row->addWidget(card, 3);
    row->addWidget(side, 2);
}

void ChoicePage::setWords(const QString& words)
{
    m_words->setPlainText(words);
    m_words->setVisible(!words.isEmpty());
}

void ChoicePage::setLarge(const QString& words)
{
    m_large->setPlainText(words);
    m_large->setVisible(!words.isEmpty());
}

QLineEdit& ChoicePage::addField(const QString& caption, int mostCharacters)
{
    m_field = new QLineEdit;
    m_field->setObjectName(objectName() + u"Field"_s);
    m_field->setAccessibleName(caption);
    m_field->setMaxLength(mostCharacters);
    m_field->installEventFilter(this);
    onTheme(this, [this] { m_field->setMinimumHeight(tokens().px(44, 56)); });
    connect(m_field, &QLineEdit::textEdited, this, [this](const QString& text) {
        m_problem->hide();
        Q_EMIT edited(text);
    });
    m_column->insertWidget(3, new FormField{caption, m_field});
    return *m_field;
}

void ChoicePage::setChoices(const std::vector<QString>& choices, const QString& empty)
{
    while (auto* item = m_rows->takeAt(0)) {
        if (item->widget() != nullptr) item->widget()->deleteLater();
        delete item;
    }
    m_choices = static_cast<int>(choices.size());
    for (int i = 0; i < m_choices; ++i) {
        auto* button = new KeyButton{choices[static_cast<std::size_t>(i)]};
        button->setObjectName(objectName() + u"Choice%1"_s.arg(i + 1));
        button->setAccessibleName(button->text());
        button->setArrangement(KeyButton::Arrangement::Spread);
        button->setHeights(48, 56);
        if (i < kMostKeys) button->setKey(QKeySequence{static_cast<Qt::Key>(Qt::Key_1 + i)});
        connect(button, &KeyButton::clicked, this, [this, i] { Q_EMIT chosen(i); });
        m_rows->addWidget(button);
    }
    if (choices.empty() && !empty.isEmpty())
        m_rows->addWidget(new PlainLabel{empty, 14, QFont::Normal, Ink::Secondary});
    m_rows->addStretch(1);
}

KeyButton& ChoicePage::addButton(const QString& name, const QString& text, const QKeySequence& key)
{
    auto* button = new KeyButton{text};
    button->setObjectName(name);
    button->setAccessibleName(text);
    button->setKey(key);
    button->setHeights(56, 64);
    m_buttons->insertWidget(m_buttons->count() - 2, button);
    return *button;
}

void ChoicePage::say(const QString& problem)
{
    m_problem->setPlainText(problem);
    m_problem->show();
    takeFocus();
}

void ChoicePage::takeFocus()
{
    (m_field != nullptr ? static_cast<QWidget*>(m_field) : this)->setFocus(Qt::OtherFocusReason);
}

QString ChoicePage::typed() const
{
    return m_field != nullptr ? m_field->text().trimmed() : QString{};
}

bool ChoicePage::actsOn(const QString& character) const
{
    const int index = character.size() == 1 ? character.front().unicode() - u'1' : -1;
    return typed().isEmpty() && index >= 0 && index < std::min(m_choices, kMostKeys);
}

bool ChoicePage::isMeant(const QKeyEvent& key) const
{
    return !key.isAutoRepeat() && QDateTime::currentMSecsSinceEpoch() - m_shownAt >= kReadingMs;
}

bool ChoicePage::takeKey(QKeyEvent& key)
{
    const bool plain = (key.modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    const int index = key.key() - Qt::Key_1;
    switch (key.key()) {
    case Qt::Key_Escape: Q_EMIT left(); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (key.modifiers().testFlag(Qt::ShiftModifier))
            Q_EMIT enteredOtherwise();
        else if (!typed().isEmpty() || isMeant(key))
            Q_EMIT entered(typed());
        return true;
    case Qt::Key_Delete:
        if (!plain || !typed().isEmpty()) return false;
        Q_EMIT deleted();
        return true;
    default: break;
    }
    if (!plain || !typed().isEmpty() || index < 0 || index >= std::min(m_choices, kMostKeys)) return false;
    Q_EMIT chosen(index);
    return true;
}

bool ChoicePage::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_field || event->type() != QEvent::KeyPress) return false;
    return takeKey(*static_cast<QKeyEvent*>(event));
}

void ChoicePage::keyPressEvent(QKeyEvent* event)
{
    if (!takeKey(*event)) QWidget::keyPressEvent(event);
}

} // namespace till
