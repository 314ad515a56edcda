#include "ui/sell/help_page.h"

#include "ui/keys/key_sheet.h"
#include "ui/kit/key_badge.h"
#include "ui/kit/key_button.h"
#include "ui/kit/plain_label.h"
#include "ui/kit/scroll_down.h"
#include "ui/kit/surface.h"
#include "ui/kit/theme.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QScrollArea>
#include <QVBoxLayout>

namespace till {

using namespace Qt::StringLiterals;

namespace {

QWidget* group(const QString& title, const std::vector<KeyLine>& hints)
{
    auto* card = Surface::card();
    auto* column = new QVBoxLayout{card};
    column->addWidget(new PlainLabel{title, 18, QFont::DemiBold});
    auto* grid = new QGridLayout;
    grid->setColumnStretch(1, 1);
    for (int row = 0; row < static_cast<int>(hints.size()); ++row) {
        const KeyLine& hint = hints[static_cast<std::size_t>(row)];
        auto* keys = new QHBoxLayout;
        keys->setSpacing(tokens().px(4));
        for (const auto& key : hint.keys) keys->addWidget(new KeyBadge{key});
        grid->addLayout(keys, row, 0, Qt::AlignTrailing | Qt::AlignVCenter);
        auto* words = new PlainLabel{hint.words, 13, QFont::Normal};
        words->setWordWrap(true); // a window of 1024 leaves twenty letters
        grid->addWidget(words, row, 1);
    }
    column->addLayout(grid);
    column->addStretch();
    const Tokens& t = tokens();
    column->setContentsMargins(t.px(12), t.px(10), t.px(8), t.px(10));
    column->setSpacing(t.px(8));
    grid->setHorizontalSpacing(t.px(8));
    grid->setVerticalSpacing(t.px(6));
    return card;
}

} // namespace

HelpPage::HelpPage(const QString& samplePrice, QWidget* parent)
    : QWidget{parent}
{
    setObjectName(u"helpPage"_s);
    setAccessibleName(tr("All keys"));
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(tokens().px(12));
    column->addWidget(new PlainLabel{tr("All keys"), 24, QFont::Bold});
    column->addWidget(buildKeys(samplePrice), 1);
    auto* back = new KeyButton{u"arrow-left"_s, tr("Back to the sale"), Qt::Key_Escape};
    back->setObjectName(u"helpBack"_s);
    back->setAccessibleName(back->text());
    connect(back, &KeyButton::clicked, this, &HelpPage::left);
    column->addWidget(back, 0, Qt::AlignLeft);
}

QWidget* HelpPage::buildKeys(const QString& samplePrice)
{
    auto* groups = new QWidget;
    auto* grid = new QGridLayout{groups};
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(tokens().px(12));
    for (int column = 0; column < 2; ++column) grid->setColumnStretch(column, 1);
    const auto columns = keySheet(samplePrice);
    int place = 0;
    for (const auto& section : columns) {
        grid->addWidget(group(section.title, section.lines), place / 2, place % 2);
        ++place;
    }
    auto* scroll = scrollDown(groups, u"helpKeys"_s, tr("All keys"));
    setFocusProxy(scroll); // the arrows move it where letters are so large that it does not fit
    return scroll;
}

void HelpPage::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) return Q_EMIT left();
    QWidget::keyPressEvent(event);
}

} // namespace till
