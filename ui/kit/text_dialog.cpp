#include "ui/kit/text_dialog.h"

#include "ui/kit/key_button.h"
#include "ui/kit/plain_label.h"
#include "ui/kit/theme.h"

#include <QDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace till {

using namespace Qt::StringLiterals;

namespace {

TextAsker& asker()
{
    static TextAsker current;
    return current;
}

KeyButton* choice(const QString& name, const QString& word, const QKeySequence& key, ButtonKind kind)
{
    auto* button = new KeyButton{word};
    button->setObjectName(name);
    button->setKey(key);
    button->setKind(kind);
    return button;
}

} // namespace

std::optional<QString> askText(QWidget* parent, const TextRequest& request)
{
    if (asker()) return asker()(parent, request);
    const Tokens& t = tokens();
    QDialog dialog{parent};
    dialog.setObjectName(u"textDialog"_s);
    dialog.setWindowTitle(request.title);
    dialog.setMinimumWidth(t.px(440));
    auto* field = new QLineEdit{request.text};
    field->setObjectName(u"textDialogField"_s);
    field->setAccessibleName(request.caption);
    field->setMaxLength(200);
    field->setMinimumHeight(t.controlHeight());
    field->selectAll();
    auto* back = choice(u"textDialogBack"_s, QDialog::tr("Back"), Qt::Key_Escape, ButtonKind::Normal);
    auto* take = choice(u"textDialogTake"_s, request.word, Qt::Key_Return, ButtonKind::Primary);
    QObject::connect(back, &KeyButton::clicked, &dialog, &QDialog::reject);
    QObject::connect(take, &KeyButton::clicked, &dialog, &QDialog::accept);
    QObject::connect(field, &QLineEdit::returnPressed, &dialog, &QDialog::accept);

    auto* column = new QVBoxLayout{&dialog};
    column->setContentsMargins(t.px(24), t.px(24), t.px(24), t.px(16));
    column->setSpacing(t.px(12));
    column->addWidget(new PlainLabel{request.title, 18, QFont::DemiBold});
    column->addWidget(new PlainLabel{request.caption, 13, QFont::Normal, Ink::Secondary});
    column->addWidget(field);
    auto* row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(back);
    row->addWidget(take);
    column->addLayout(row);
    field->setFocus();
    if (dialog.exec() != QDialog::Accepted) return std::nullopt;
    return field->text();
}

TextAsker setTextAsker(TextAsker next)
{
    return std::exchange(asker(), std::move(next));
}

} // namespace till
