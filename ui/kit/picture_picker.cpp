#include "ui/kit/picture_picker.h"

#include "ui/kit/key_button.h"
#include "ui/kit/plain_label.h"
#include "ui/kit/theme.h"

#include <QGridLayout>
#include <QVBoxLayout>

namespace till {

using namespace Qt::StringLiterals;

namespace {
constexpr int kColumns = 8;
}

QStringList PicturePicker::icons()
{
    return {u"wheat"_s, u"croissant"_s, u"sandwich"_s, u"cookie"_s, u"donut"_s, u"cake-slice"_s,
        u"ice-cream-cone"_s, u"pizza"_s, u"coffee"_s, u"cup-soda"_s, u"milk"_s, u"droplets"_s, u"beer"_s,
        u"wine"_s, u"egg"_s, u"soup"_s, u"apple"_s, u"banana"_s, u"cherry"_s, u"grape"_s, u"citrus"_s,
        u"carrot"_s, u"salad"_s, u"bean"_s, u"nut"_s, u"ham"_s, u"beef"_s, u"fish"_s, u"candy"_s, u"sprout"_s,
        u"flower-2"_s, u"gift"_s, u"newspaper"_s, u"book-open"_s, u"shopping-bag"_s, u"shirt"_s,
        u"lightbulb"_s, u"hammer"_s, u"wrench"_s, u"package"_s};
}

PicturePicker::PicturePicker(const QString& product, QWidget* parent)
    : QDialog{parent}
{
    setObjectName(u"picturePicker"_s);
    setWindowTitle(tr("Picture"));
    const Tokens& t = tokens();
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(t.px(24), t.px(24), t.px(24), t.px(16));
    column->setSpacing(t.px(12));
    auto* title = new PlainLabel{tr("Picture of %1").arg(product), 18, QFont::DemiBold};
    title->setElided(true);
    title->setMaximumWidth(t.px(520));
    column->addWidget(title);
    auto* grid = new QGridLayout;
    grid->setSpacing(t.px(4));
    const auto names = icons();
    for (int i = 0; i < names.size(); ++i) {
        auto* button = new KeyButton{names[i], {}, {}};
        button->setObjectName(u"icon_"_s + names[i]);
        button->setAccessibleName(names[i]);
        button->setIconSizeAt100(28);
        button->setHeights(52, 60);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setAutoDefault(false);
        connect(button, &KeyButton::clicked, this, [this, icon = names[i]] { take(Choice::Icon, icon); });
        grid->addWidget(button, i / kColumns, i % kColumns);
    }
    column->addLayout(grid);
    auto* words = new PlainLabel{
        tr("Or a photo: PNG, JPEG or WebP. It is kept small, and without what the camera wrote into it."), 13,
        QFont::Normal, Ink::Secondary};
    words->setWordWrap(true);
    column->addWidget(words);
    auto* row = new QHBoxLayout;
    row->setSpacing(t.px(8));
    const auto add = [&](const char* name, const QString& word, ButtonKind kind, auto action) {
        auto* button = new KeyButton{word};
        button->setObjectName(QString::fromLatin1(name));
        button->setAccessibleName(word);
        button->setKind(kind);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setAutoDefault(false);
        connect(button, &KeyButton::clicked, this, action);
        row->addWidget(button);
        return button;
    };
    add("pictureNone", tr("No picture"), ButtonKind::Danger, [this] { take(Choice::None); });
    row->addStretch(1);
    add("pictureBack", tr("Back"), ButtonKind::Normal, [this] { reject(); })->setKey(Qt::Key_Escape);
    add("pictureFile", tr("From a file"), ButtonKind::Primary, [this] { take(Choice::File); });
    column->addLayout(row);
}

void PicturePicker::take(Choice choice, const QString& icon)
{
    m_choice = choice;
    m_icon = icon;
    accept();
}

} // namespace till
