#include "ui/kit/ask_dialog.h"

#include "ui/kit/plain_label.h"
#include "ui/kit/theme.h"
#include "ui/sound/sounds.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QVBoxLayout>

namespace till {

using namespace Qt::StringLiterals;

AskDialog::AskDialog(const Question& question, QWidget* parent)
    : QDialog{parent}
    , m_enterChoice{question.enterChoice}
    , m_choice{question.escapeChoice}
    , m_scan{new PlainLabel{{}, 14, QFont::Normal, Ink::Danger}}
{
    const Tokens& t = tokens();
    setObjectName(u"askDialog"_s);
    setWindowTitle(question.title);
    setMinimumWidth(t.px(440));
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(t.px(24), t.px(24), t.px(24), t.px(16));
    column->setSpacing(t.px(12));

    const auto addText = [&](const QString& name, const QString& text, int size, int weight, Ink ink) {
        if (text.isEmpty()) return;
        auto* label = new PlainLabel{text, size, weight, ink};
        label->setObjectName(name);
        label->setWordWrap(true);
        column->addWidget(label);
        if (ink == Ink::Secondary) label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    };
    addText(u"askTitle"_s, question.title, 18, QFont::DemiBold, Ink::Text);
    addText(u"askText"_s, question.text, 14, QFont::Normal, Ink::Text);
    addText(u"askDetail"_s, question.detail, 12, QFont::Normal, Ink::Secondary);
    m_scan->setObjectName(u"askScan"_s);
    m_scan->setWordWrap(true);
    m_scan->hide();
    column->addWidget(m_scan);
    column->addSpacing(t.px(8));

    auto* row = new QHBoxLayout;
    row->setSpacing(t.px(8));
    row->addStretch(1);
    for (int i = 0; i < static_cast<int>(question.choices.size()); ++i) {
        const auto& choice = question.choices[static_cast<std::size_t>(i)];
        auto* button = new KeyButton{choice.word};
        button->setObjectName(u"askChoice"_s + QString::number(i));
        button->setKind(choice.kind);
        button->setFocusPolicy(Qt::StrongFocus);
        if (i == m_enterChoice)
            button->setKey(QKeySequence{Qt::Key_Enter});
        else if (i == question.escapeChoice)
            button->setKey(QKeySequence{Qt::Key_Escape});
        connect(button, &KeyButton::clicked, this, [this, i] { choose(i); });
        row->addWidget(button);
    }
    column->addLayout(row);
}

void AskDialog::choose(int index)
{
    m_choice = index;
    accept();
}

bool AskDialog::takeScan(const QString& code)
{
    Sounds::instance().play(Sound::Blocked);
    m_scan->setPlainText(
        tr("%1 was scanned and not added. Answer this first, then scan it again.").arg(code.left(60)));
    m_scan->show();
    return true;
}

void AskDialog::keyPressEvent(QKeyEvent* event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!isEnter) {
        QDialog::keyPressEvent(event);
        return;
    }
    if (auto* button = qobject_cast<KeyButton*>(focusWidget()); button != nullptr)
        button->click();
    else if (m_enterChoice >= 0)
        choose(m_enterChoice);
}

} // namespace till
