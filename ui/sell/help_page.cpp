#include "ui/sell/help_page.h"

#include "ui/kit/key_button.h"
#include "ui/kit/key_hint.h"
#include "ui/kit/plain_label.h"
#include "ui/kit/surface.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QVBoxLayout>

namespace till {

using namespace Qt::StringLiterals;

namespace {

struct Hint {
    QStringList keys;
    QString words;
};

QWidget* group(const QString& title, const std::vector<Hint>& hints)
{
    auto* card = Surface::card();
    auto* column = new QVBoxLayout{card};
    column->setContentsMargins(16, 12, 16, 12);
    column->addWidget(new PlainLabel{title, 18, QFont::DemiBold});
    for (const auto& hint : hints) column->addWidget(new KeyHint{hint.keys, hint.words});
    column->addStretch();
    return card;
}

} // namespace

HelpPage::HelpPage(QWidget* parent)
    : QWidget{parent}
{
    setObjectName(u"helpPage"_s);
    setAccessibleName(tr("All keys"));
    setFocusPolicy(Qt::StrongFocus);
    auto* grid = new QGridLayout;
    grid->setSpacing(12);
    grid->addWidget(
        group(tr("Goods"), {{{u"3"_s, u"*"_s}, tr("before the scan: three of it")},
                               {{u"*"_s, u"3"_s}, tr("after it: set to three")},
                               {{u"F2"_s}, tr("back to the item field")}, {{u"F9"_s}, tr("price check")},
                               {{u"↑"_s, u"↓"_s}, tr("mark a line")}, {{u"Del"_s}, tr("take the line off")}}),
        0, 0);
    grid->addWidget(group(tr("Price"), {{{u"2.50"_s, u"F4"_s}, tr("price of the marked line")},
                                           {{u"1 0"_s, u"%"_s}, tr("discount on the line")},
                                           {{u"1 0"_s, u"Ctrl+%"_s}, tr("discount on the whole sale")},
                                           {{u"Ctrl+Z"_s}, tr("undo")}, {{u"Ctrl+Y"_s}, tr("do it again")}}),
        0, 1);
    grid->addWidget(group(tr("Paying"),
                        {{{u"F12"_s}, tr("cash, exactly")}, {{u"2 0"_s, u"F12"_s}, tr("20 given in cash")},
                            {{u"F11"_s}, tr("card")}, {{u"2 0"_s, u"F10"_s}, tr("20 as a part in cash")},
                            {{u"+"_s}, tr("pay in parts")}}),
        1, 0);
    grid->addWidget(
        group(tr("Sales"), {{{u"F6"_s}, tr("hold this sale")}, {{u"F7"_s}, tr("take up a held sale")},
                               {{u"F8"_s}, tr("receipts")}, {{u"Ctrl+P"_s}, tr("the last receipt")},
                               {{u"Esc"_s}, tr("one step back")}}),
        1, 1);
    auto* column = new QVBoxLayout{this};
    column->addWidget(new PlainLabel{tr("All keys"), 24, QFont::Bold});
    column->addLayout(grid, 1);
    auto* back = new KeyButton{u"arrow-left"_s, tr("Back to the sale"), Qt::Key_Escape};
    back->setObjectName(u"helpBack"_s);
    back->setAccessibleName(back->text());
    connect(back, &KeyButton::clicked, this, &HelpPage::left);
    column->addWidget(back, 0, Qt::AlignLeft);
}

void HelpPage::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape || event->key() == Qt::Key_F1) return Q_EMIT left();
    QWidget::keyPressEvent(event);
}

} // namespace till
