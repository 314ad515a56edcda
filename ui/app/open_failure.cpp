#include "ui/app/open_failure.h"

#include "ui/app/error_text.h"
#include "ui/kit/file_chooser.h"
#include "ui/kit/icon_label.h"
#include "ui/kit/key_button.h"
#include "ui/kit/plain_label.h"
#include "ui/kit/surface.h"
#include "ui/kit/theme.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace till {

using namespace Qt::StringLiterals;

OpenFailure::OpenFailure(const QString& file, const Error& error, QWidget* parent)
    : QWidget{parent}
    , m_file{file}
{
    setObjectName(u"openFailure"_s);
    setWindowTitle(u"Tillroll"_s);
    auto* title = new PlainLabel{tr("The shop could not be opened"), 24, QFont::Bold};
    auto* words = new PlainLabel{errorText(error), 16, QFont::Normal};
    words->setObjectName(u"openFailureText"_s);
    auto* where = new PlainLabel{file, 13, QFont::Normal, Ink::Secondary};
    where->setObjectName(u"openFailureFile"_s);
    where->setTextInteractionFlags(Qt::TextSelectableByMouse);
    for (auto* label : {title, words, where}) label->setWordWrap(true);

    auto* again = new KeyButton{u"refresh-cw"_s, tr("Try again"), QKeySequence{Qt::Key_Return}};
    auto* other = new KeyButton{tr("Choose another file")};
    auto* quit = new KeyButton{tr("Quit")};
    again->setObjectName(u"openAgain"_s);
    again->setKind(ButtonKind::Primary);
    again->setShortcut(Qt::Key_Return);
    other->setObjectName(u"openOther"_s);
    quit->setObjectName(u"openQuit"_s);
    auto* buttons = new QHBoxLayout;
    for (auto* button : {again, other, quit}) {
        button->setAccessibleName(button->text());
        button->setFocusPolicy(Qt::StrongFocus);
        buttons->addWidget(button);
    }
    buttons->addStretch(1);

    auto* card = Surface::card();
    auto* column = new QVBoxLayout{card};
    column->addWidget(new IconLabel{u"octagon-alert"_s, 40, Ink::Danger}, 0, Qt::AlignLeading);
    for (auto* label : {title, words, where}) column->addWidget(label);
    column->addLayout(buttons);
    auto* across = new QHBoxLayout;
    across->addStretch(1);
    across->addWidget(card, 10);
    across->addStretch(1);
    auto* whole = new QVBoxLayout{this};
    whole->addStretch(2);
    whole->addLayout(across);
    whole->addStretch(3);
    onTheme(this, [this, card, column, buttons] {
        const Tokens& t = tokens();
        card->setMaximumWidth(t.px(720));
        column->setContentsMargins(t.px(32), t.px(32), t.px(32), t.px(24));
        column->setSpacing(t.px(16));
        buttons->setSpacing(t.px(8));
        update();
    });
    connect(again, &KeyButton::clicked, this, [this] { Q_EMIT fileChosen(m_file); });
    connect(other, &KeyButton::clicked, this, &OpenFailure::chooseOther);
    connect(quit, &KeyButton::clicked, this, &OpenFailure::quitRequested);
    again->setFocus(Qt::OtherFocusReason);
}

void OpenFailure::chooseOther()
{
    const auto chosen = chooseFile(this, {.title = tr("Open a shop"),
                                             .filter = tr("Shops (*.db);;All files (*)"),
                                             .startFolder = QFileInfo{m_file}.absolutePath()});
    if (chosen) Q_EMIT fileChosen(*chosen);
}

void OpenFailure::paintEvent(QPaintEvent*)
{
    QPainter{this}.fillRect(rect(), tokens().colours().bg);
}

} // namespace till
